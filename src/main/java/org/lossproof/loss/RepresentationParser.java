package org.lossproof.loss;

import java.util.ArrayList;
import java.util.List;

/** Parses what is made of representations: {@code f(x)}, {@code 2 * f(x) - f(x')}, coordinates {@code f(x)[i]}. */
final class RepresentationParser {
    private final ExpressionParser expressions;
    private final Declarations declared;
    private final Cursor cursor;

    RepresentationParser(ExpressionParser expressions, Declarations declared, Cursor cursor) {
        this.expressions = expressions;
        this.declared = declared;
        this.cursor = cursor;
    }

    Expr coordinate(Scope scope) {
        Combination vector;
        if (cursor.peek().is("(")) {
            Token opening = cursor.next();
            vector = combination(scope);
            cursor.close(opening, ")");
        } else {
            vector = new Combination(List.of(representation(scope, Exprs.number(1))));
        }
        if (!cursor.peek().is("[")) {
            throw new InputException(
                    cursor.peek().span(),
                    "a representation is a vector, not a number; write |f(x)|^2, <f(x), f(y)> or a coordinate f(x)[i]");
        }
        Token bracket = cursor.next();
        Token index = cursor.name("a coordinate index");
        if (!scope.indices().contains(index.text())) {
            throw new InputException(
                    index.span(),
                    "the coordinate index '" + index.text() + "' is not summed over; write sum[" + index.text()
                            + "](...) around it");
        }
        cursor.close(bracket, "]");
        return new Expr.Coordinate(vector, index.text());
    }

    Combination combination(Scope scope) {
        expressions.enter();
        List<Combination.Term> terms = new ArrayList<>();
        boolean negative = cursor.accept("-");
        terms.add(combinationTerm(scope, negative));
        while (cursor.peek().is("+") || cursor.peek().is("-")) {
            boolean minus = cursor.next().is("-");
            terms.add(combinationTerm(scope, minus));
        }
        expressions.leave();
        return new Combination(terms);
    }

    private Combination.Term combinationTerm(Scope scope, boolean negative) {
        List<Expr> coefficient = new ArrayList<>();
        if (negative) {
            coefficient.add(Exprs.number(-1));
        }
        while (!startsRepresentation()) {
            Span span = cursor.peek().span();
            Expr factor = expressions.power(scope);
            if (!Exprs.isDeterministic(factor)) {
                throw new InputException(span, "the coefficient of a representation must be a number or a parameter");
            }
            coefficient.add(factor);
            cursor.expect("*", "before a representation such as f(x)");
        }
        Combination.Term term = representation(scope, Exprs.product(coefficient));
        if (cursor.peek().is("/")) {
            cursor.next();
            Span span = cursor.peek().span();
            Expr divisor = expressions.power(scope);
            if (!Exprs.isDeterministic(divisor)) {
                throw new InputException(span, "a representation can be divided by a number or a parameter only");
            }
            Expr quotient = Exprs.product(List.of(term.coefficient(), ExpressionParser.reciprocal(divisor, span)));
            return new Combination.Term(quotient, term.encoder(), term.vector());
        }
        return term;
    }

    private boolean startsRepresentation() {
        return declared.encoders().contains(cursor.peek().text())
                && cursor.peek(1).is("(");
    }

    private Combination.Term representation(Scope scope, Expr coefficient) {
        Token encoder = cursor.next();
        Token opening = cursor.expect("(", "after the encoder " + encoder.text());
        Token vector = cursor.name("a datum or a view");
        expressions.spend(vector.span());
        checkVector(vector, scope);
        cursor.close(opening, ")");
        return new Combination.Term(coefficient, encoder.text(), vector.text());
    }

    private void checkVector(Token vector, Scope scope) {
        String name = vector.text();
        Datum datum = declared.datumOf(name)
                .orElseThrow(() -> new InputException(
                        vector.span(),
                        "'" + name + "' is no datum or view; " + Names.suggestion(name, declared.vectors())));
        boolean opened = scope.vectors().stream()
                .anyMatch(v -> declared.datumOf(v).map(datum::equals).orElse(false));
        if (!scope.vectors().contains(name) && !(opened && datum.name().equals(name))) {
            throw new InputException(
                    vector.span(),
                    "the vector '" + name + "' is unbound: no mean around it averages over it; write E[" + name
                            + "](...) around it");
        }
        if (datum.repeated() && !scope.currentCopies().contains(datum.name())) {
            throw new InputException(
                    vector.span(),
                    "'" + name + "' has many copies; write sum[" + name + "](...) or mean[" + name
                            + "](...) around it");
        }
    }
}
