package org.lossproof.loss;

import java.util.List;

/** Rebuilds an expression from its parts; subclasses change what they are about and keep the rest. */
public abstract class Rewriter {

    /** The rewritten expression. */
    public Expr rewrite(Expr e) {
        return e.accept(new Expr.Visitor<>() {
            @Override
            public Expr constant(Expr.Constant c) {
                return leaf(c);
            }

            @Override
            public Expr parameter(Expr.Parameter p) {
                return leaf(p);
            }

            @Override
            public Expr inner(Expr.Inner inner) {
                return new Expr.Inner(combination(inner.left()), combination(inner.right()));
            }

            @Override
            public Expr coordinate(Expr.Coordinate c) {
                return new Expr.Coordinate(combination(c.vector()), c.index());
            }

            @Override
            public Expr trace(Expr.Trace trace) {
                return leaf(trace);
            }

            @Override
            public Expr sum(Expr.Sum sum) {
                return new Expr.Sum(all(sum.terms()));
            }

            @Override
            public Expr product(Expr.Product product) {
                return new Expr.Product(all(product.factors()));
            }

            @Override
            public Expr power(Expr.Power power) {
                return new Expr.Power(rewrite(power.base()), rewrite(power.exponent()), span(power.span()));
            }

            @Override
            public Expr apply(Expr.Apply apply) {
                return new Expr.Apply(apply.function(), rewrite(apply.argument()), span(apply.span()));
            }

            @Override
            public Expr mean(Expr.Mean mean) {
                return new Expr.Mean(
                        mean.vectors().stream().map(Rewriter.this::name).toList(), rewrite(mean.body()));
            }

            @Override
            public Expr copySum(Expr.CopySum sum) {
                return new Expr.CopySum(name(sum.datum()), rewrite(sum.body()));
            }

            @Override
            public Expr indexSum(Expr.IndexSum sum) {
                return new Expr.IndexSum(sum.indices(), sum.distinct(), rewrite(sum.body()));
            }
        });
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
