package org.lossproof.loss;

import java.util.ArrayList;
import java.util.List;

/** Parses what binds names: {@code E[x, y](..)}, {@code Var[x](..)}, {@code sum[chi](..)}, {@code sum[i != j](..)}. */
final class BinderParser {
    private final ExpressionParser expressions;
    private final Declarations declared;
    private final Cursor cursor;

    BinderParser(ExpressionParser expressions, Declarations declared, Cursor cursor) {
        this.expressions = expressions;
        this.declared = declared;
        this.cursor = cursor;
    }

    Expr parse(Scope scope) {
        Token binder = cursor.next();
        Token opening = cursor.next();
        List<Token> names = new ArrayList<>(List.of(cursor.name("a vector or an index")));
        boolean distinct = cursor.peek().is("!=");
        while (cursor.peek().is(",") || cursor.peek().is("!=")) {
            cursor.next();
            names.add(cursor.name("a vector or an index"));
        }
        cursor.close(opening, "]");
        if (!cursor.peek().is("(")) {
            throw new InputException(
                    cursor.peek().span(),
                    "found " + cursor.peek().shown() + " where '(' is needed: write " + binder.text() + "[...](...)");
        }
        return switch (binder.text()) {
            case "E" -> new Expr.Mean(vectors(names), body(scope.withVectors(vectors(names))));
            case "Var" -> variance(names, scope, binder.span());
            default -> sum(binder, names, distinct, scope);
        };
    }

    private Expr body(Scope scope) {
        Token opening = cursor.next();
        Expr e = expressions.sum(scope);
        cursor.close(opening, ")");
        return e;
    }

    private List<String> vectors(List<Token> names) {
        for (Token name : names) {
            if (!declared.vectors().contains(name.text())) {
                throw new InputException(
                        name.span(),
                        "'" + name.text() + "' is no datum or view; "
                                + Names.suggestion(name.text(), declared.vectors()));
            }
        }
        return names.stream().map(Token::text).toList();
    }

    /** E u^2 - (E u)^2. */
    private Expr variance(List<Token> names, Scope scope, Span span) {
        List<String> vectors = vectors(names);
        Expr u = body(scope.withVectors(vectors));
        Expr meanOfSquare = new Expr.Mean(vectors, new Expr.Power(u, Exprs.number(2), span));
        Expr squareOfMean = new Expr.Power(new Expr.Mean(vectors, u), Exprs.number(2), span);
        return new Expr.Sum(List.of(meanOfSquare, Exprs.product(List.of(Exprs.number(-1), squareOfMean))));
    }

    private Expr sum(Token binder, List<Token> names, boolean distinct, Scope scope) {
        Token first = names.get(0);
        if (!declared.vectors().contains(first.text())) {
            return overIndices(binder, names, distinct, scope);
        }
        List<String> vectors = vectors(names);
        Datum datum = declared.datumOf(first.text()).orElseThrow();
        for (Token name : names) {
            if (!declared.datumOf(name.text()).orElseThrow().equals(datum)) {
                throw new InputException(
                        name.span(), "'" + name.text() + "' belongs to another datum than '" + first.text() + "'");
            }
        }
        if (!datum.repeated()) {
            throw new InputException(
                    first.span(),
                    "'" + first.text() + "' has one copy only; declare 'data " + datum.name()
                            + " with ... , copies M' to sum over it, or average with E[" + first.text() + "](...)");
        }
        boolean bound = scope.vectors().stream()
                .anyMatch(v -> declared.datumOf(v).map(datum::equals).orElse(false));
        if (!bound) {
            throw new InputException(
                    first.span(),
                    "the copies of '" + first.text() + "' are unbound: write E[" + String.join(", ", vectors)
                            + "](...) around the sum");
        }
        Expr total = new Expr.CopySum(datum.name(), body(scope.withCopy(datum.name())));
        return binder.text().equals("sum")
                ? total
                : Exprs.product(List.of(new Expr.Power(datum.copies(), Exprs.number(-1), binder.span()), total));
    }

    private Expr overIndices(Token binder, List<Token> names, boolean distinct, Scope scope) {
        if (binder.text().equals("mean")) {
            throw new InputException(
                    names.get(0).span(),
                    "'" + names.get(0).text() + "' is no datum or view; "
                            + Names.suggestion(names.get(0).text(), declared.vectors()));
        }
        for (Token name : names) {
            if (declared.vectors().contains(name.text())
                    || declared.parameters().containsKey(name.text())
                    || scope.indices().contains(name.text())) {
                throw new InputException(
                        name.span(), "'" + name.text() + "' means something else already; choose another index");
            }
        }
        List<String> indices = names.stream().map(Token::text).toList();
        return new Expr.IndexSum(indices, distinct, body(scope.withIndices(indices)));
    }
}
