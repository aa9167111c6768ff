package org.lossproof.claim;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.expansion.rational.RationalEvaluation;
import org.lossproof.expansion.rational.RationalModel;
import org.lossproof.loss.Combination;
import org.lossproof.loss.Expr;
import org.lossproof.loss.Exprs;
import org.lossproof.loss.Function;
import org.lossproof.loss.InputException;
import org.lossproof.loss.LossDefinition;
import org.lossproof.loss.ParameterValues;
import org.lossproof.page.Degree;

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
     * @param parts the factors of the other terms by degree, the lowest ones
     * @param tail the degree from which on nothing is known; empty if all is
     */
    private record Behaviour(
            Optional<BigFraction> origin, SortedMap<BigFraction, RayFactor> parts, Optional<BigFraction> tail) {
        static Behaviour smooth(Optional<BigFraction> origin) {
            return new Behaviour(origin, new TreeMap<>(), Optional.empty());
        }

        static Behaviour part(BigFraction degree, RayFactor factor, boolean exact) {
            return new Behaviour(
                    Optional.of(BigFraction.ZERO),
                    new TreeMap<>(Map.of(degree, factor)),
                    exact ? Optional.empty() : Optional.of(degree.add(BigFraction.ONE)));
        }

        Behaviour times(BigFraction number) {
            SortedMap<BigFraction, RayFactor> scaled = new TreeMap<>();
            parts.forEach((p, factor) -> scaled.put(p, factor.times(RayFactor.of(number))));
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
                    Optional.empty(),
                    new TreeMap<>(Map.of(
                            lowest, RayFactor.some(slope * parts.get(lowest).sign()))),
                    Optional.of(end)));
        }
    }

    /**
     * A positive multiple of a power of t.
     *
     * @param degree of the power
     * @param factor what it is multiplied by, positive
     * @param exact whether that is all of it; otherwise a factor 1 + O(t) is not known
     */
    private record Lead(BigFraction degree, RayFactor factor, boolean exact) {
        Lead power(BigFraction q) {
            return new Lead(degree.multiply(q), factor.power(q), exact);
        }

        Lead times(Lead that) {
            return new Lead(degree.add(that.degree), factor.times(that.factor), exact && that.exact);
        }

        /** Of a sum of the two: the lower degree leads. */
        Lead plus(Lead that) {
            int order = degree.compareTo(that.degree);
            return order == 0
                    ? new Lead(degree, factor.plus(that.factor).orElse(RayFactor.some(1)), exact && that.exact)
                    : new Lead(order < 0 ? degree : that.degree, order < 0 ? factor : that.factor, false);
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
                .filter(b -> b.tail().isEmpty()
                        || b.parts().firstKey().compareTo(b.tail().get()) < 0)
                .map(b -> b.parts().firstKey());
    }

    /** What is closed and has a Taylor series by exact evaluation is analytic, whatever it is made of. */
    private Optional<Behaviour> of(Expr e) {
        Optional<Behaviour> found = byForm(e);
        return found.isPresent() || !isClosed(e) ? found : coefficients(e).map(c -> Behaviour.smooth(Optional.empty()));
    }

    private Optional<Behaviour> byForm(Expr e) {
        if (e instanceof Expr.Constant c) {
            return Optional.of(Behaviour.smooth(Optional.of(c.value())));
        } else if (Exprs.isDeterministic(e)) {
            return Optional.of(Behaviour.smooth(Optional.empty()));
        }
        Optional<Behaviour> total = e instanceof Expr.Sum terms ? sum(terms.terms()) : Optional.empty();
        // A lead of degree 0 says less than the form does.
        Optional<Lead> lead = total.isPresent()
                ? Optional.empty()
                : positive(e).filter(l -> l.exact() || l.degree().signum() != 0);
        if (total.isPresent()) {
            return total;
        } else if (lead.isPresent()) {
            return Optional.of(behaviour(lead.get()));
        } else if (e instanceof Expr.Inner || e instanceof Expr.Coordinate || e instanceof Expr.Trace) {
            return Optional.of(Behaviour.smooth(Optional.of(BigFraction.ZERO)));
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

    private static Behaviour behaviour(Lead lead) {
        boolean even = lead.degree().signum() >= 0
                && lead.degree().divide(2).getDenominator().equals(BigInteger.ONE);
        if (!even) {
            return Behaviour.part(lead.degree(), lead.factor(), lead.exact());
        }
        Optional<BigFraction> tail =
                lead.exact() ? Optional.empty() : Optional.of(lead.degree().add(BigFraction.ONE));
        return new Behaviour(Optional.of(BigFraction.ZERO), new TreeMap<>(), tail);
    }

    private static boolean isNaturalNumber(BigFraction q) {
        return q.signum() >= 0 && q.getDenominator().equals(BigInteger.ONE);
    }

    private Optional<Behaviour> function(Expr.Apply apply) {
        Optional<Lead> lead = positive(apply.argument());
        if (apply.function() == Function.LOG
                && lead.isPresent()
                && lead.get().degree().signum() != 0) {
            return Optional.of(Behaviour.part(
                    LOGARITHM, RayFactor.of(lead.get().degree()), lead.get().exact()));
        } else if (apply.function() == Function.RELU && isScaledCoordinate(apply.argument())) {
            // Half of the time a multiple of t, else 0.
            return Optional.of(Behaviour.part(BigFraction.ONE, RayFactor.some(1), true));
        }
        Optional<Behaviour> argument = of(apply.argument());
        return switch (apply.function()) {
            case EXP -> argument.flatMap(b -> b.composed(1));
            case LOG, SQRT -> applied(argument, 1, false);
            case RELU ->
                argument.filter(b -> b.origin().filter(v -> v.signum() > 0).isPresent());
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
        boolean smooth =
                others.stream().allMatch(b -> b.parts().isEmpty() && b.tail().isEmpty());
        if (smooth) {
            return Optional.of(Behaviour.smooth(Optional.empty()));
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
        return e instanceof Expr.Coordinate c && varies(c.vector());
    }

    /** How an expression begins that is positive for small t > 0, almost surely; empty if it is not known to be. */
    private Optional<Lead> positive(Expr e) {
        if (e instanceof Expr.Constant c) {
            return c.value().signum() > 0
                    ? Optional.of(new Lead(BigFraction.ZERO, RayFactor.of(c.value()), true))
                    : Optional.empty();
        } else if (e instanceof Expr.Inner inner) {
            return inner.left().equals(inner.right()) && varies(inner.left())
                    ? Optional.of(new Lead(BigFraction.TWO, RayFactor.some(1), true))
                    : Optional.empty();
        } else if (e instanceof Expr.Trace trace) {
            BigFraction degree = new BigFraction(2 * trace.word().size());
            Optional<BigFraction> value = degree.intValue() > ORDER
                    ? Optional.empty()
                    : coefficients(trace).map(c -> c.get(degree.intValue() - 1));
            return Optional.of(new Lead(degree, value.map(RayFactor::of).orElse(RayFactor.some(1)), true));
        } else if (e instanceof Expr.Power power && power.exponent() instanceof Expr.Constant q) {
            boolean square = power.base() instanceof Expr.Coordinate c
                    && varies(c.vector())
                    && isNaturalNumber(q.value().divide(2));
            return square
                    ? Optional.of(new Lead(q.value(), RayFactor.some(1), true))
                    : positive(power.base()).map(p -> p.power(q.value()));
        } else if (e instanceof Expr.Apply apply && apply.function() == Function.SQRT) {
            return positive(apply.argument()).map(p -> p.power(BigFraction.ONE_HALF));
        } else if (e instanceof Expr.Product product && !product.factors().isEmpty()) {
            return all(product.factors()).flatMap(p -> p.stream().reduce(Lead::times));
        }
        Optional<Lead> inside = Optional.empty();
        if (e instanceof Expr.Sum sum && !sum.terms().isEmpty()) {
            inside = all(sum.terms()).flatMap(p -> p.stream().reduce(Lead::plus));
        } else if (e instanceof Expr.Mean mean) {
            inside = positive(mean.body());
        } else if (e instanceof Expr.IndexSum sum && !sum.distinct()) {
            inside = positive(sum.body());
        }
        return inside.isPresent() ? inside : bySeries(e);
    }

    private Optional<List<Lead>> all(List<Expr> parts) {
        List<Optional<Lead>> leads = parts.stream().map(this::positive).toList();
        return leads.stream().allMatch(Optional::isPresent)
                ? Optional.of(leads.stream().map(Optional::orElseThrow).toList())
                : Optional.empty();
    }

    /** A combination of representations that is not identically zero. */
    private boolean varies(Combination u) {
        List<String> vectors =
                u.terms().stream().map(Combination.Term::vector).distinct().toList();
        return coefficients(new Expr.Mean(vectors, new Expr.Inner(u, u)))
                .filter(c -> c.get(1).signum() > 0)
                .isPresent();
    }

    /** What is closed and vanishes at the origin begins with its lowest order there. */
    private Optional<Lead> bySeries(Expr e) {
        if (!isClosed(e) || Exprs.isDeterministic(e)) {
            return Optional.empty();
        }
        // Times tr(A), which is t^2 here, so that the value at the origin is among the coefficients.
        Expr shifted = new Expr.Product(List.of(new Expr.Trace(List.of(Expr.Letter.A)), e));
        Optional<List<BigFraction>> all = coefficients(new Expr.IndexSum(freeIndices(), false, shifted));
        int lowest = 0;
        while (all.isPresent()
                && lowest + 2 <= ORDER
                && all.get().get(lowest + 1).signum() == 0) {
            lowest++;
        }
        if (all.isEmpty() || lowest + 2 > ORDER || all.get().get(lowest + 1).signum() < 0) {
            return Optional.empty();
        }
        boolean alone = all.get().subList(lowest + 2, ORDER).stream().allMatch(c -> c.signum() == 0)
                && Degree.atMost(e).filter(d -> d + 2 <= ORDER).isPresent();
        return Optional.of(
                new Lead(new BigFraction(lowest), RayFactor.of(all.get().get(lowest + 1)), alone));
    }

    /** Whether every vector is bound by a mean inside. */
    private boolean isClosed(Expr e) {
        return freeVectors(e).isEmpty();
    }

    private static Set<String> freeVectors(Expr e) {
        Set<String> out = new TreeSet<>();
        e.children().forEach(c -> out.addAll(freeVectors(c)));
        if (e instanceof Expr.Mean mean) {
            mean.vectors().forEach(out::remove);
        } else if (e instanceof Expr.Inner inner) {
            inner.left().terms().forEach(t -> out.add(t.vector()));
            inner.right().terms().forEach(t -> out.add(t.vector()));
        } else if (e instanceof Expr.Coordinate c) {
            c.vector().terms().forEach(t -> out.add(t.vector()));
        }
        return out;
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
        if (loss.encoders().size() != 1) {
            return Optional.empty();
        }
        try {
            return Optional.of(RationalEvaluation.coefficients(
                    loss.withExpression(e), values, RationalModel.scalar(BigFraction.ONE, BigFraction.ONE), ORDER));
        } catch (InputException | org.lossproof.loss.IrrationalConstantException e2) {
            return Optional.empty();
        }
    }
}
