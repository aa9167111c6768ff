package org.lossproof.loss;

import java.util.List;

/** Rebuilds an expression from its parts; subclasses change what they are about and keep the rest. */
public abstract class Rewriter {

    /** The rewritten expression. */
    public Expr rewrite(Expr e) {
        if (e instanceof Expr.Constant || e instanceof Expr.Parameter || e instanceof Expr.Trace) {
            return leaf(e);
        } else if (e instanceof Expr.Inner inner) {
            return new Expr.Inner(combination(inner.left()), combination(inner.right()));
        } else if (e instanceof Expr.Coordinate coordinate) {
            return new Expr.Coordinate(combination(coordinate.vector()), coordinate.index());
        } else if (e instanceof Expr.Sum sum) {
            return new Expr.Sum(all(sum.terms()));
        } else if (e instanceof Expr.Product product) {
            return new Expr.Product(all(product.factors()));
        } else if (e instanceof Expr.Power power) {
            return new Expr.Power(rewrite(power.base()), rewrite(power.exponent()), span(power.span()));
        } else if (e instanceof Expr.Apply apply) {
            return new Expr.Apply(apply.function(), rewrite(apply.argument()), span(apply.span()));
        } else if (e instanceof Expr.Mean mean) {
            return new Expr.Mean(mean.vectors().stream().map(this::name).toList(), rewrite(mean.body()));
        } else if (e instanceof Expr.CopySum sum) {
            return new Expr.CopySum(name(sum.datum()), rewrite(sum.body()));
        } else if (e instanceof Expr.IndexSum sum) {
            return new Expr.IndexSum(sum.indices(), sum.distinct(), rewrite(sum.body()));
        }
        throw new AssertionError("no such expression: " + e);
    }

    /** A constant, a parameter or a trace. */
    protected Expr leaf(Expr e) {
        return e;
    }

    /** The name of a datum or a view. */
    protected String name(String vector) {
        return vector;
    }

    protected Span span(Span span) {
        return span;
    }

    private Combination combination(Combination c) {
        return new Combination(c.terms().stream()
                .map(t -> new Combination.Term(rewrite(t.coefficient()), t.encoder(), name(t.vector())))
                .toList());
    }

    private List<Expr> all(List<Expr> parts) {
        return parts.stream().map(this::rewrite).toList();
    }
}
