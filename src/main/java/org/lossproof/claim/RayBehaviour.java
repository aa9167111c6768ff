package org.lossproof.claim;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.loss.Expr;
import org.lossproof.loss.Exprs;
import org.lossproof.loss.Function;
import org.lossproof.loss.LossDefinition;

/**
 * How a loss behaves along W -> tW at d0 = d1 = 1: analytic in t^2 plus terms c t^p for t > 0, read off its definition by
 * homogeneity. Data and noise are symmetric, so that the loss is even in t: a term whose p is not an even whole number >= 0, or
 * a multiple of log t, leaves it without an expansion. What cannot be read off is unknown.
 */
final class RayBehaviour {
    /** The place of a multiple of log t among the degrees. */
    private static final BigFraction LOGARITHM = BigFraction.ZERO;

    private final RaySeries series;

    private RayBehaviour(LossDefinition loss) {
        this.series = new RaySeries(loss);
    }

    /** The degree of the lowest term that no expansion has, 0 for a multiple of log t; empty if none is known. */
    static Optional<BigFraction> singularDegree(LossDefinition loss) {
        return new RayBehaviour(loss)
                .of(loss.expression())
                .filter(b -> !b.parts().isEmpty())
                .filter(b -> b.tail().isEmpty()
                        || b.parts().firstKey().compareTo(b.tail().get()) < 0)
                .map(b -> b.parts().firstKey());
    }

    /** What is closed and has a Taylor series by exact evaluation is analytic, whatever it is made of. */
    private Optional<RayTerms> of(Expr e) {
        Optional<RayTerms> found = byForm(e);
        return found.isPresent() || !series.isClosed(e)
                ? found
                : series.coefficients(e).map(c -> RayTerms.smooth(Optional.empty()));
    }

    private Optional<RayTerms> byForm(Expr e) {
        if (!(e instanceof Expr.Constant) && Exprs.isDeterministic(e)) {
            return Optional.of(RayTerms.smooth(Optional.empty()));
        }
        return e.accept(new ByForm());
    }

    /** What the form of an expression tells; of what is positive and no sum, how it begins tells more, unless the degree is 0. */
    private final class ByForm implements Expr.Visitor<Optional<RayTerms>> {
        private Optional<RayTerms> begins(Expr e, Supplier<Optional<RayTerms>> otherwise) {
            Optional<Lead> lead =
                    positive(e).filter(l -> l.exact() || l.degree().signum() != 0);
            return lead.isPresent() ? lead.map(RayBehaviour::behaviour) : otherwise.get();
        }

        private Optional<RayTerms> vanishing(Expr e) {
            return begins(e, () -> Optional.of(RayTerms.smooth(Optional.of(BigFraction.ZERO))));
        }

        @Override
        public Optional<RayTerms> constant(Expr.Constant e) {
            return Optional.of(RayTerms.smooth(Optional.of(e.value())));
        }

        @Override
        public Optional<RayTerms> parameter(Expr.Parameter e) {
            return Optional.of(RayTerms.smooth(Optional.empty()));
        }

        @Override
        public Optional<RayTerms> inner(Expr.Inner e) {
            return vanishing(e);
        }

        @Override
        public Optional<RayTerms> coordinate(Expr.Coordinate e) {
            return vanishing(e);
        }

        @Override
        public Optional<RayTerms> trace(Expr.Trace e) {
            return vanishing(e);
        }

        @Override
        public Optional<RayTerms> sum(Expr.Sum e) {
            Optional<RayTerms> total = RayBehaviour.this.sum(e.terms());
            return total.isPresent() ? total : begins(e, Optional::empty);
        }

        @Override
        public Optional<RayTerms> product(Expr.Product e) {
            return begins(e, () -> RayBehaviour.this.product(e.factors()));
        }

        @Override
        public Optional<RayTerms> power(Expr.Power e) {
            return begins(
                    e,
                    () -> e.exponent() instanceof Expr.Constant q
                            ? applied(of(e.base()), q.value().signum(), isNaturalNumber(q.value()))
                            : Optional.empty());
        }

        @Override
        public Optional<RayTerms> apply(Expr.Apply e) {
            return begins(e, () -> function(e));
        }

        @Override
        public Optional<RayTerms> mean(Expr.Mean e) {
            return begins(e, () -> of(e.body()));
        }

        @Override
        public Optional<RayTerms> copySum(Expr.CopySum e) {
            return begins(e, Optional::empty);
        }

        /** One coordinate: a sum over one value, or over no pair of different ones. */
        @Override
        public Optional<RayTerms> indexSum(Expr.IndexSum e) {
            return begins(e, () -> e.distinct() ? Optional.empty() : of(e.body()));
        }
    }

    private static RayTerms behaviour(Lead lead) {
        boolean even = lead.degree().signum() >= 0
                && lead.degree().divide(2).getDenominator().equals(BigInteger.ONE);
        if (!even) {
            return RayTerms.part(lead.degree(), lead.factor(), lead.exact());
        }
        Optional<BigFraction> tail =
                lead.exact() ? Optional.empty() : Optional.of(lead.degree().add(BigFraction.ONE));
        return new RayTerms(Optional.of(BigFraction.ZERO), new TreeMap<>(), tail);
    }

    private static boolean isNaturalNumber(BigFraction q) {
        return q.signum() >= 0 && q.getDenominator().equals(BigInteger.ONE);
    }

    private Optional<RayTerms> function(Expr.Apply apply) {
        Optional<Lead> lead = positive(apply.argument());
        if (apply.function() == Function.LOG
                && lead.isPresent()
                && lead.get().degree().signum() != 0) {
            return Optional.of(RayTerms.part(
                    LOGARITHM, RayFactor.of(lead.get().degree()), lead.get().exact()));
        } else if (apply.function() == Function.RELU && isScaledCoordinate(apply.argument())) {
            // Half of the time a multiple of t, else 0.
            return Optional.of(RayTerms.part(BigFraction.ONE, RayFactor.some(1), true));
        }
        Optional<RayTerms> argument = of(apply.argument());
        return switch (apply.function()) {
            case EXP -> argument.flatMap(b -> b.composed(1));
            case LOG, SQRT -> applied(argument, 1, false);
            case RELU ->
                argument.filter(b -> b.origin().filter(v -> v.signum() > 0).isPresent());
        };
    }

    /** A function that is analytic where its argument is positive (or everywhere), with a slope of this sign there. */
    private static Optional<RayTerms> applied(Optional<RayTerms> argument, int slope, boolean everywhere) {
        return argument.filter(b -> (everywhere && b.parts().isEmpty())
                        || b.origin().filter(v -> v.signum() > 0).isPresent())
                .flatMap(b -> b.composed(slope));
    }

    private Optional<RayTerms> sum(List<Expr> terms) {
        RayTerms total = RayTerms.smooth(Optional.of(BigFraction.ZERO));
        for (Expr term : terms) {
            Optional<RayTerms> one = of(term);
            if (one.isEmpty()) {
                return one;
            }
            SortedMap<BigFraction, RayFactor> parts = new TreeMap<>(total.parts());
            for (Map.Entry<BigFraction, RayFactor> part : one.get().parts().entrySet()) {
                RayFactor known = parts.putIfAbsent(part.getKey(), part.getValue());
                Optional<RayFactor> both = known == null ? Optional.of(part.getValue()) : known.plus(part.getValue());
                if (both.isEmpty()) {
                    return Optional.empty();
                }
                parts.put(part.getKey(), both.get());
            }
            Optional<BigFraction> before = total.origin();
            Optional<BigFraction> origin = one.get().origin().flatMap(v -> before.map(v::add));
            total = new RayTerms(origin, parts, lower(total.tail(), one.get().tail()));
        }
        return Optional.of(total);
    }

    private static Optional<BigFraction> lower(Optional<BigFraction> a, Optional<BigFraction> b) {
        return a.isEmpty() ? b : b.isEmpty() || a.get().compareTo(b.get()) < 0 ? a : b;
    }

    /** A number times one other factor; a product of functions that are analytic. */
    private Optional<RayTerms> product(List<Expr> factors) {
        BigFraction number = BigFraction.ONE;
        List<RayTerms> others = new ArrayList<>();
        for (Expr factor : factors) {
            if (factor instanceof Expr.Constant c) {
                number = number.multiply(c.value());
            } else {
                Optional<RayTerms> one = of(factor);
                if (one.isEmpty()) {
                    return one;
                }
                others.add(one.get());
            }
        }
        boolean smooth =
                others.stream().allMatch(b -> b.parts().isEmpty() && b.tail().isEmpty());
        if (smooth) {
            return Optional.of(RayTerms.smooth(Optional.empty()));
        }
        boolean scaled = others.size() == 1 && number.signum() != 0;
        return scaled ? Optional.of(others.get(0).times(number)) : Optional.empty();
    }

    private boolean isScaledCoordinate(Expr e) {
        if (e instanceof Expr.Product product && product.factors().size() == 2) {
            return product.factors().get(0) instanceof Expr.Constant c
                    && c.value().signum() != 0
                    && isScaledCoordinate(product.factors().get(1));
        }
        return e instanceof Expr.Coordinate c && series.varies(c.vector());
    }

    /** How an expression begins that is positive for small t > 0, almost surely; empty if it is not known to be. */
    private Optional<Lead> positive(Expr e) {
        return e.accept(new Positive());
    }

    /** By form; of sums and of what has none, by the Taylor series where they have one. */
    private final class Positive implements Expr.Visitor<Optional<Lead>> {
        private Optional<Lead> orBySeries(Expr e, Optional<Lead> byForm) {
            return byForm.isPresent() ? byForm : series.lead(e);
        }

        @Override
        public Optional<Lead> constant(Expr.Constant e) {
            return e.value().signum() > 0
                    ? Optional.of(new Lead(BigFraction.ZERO, RayFactor.of(e.value()), true))
                    : Optional.empty();
        }

        @Override
        public Optional<Lead> parameter(Expr.Parameter e) {
            return series.lead(e);
        }

        @Override
        public Optional<Lead> inner(Expr.Inner e) {
            return e.left().equals(e.right()) && series.varies(e.left())
                    ? Optional.of(new Lead(BigFraction.TWO, RayFactor.some(1), true))
                    : Optional.empty();
        }

        @Override
        public Optional<Lead> coordinate(Expr.Coordinate e) {
            return series.lead(e);
        }

        @Override
        public Optional<Lead> trace(Expr.Trace e) {
            BigFraction degree = new BigFraction(2 * e.word().size());
            RayFactor factor =
                    series.coefficient(e, degree.intValue()).map(RayFactor::of).orElse(RayFactor.some(1));
            return Optional.of(new Lead(degree, factor, true));
        }

        @Override
        public Optional<Lead> sum(Expr.Sum e) {
            return orBySeries(e, joined(e.terms(), Lead::plus));
        }

        @Override
        public Optional<Lead> product(Expr.Product e) {
            return e.factors().isEmpty() ? series.lead(e) : joined(e.factors(), Lead::times);
        }

        @Override
        public Optional<Lead> power(Expr.Power e) {
            if (!(e.exponent() instanceof Expr.Constant q)) {
                return series.lead(e);
            }
            boolean square = e.base() instanceof Expr.Coordinate c
                    && series.varies(c.vector())
                    && isNaturalNumber(q.value().divide(2));
            return square
                    ? Optional.of(new Lead(q.value(), RayFactor.some(1), true))
                    : RayBehaviour.this.positive(e.base()).map(p -> p.power(q.value()));
        }

        @Override
        public Optional<Lead> apply(Expr.Apply e) {
            return e.function() == Function.SQRT
                    ? RayBehaviour.this.positive(e.argument()).map(p -> p.power(BigFraction.ONE_HALF))
                    : series.lead(e);
        }

        @Override
        public Optional<Lead> mean(Expr.Mean e) {
            return orBySeries(e, RayBehaviour.this.positive(e.body()));
        }

        @Override
        public Optional<Lead> copySum(Expr.CopySum e) {
            return series.lead(e);
        }

        @Override
        public Optional<Lead> indexSum(Expr.IndexSum e) {
            return orBySeries(e, e.distinct() ? Optional.empty() : RayBehaviour.this.positive(e.body()));
        }

        private Optional<Lead> joined(List<Expr> parts, BinaryOperator<Lead> by) {
            return all(parts).flatMap(p -> p.stream().reduce(by));
        }
    }

    private Optional<List<Lead>> all(List<Expr> parts) {
        List<Optional<Lead>> leads = parts.stream().map(this::positive).toList();
        return leads.stream().allMatch(Optional::isPresent)
                ? Optional.of(leads.stream().map(Optional::orElseThrow).toList())
                : Optional.empty();
    }
}
