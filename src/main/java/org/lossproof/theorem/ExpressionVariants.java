package org.lossproof.theorem;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.lossproof.kernel.Rational;
import org.lossproof.page.matrix.MatrixExpression;
import org.lossproof.page.matrix.MatrixFormula;

/** Expressions and formulas with one change each: neighbours exchanged, a transpose dropped, a factor 2, a relation reversed. */
final class ExpressionVariants {
    private ExpressionVariants() {}

    /** A variant and what was changed. */
    record Variant<T>(T changed, String what) {
        <U> Variant<U> in(java.util.function.Function<T, U> whole) {
            return new Variant<>(whole.apply(changed), what);
        }
    }

    static List<Variant<MatrixFormula>> of(MatrixFormula f) {
        List<Variant<MatrixFormula>> out = new ArrayList<>();
        if (f instanceof MatrixFormula.Comparison c) {
            of(c.left())
                    .forEach(v ->
                            out.add(v.in(e -> new MatrixFormula.Comparison(e, c.relation(), c.right(), c.span()))));
            of(c.right())
                    .forEach(
                            v -> out.add(v.in(e -> new MatrixFormula.Comparison(c.left(), c.relation(), e, c.span()))));
            out.addAll(factors(c));
            MatrixFormula.Relation other = reversed(c.relation());
            if (other != c.relation()) {
                out.add(new Variant<>(
                        new MatrixFormula.Comparison(c.left(), other, c.right(), c.span()),
                        other.symbol() + " for " + c.relation().symbol()));
            }
        } else if (f instanceof MatrixFormula.Counts c) {
            counts(c, out);
        } else if (f instanceof MatrixFormula.Diagonal d) {
            of(d.of()).forEach(v -> out.add(v.in(e -> new MatrixFormula.Diagonal(e, d.span()))));
        } else if (f instanceof MatrixFormula.Every every) {
            of(every.formula())
                    .forEach(v -> out.add(v.in(g -> new MatrixFormula.Every(every.letter(), g, every.span()))));
        } else if (f instanceof MatrixFormula.Stationary s && s.secondOrder()) {
            out.add(new Variant<>(
                    new MatrixFormula.Stationary(s.variables(), s.function(), false, s.span()),
                    "no second-order condition"));
        }
        return out;
    }

    private static void counts(MatrixFormula.Counts c, List<Variant<MatrixFormula>> out) {
        MatrixFormula.Relation other = reversed(c.relation());
        if (other != c.relation()) {
            out.add(new Variant<>(
                    new MatrixFormula.Counts(c.left(), other, c.right(), c.span()),
                    other.symbol() + " for " + c.relation().symbol()));
        }
        for (int i = 0; i < c.right().size() && c.right().size() > 1; i++) {
            out.add(new Variant<>(
                    new MatrixFormula.Counts(
                            c.left(), c.relation(), List.of(c.right().get(i)), c.span()),
                    "no min"));
        }
        List<MatrixFormula.Counted> more = new ArrayList<>(c.left());
        more.add(new MatrixFormula.Counted(
                Rational.ONE, "number", new MatrixExpression.Constant(Rational.ONE, c.span())));
        out.add(new Variant<>(new MatrixFormula.Counts(more, c.relation(), c.right(), c.span()), "1 more"));
    }

    private static MatrixFormula.Relation reversed(MatrixFormula.Relation r) {
        return switch (r) {
            case EQUAL -> r;
            case AT_LEAST -> MatrixFormula.Relation.AT_MOST;
            case AT_MOST -> MatrixFormula.Relation.AT_LEAST;
            case ABOVE -> MatrixFormula.Relation.BELOW;
            case BELOW -> MatrixFormula.Relation.ABOVE;
        };
    }

    /** Twice a term of one side, unless the other side is zero and there is no second term. */
    private static List<Variant<MatrixFormula>> factors(MatrixFormula.Comparison c) {
        List<MatrixExpression> terms = c.left() instanceof MatrixExpression.Sum s ? s.terms() : List.of(c.left());
        boolean alone = terms.size() == 1
                && c.right() instanceof MatrixExpression.Constant k
                && k.value().signum() == 0;
        List<Variant<MatrixFormula>> out = new ArrayList<>();
        for (int i = 0; i < terms.size() && !alone; i++) {
            MatrixExpression left = with(c.left(), terms, i, twice(terms.get(i)));
            out.add(new Variant<>(
                    new MatrixFormula.Comparison(left, c.relation(), c.right(), c.span()),
                    "factor 2 in term " + (i + 1)));
        }
        return out;
    }

    private static MatrixExpression twice(MatrixExpression e) {
        return new MatrixExpression.Product(
                List.of(new MatrixExpression.Constant(Rational.of(2), e.span()), e), e.span());
    }

    /** With one change. */
    static List<Variant<MatrixExpression>> of(MatrixExpression e) {
        List<Variant<MatrixExpression>> out = new ArrayList<>();
        if (e instanceof MatrixExpression.Sum s) {
            parts(s.terms(), t -> new MatrixExpression.Sum(t, s.span()), out);
        } else if (e instanceof MatrixExpression.Product p) {
            for (int i = 1; i < p.factors().size(); i++) {
                exchange(p, i, out);
            }
            parts(p.factors(), f -> new MatrixExpression.Product(f, p.span()), out);
        } else if (e instanceof MatrixExpression.Transpose t) {
            out.add(new Variant<>(t.of(), "no transpose"));
            of(t.of()).forEach(v -> out.add(v.in(x -> new MatrixExpression.Transpose(x, t.span()))));
        } else if (e instanceof MatrixExpression.Negative n) {
            out.add(new Variant<>(n.of(), "sign"));
            of(n.of()).forEach(v -> out.add(v.in(x -> new MatrixExpression.Negative(x, n.span()))));
        } else if (e instanceof MatrixExpression.Power p) {
            out.add(new Variant<>(new MatrixExpression.Power(p.of(), p.exponent() + 1, p.span()), "exponent plus 1"));
            of(p.of()).forEach(v -> out.add(v.in(x -> new MatrixExpression.Power(x, p.exponent(), p.span()))));
        } else if (e instanceof MatrixExpression.Trace t) {
            of(t.of()).forEach(v -> out.add(v.in(x -> new MatrixExpression.Trace(x, t.span()))));
        } else if (e instanceof MatrixExpression.SquaredNorm n) {
            of(n.of()).forEach(v -> out.add(v.in(x -> new MatrixExpression.SquaredNorm(x, n.span()))));
        }
        return out;
    }

    private static void exchange(MatrixExpression.Product p, int i, List<Variant<MatrixExpression>> out) {
        MatrixExpression left = p.factors().get(i - 1);
        MatrixExpression right = p.factors().get(i);
        boolean number = left instanceof MatrixExpression.Constant || right instanceof MatrixExpression.Constant;
        if (!number) {
            List<MatrixExpression> swapped = new ArrayList<>(p.factors());
            swapped.set(i - 1, right);
            swapped.set(i, left);
            out.add(new Variant<>(
                    new MatrixExpression.Product(swapped, p.span()),
                    "factors " + i + " and " + (i + 1) + " exchanged"));
        }
    }

    private static void parts(
            List<MatrixExpression> parts,
            java.util.function.Function<List<MatrixExpression>, MatrixExpression> whole,
            List<Variant<MatrixExpression>> out) {
        BiFunction<Integer, MatrixExpression, MatrixExpression> put = (i, x) -> {
            List<MatrixExpression> changed = new ArrayList<>(parts);
            changed.set(i, x);
            return whole.apply(changed);
        };
        for (int i = 0; i < parts.size(); i++) {
            int at = i;
            of(parts.get(i)).forEach(v -> out.add(v.in(x -> put.apply(at, x))));
        }
    }

    private static MatrixExpression with(
            MatrixExpression whole, List<MatrixExpression> terms, int i, MatrixExpression term) {
        List<MatrixExpression> changed = new ArrayList<>(terms);
        changed.set(i, term);
        return changed.size() == 1 ? term : new MatrixExpression.Sum(changed, whole.span());
    }
}
