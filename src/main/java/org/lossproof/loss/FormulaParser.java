package org.lossproof.loss;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Recursive descent over formulas: comparisons and predicates, joined by {@code and}, {@code or}, {@code =>}, {@code <=>},
 * which bind in this order; {@code all[i](..)}, {@code any[i](..)} where there are modes to speak of.
 */
final class FormulaParser {
    private static final Set<String> RELATIONS = Set.of("==", "!=", "<=", ">=", "<", ">");
    private static final Set<String> CONNECTIVES = Set.of("=>", "<=>");

    private final Cursor cursor;
    private final ExpressionParser expressions;
    private final Set<String> predicates;
    private final Set<String> indices;
    private int depth;

    /**
     * @param predicates words that stand for a formula
     * @param indices the names that {@code all} and {@code any} may bind; none where there are no modes
     */
    FormulaParser(Declarations declared, Cursor cursor, Set<String> predicates, Set<String> indices) {
        this.cursor = cursor;
        this.expressions =
                new ExpressionParser(declared, cursor, new ExpressionParser.Budget(), new java.util.HashSet<>(), 0);
        this.predicates = predicates;
        this.indices = indices;
    }

    Formula formula() {
        if (++depth > 100) {
            throw new InputException(cursor.peek().span(), "nested more than 100 deep; write a simpler formula");
        }
        Formula left = implication();
        Formula out = cursor.accept("<=>") ? new Formula.Equivalent(left, implication()) : left;
        depth--;
        return out;
    }

    private Formula implication() {
        Formula left = disjunction();
        return cursor.accept("=>") ? new Formula.Implies(left, implication()) : left;
    }

    private Formula disjunction() {
        List<Formula> parts = new ArrayList<>(List.of(conjunction()));
        while (acceptName("or")) {
            parts.add(conjunction());
        }
        return parts.size() == 1 ? parts.get(0) : new Formula.Or(parts);
    }

    private Formula conjunction() {
        List<Formula> parts = new ArrayList<>(List.of(atom()));
        while (acceptName("and")) {
            parts.add(atom());
        }
        return parts.size() == 1 ? parts.get(0) : new Formula.And(parts);
    }

    private Formula atom() {
        Token token = cursor.peek();
        boolean binder = cursor.peek(1).is("[");
        if (binder && (token.isName("all") || token.isName("any"))) {
            return quantified();
        } else if (token.kind() == Token.Kind.NAME && predicates.contains(token.text())) {
            cursor.next();
            return new Formula.Named(token.text());
        } else if (token.is("(") && cursor.bracketHolds(FormulaParser::joins)) {
            cursor.next();
            Formula inside = formula();
            cursor.close(token, ")");
            return inside;
        }
        return comparison();
    }

    private static boolean joins(Token token) {
        boolean symbol = token.kind() == Token.Kind.SYMBOL;
        return (symbol && (RELATIONS.contains(token.text()) || CONNECTIVES.contains(token.text())))
                || token.isName("and")
                || token.isName("or");
    }

    private Formula quantified() {
        Token word = cursor.next();
        cursor.next();
        Token index = cursor.name("an index");
        if (!indices.contains(index.text())) {
            throw new InputException(
                    index.span(),
                    "'" + index.text() + "' is no index here; "
                            + (indices.isEmpty()
                                    ? "a fact speaks of the modes it names"
                                    : "the indices are "
                                            + String.join(
                                                    ", ",
                                                    indices.stream().sorted().toList())));
        }
        cursor.expect("]", "after the index");
        Token opening = cursor.expect("(", "after " + word.text() + "[" + index.text() + "]");
        Formula body = formula();
        cursor.close(opening, ")");
        return word.text().equals("all")
                ? new Formula.ForAll(index.text(), body)
                : new Formula.ForSome(index.text(), body);
    }

    private Formula comparison() {
        Expr left = expressions.sum(Scope.EMPTY);
        Token relation = cursor.peek();
        if (relation.kind() != Token.Kind.SYMBOL || !RELATIONS.contains(relation.text())) {
            throw new InputException(
                    relation.span(),
                    "found " + relation.shown() + " where a relation is needed: == != <= >= < >, as in x + y >= 0");
        }
        cursor.next();
        Expr right = expressions.sum(Scope.EMPTY);
        Token next = cursor.peek();
        if (next.kind() == Token.Kind.SYMBOL && RELATIONS.contains(next.text())) {
            throw new InputException(
                    next.span(), "a second relation in one comparison; write x < y and y < z for x < y < z");
        }
        return new Formula.Comparison(left, Formula.Relation.of(relation.text()), right);
    }

    private boolean acceptName(String text) {
        if (cursor.peek().isName(text)) {
            cursor.next();
            return true;
        }
        return false;
    }
}
