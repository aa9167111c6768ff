package org.lossproof.claim;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.expansion.rational.RationalEvaluation;
import org.lossproof.expansion.rational.RationalModel;
import org.lossproof.loss.Combination;
import org.lossproof.loss.Datum;
import org.lossproof.loss.Expr;
import org.lossproof.loss.Exprs;
import org.lossproof.loss.Function;
import org.lossproof.loss.InputException;
import org.lossproof.loss.LossDefinition;
import org.lossproof.loss.ParameterValues;

/**
 * How a loss behaves along W -> tW at d0 = d1 = 1: analytic in t^2 plus terms c t^p for t > 0, read off its definition by
 * homogeneity. Data and noise are symmetric, so that the loss is even in t: a term whose p is not an even whole number >= 0, or
 * a multiple of log t, leaves it without an expansion. What cannot be read off is unknown.
 */
final class RayBehaviour {
    /** The place of a multiple of log t among the degrees. */
    private static final BigFraction LOGARITHM = BigFraction.ZERO;

    private static final int ORDER = 8;

    private final LossDefinition loss;

    /**
     * A function near t = 0.
     *
     * @param origin the value at t = 0 of its analytic part, if it is a known number
     * @param parts the signs of the other terms by degree, the lowest ones
     * @param tail the degree from which on nothing is known; empty if all is
     */
    private record Behaviour(
            Optional<BigFraction> origin, SortedMap<BigFraction, Integer> parts, Optional<BigFraction> tail) {
        static Behaviour smooth(Optional<BigFraction> origin) {
            return new Behaviour(origin, new TreeMap<>(), Optional.empty());
        }

        static Behaviour part(BigFraction degree, int sign) {
            return new Behaviour(
                    Optional.of(BigFraction.ZERO), new TreeMap<>(Map.of(degree, sign)), Optional.empty());
        }

        Behaviour times(BigFraction number) {
            SortedMap<BigFraction, Integer> scaled = new TreeMap<>();
            parts.forEach((p, sign) -> scaled.put(p, sign * number.signum()));
            return new Behaviour(origin.map(number::multiply), scaled, tail);
        }

        /** A function with a derivative of this sign at the origin, applied: the lowest part stays. */
        Optional<Behaviour> composed(int slope) {
            if (parts.isEmpty()) {
                return tail.isEmpty() ? Optional.of(smooth(Optional.empty())) : Optional.empty();
            }
            BigFraction lowest = parts.firstKey();
            if (lowest.signum() <= 0) {
                return Optional.empty();
            }
            BigFraction next = lowest.add(lowest.compareTo(BigFraction.ONE) < 0 ? lowest : BigFraction.ONE);
            for (BigFraction p : parts.keySet()) {
                next = p.compareTo(lowest) > 0 && p.compareTo(next) < 0 ? p : next;
            }
            BigFraction end = tail.isPresent() && tail.get().compareTo(next) < 0 ? tail.get() : next;
            return Optional.of(new Behaviour(
                    Optional.empty(), new TreeMap<>(Map.of(lowest, slope * parts.get(lowest))), Optional.of(end)));
        }
    }

    private RayBehaviour(LossDefinition loss) {
        this.loss = loss;
    }

    /** The degree of the lowest term that no expansion has, 0 for a multiple of log t; empty if none is known. */
    static Optional<BigFraction> singularDegree(LossDefinition loss) {
        return new RayBehaviour(loss)
                .of(loss.expression())
                .filter(b -> !b.parts().isEmpty())
                .filter(b -> b.tail().isEmpty() || b.parts().firstKey().compareTo(b.tail().get()) < 0)
                .map(b -> b.parts().firstKey());
    }

    private Optional<Behaviour> of(Expr e) {
        if (e instanceof Expr.Constant c) {
            return Optional.of(Behaviour.smooth(Optional.of(c.value())));
        } else if (Exprs.isDeterministic(e)) {
            return Optional.of(Behaviour.smooth(Optional.empty()));
        }
        Optional<BigFraction> degree = positive(e);
        if (degree.isPresent()) {
            boolean even = degree.get().signum() >= 0
                    && degree.get().divide(2).getDenominator().equals(BigInteger.ONE);
            return Optional.of(
                    even ? Behaviour.smooth(Optional.of(BigFraction.ZERO)) : Behaviour.part(degree.get(), 1));
        } else if (e instanceof Expr.Inner || e instanceof Expr.Coordinate || e instanceof Expr.Trace) {
            return Optional.of(Behaviour.smooth(Optional.of(BigFraction.ZERO)));
        } else if (e instanceof Expr.Sum sum) {
            return sum(sum.terms());
        } else if (e instanceof Expr.Product product) {
            return product(product.factors());
        } else if (e instanceof Expr.Mean mean) {
            return of(mean.body());
        } else if (e instanceof Expr.IndexSum sum) {
            // One coordinate: a sum over one value, or over no pair of different ones.
            return sum.distinct() ? Optional.empty() : of(sum.body());
        } else if (e instanceof Expr.Power power && power.exponent() instanceof Expr.Constant q) {
            return applied(of(power.base()), q.value().signum(), isNaturalNumber(q.value()));
        }
        return e instanceof Expr.Apply apply ? function(apply) : Optional.empty();
    }

    private static boolean isNaturalNumber(BigFraction q) {
        return q.signum() >= 0 && q.getDenominator().equals(BigInteger.ONE);
    }

    private Optional<Behaviour> function(Expr.Apply apply) {
        Optional<BigFraction> degree = positive(apply.argument());
        if (apply.function() == Function.LOG && degree.isPresent() && degree.get().signum() != 0) {
            return Optional.of(Behaviour.part(LOGARITHM, degree.get().signum()));
        }
        Optional<Behaviour> argument = of(apply.argument());
        return switch (apply.function()) {
            case EXP -> argument.flatMap(b -> b.composed(1));
            case LOG, SQRT -> applied(argument, 1, false);
            case RELU -> argument.filter(b -> b.origin().filter(v -> v.signum() > 0).isPresent());
        };
    }

    /** A function that is analytic where its argument is positive (or everywhere), with a slope of this sign there. */
    private static Optional<Behaviour> applied(Optional<Behaviour> argument, int slope, boolean everywhere) {
        return argument.filter(b -> (everywhere && b.parts().isEmpty())
                        || b.origin().filter(v -> v.signum() > 0).isPresent())
                .flatMap(b -> b.composed(slope));
    }

    private Optional<Behaviour> sum(List<Expr> terms) {
        Behaviour total = Behaviour.smooth(Optional.of(BigFraction.ZERO));
        for (Expr term : terms) {
            Optional<Behaviour> one = of(term);
            if (one.isEmpty()) {
                return one;
            }
            SortedMap<BigFraction, Integer> parts = new TreeMap<>(total.parts());
            for (Map.Entry<BigFraction, Integer> part : one.get().parts().entrySet()) {
                Integer known = parts.putIfAbsent(part.getKey(), part.getValue());
                if (known != null && !known.equals(part.getValue())) {
                    // They might cancel.
                    return Optional.empty();
                }
            }
            Optional<BigFraction> before = total.origin();
            Optional<BigFraction> origin = one.get().origin().flatMap(v -> before.map(v::add));
            total = new Behaviour(origin, parts, lower(total.tail(), one.get().tail()));
        }
        return Optional.of(total);
    }

    private static Optional<BigFraction> lower(Optional<BigFraction> a, Optional<BigFraction> b) {
        return a.isEmpty() ? b : b.isEmpty() || a.get().compareTo(b.get()) < 0 ? a : b;
    }

    /** A number times one other factor; a product of functions that are analytic. */
    private Optional<Behaviour> product(List<Expr> factors) {
        BigFraction number = BigFraction.ONE;
        List<Behaviour> others = new ArrayList<>();
        for (Expr factor : factors) {
            if (factor instanceof Expr.Constant c) {
                number = number.multiply(c.value());
            } else {
                Optional<Behaviour> one = of(factor);
                if (one.isEmpty()) {
                    return one;
                }
                others.add(one.get());
            }
        }
        boolean smooth = others.stream().allMatch(b -> b.parts().isEmpty() && b.tail().isEmpty());
        if (smooth) {
            return Optional.of(Behaviour.smooth(Optional.empty()));
        }
        boolean scaled = others.size() == 1 && number.signum() != 0;
        return scaled ? Optional.of(others.get(0).times(number)) : Optional.empty();
    }

    /** The degree of an expression that is a positive multiple of a power of t, almost surely; empty if it is not known to be. */
    private Optional<BigFraction> positive(Expr e) {
        if (e instanceof Expr.Constant c) {
            return c.value().signum() > 0 ? Optional.of(BigFraction.ZERO) : Optional.empty();
        } else if (e instanceof Expr.Inner inner) {
            return inner.left().equals(inner.right()) && varies(inner.left())
                    ? Optional.of(BigFraction.TWO)
                    : Optional.empty();
        } else if (e instanceof Expr.Trace trace) {
            return Optional.of(new BigFraction(2 * trace.word().size()));
        } else if (e instanceof Expr.Power power && power.exponent() instanceof Expr.Constant q) {
            boolean square = power.base() instanceof Expr.Coordinate c
                    && varies(c.vector())
                    && isNaturalNumber(q.value().divide(2));
            return square
                    ? Optional.of(q.value())
                    : positive(power.base()).map(p -> p.multiply(q.value()));
        } else if (e instanceof Expr.Apply apply && apply.function() == Function.SQRT) {
            return positive(apply.argument()).map(p -> p.divide(2));
        } else if (e instanceof Expr.Product product && !product.factors().isEmpty()) {
            return product.factors().stream()
                    .map(this::positive)
                    .reduce((a, b) -> a.flatMap(p -> b.map(p::add)))
                    .orElseThrow();
        }
        Optional<BigFraction> inside = e instanceof Expr.Mean mean
                ? positive(mean.body())
                : e instanceof Expr.IndexSum sum && !sum.distinct() ? positive(sum.body()) : Optional.empty();
        return inside.isPresent() ? inside : homogeneousPolynomial(e);
    }

    /** A combination of representations that is not identically zero. */
    private boolean varies(Combination u) {
        List<String> vectors = u.terms().stream().map(Combination.Term::vector).distinct().toList();
        return coefficients(new Expr.Mean(vectors, new Expr.Inner(u, u)))
                .filter(c -> c.get(1).signum() > 0)
                .isPresent();
    }

    /** A mean (or a sum over coordinates of one) of polynomials that has one order only, with a positive coefficient. */
    private Optional<BigFraction> homogeneousPolynomial(Expr e) {
        if (!Exprs.hasMean(e)) {
            return Optional.empty();
        }
        Optional<List<BigFraction>> all = coefficients(new Expr.IndexSum(freeIndices(), false, e));
        Optional<Integer> degree = Degree.atMost(e);
        if (all.isEmpty() || degree.isEmpty() || degree.get() > ORDER) {
            return Optional.empty();
        }
        List<Integer> present = new ArrayList<>();
        for (int k = 1; k <= ORDER; k++) {
            if (all.get().get(k - 1).signum() != 0) {
                present.add(k);
            }
        }
        boolean one = present.size() == 1 && all.get().get(present.get(0) - 1).signum() > 0;
        return one ? Optional.of(new BigFraction(present.get(0))) : Optional.empty();
    }

    /** The indices that sums of the definition bind: one coordinate has the same value under each. */
    private List<String> freeIndices() {
        List<String> out = new ArrayList<>();
        new org.lossproof.loss.Rewriter() {
            @Override
            public Expr rewrite(Expr part) {
                if (part instanceof Expr.IndexSum sum) {
                    out.addAll(sum.indices());
                }
                return super.rewrite(part);
            }
        }.rewrite(loss.expression());
        return out.stream().distinct().toList();
    }

    /** The Taylor coefficients from order 1 on at d0 = d1 = 1, A0 = C = 1; empty where there are none. */
    private Optional<List<BigFraction>> coefficients(Expr e) {
        Map<String, BigFraction> values =
                new ParameterValues(loss, Map.of()).withExamples().values();
        if (loss.encoders().size() != 1 || loss.data().stream().anyMatch(Datum::repeated)) {
            return Optional.empty();
        }
        try {
            return Optional.of(RationalEvaluation.coefficients(
                    loss.withExpression(e),
                    values,
                    RationalModel.scalar(BigFraction.ONE, BigFraction.ONE),
                    ORDER));
        } catch (InputException | org.lossproof.expansion.IrrationalConstantException e2) {
            return Optional.empty();
        }
    }
}
