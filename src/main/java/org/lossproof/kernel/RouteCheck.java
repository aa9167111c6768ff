package org.lossproof.kernel;

import static org.lossproof.kernel.RejectedCertificateException.require;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Compares what routes say of two expansions, with each other and side with side. It recomputes no expansion. */
final class RouteCheck {
    private RouteCheck() {}

    static void same(Proposition.SameExpansion same, Certificate.Routes routes) {
        for (Certificate.Symbolic word : agreeing(routes)) {
            for (int k = same.from(); k <= same.to(); k++) {
                require(!differs(word, k, same.limit()), word.route() + ": the sides differ at order " + k);
            }
        }
    }

    /** Invariants are independent once d1 is large; at the points of small d1 the sides may agree. */
    static void different(Proposition.DifferentExpansion different, Certificate.Routes routes) {
        for (Certificate.Symbolic word : agreeing(routes)) {
            require(
                    differs(word, different.order(), different.limit()),
                    word.route() + ": the sides agree at order " + different.order());
        }
    }

    /** The symbolic routes, of at least two in all that give the same for either side. */
    private static List<Certificate.Symbolic> agreeing(Certificate.Routes routes) {
        Set<String> names = routes.words().stream().map(Certificate.Word::route).collect(Collectors.toSet());
        require(names.size() >= 2 && names.size() == routes.words().size(), "fewer than two routes: " + names);
        List<Certificate.Symbolic> symbolic = routes.words().stream()
                .filter(Certificate.Symbolic.class::isInstance)
                .map(Certificate.Symbolic.class::cast)
                .toList();
        require(!symbolic.isEmpty(), "no route gives coefficients");
        for (Certificate.Word word : routes.words()) {
            if (word instanceof Certificate.Symbolic one) {
                requireEqual(one.route(), symbolic.get(0).left(), one.left());
                requireEqual(one.route(), symbolic.get(0).right(), one.right());
            } else {
                Certificate.Pointwise points = (Certificate.Pointwise) word;
                require(!points.samples().isEmpty(), points.route() + ": no points");
                for (Certificate.Sample sample : points.samples()) {
                    requireValues(points.route(), symbolic.get(0).left(), sample, sample.left());
                    requireValues(points.route(), symbolic.get(0).right(), sample, sample.right());
                }
            }
        }
        return symbolic;
    }

    private static void requireEqual(
            String route,
            SortedMap<Integer, SortedMap<String, Certificate.Fraction>> first,
            SortedMap<Integer, SortedMap<String, Certificate.Fraction>> other) {
        Set<Integer> orders = new TreeSet<>(first.keySet());
        orders.addAll(other.keySet());
        for (int k : orders) {
            require(
                    difference(at(first, k), at(other, k)).isEmpty(),
                    route + ": another coefficient at order " + k + " than the first route");
        }
    }

    private static void requireValues(
            String route,
            SortedMap<Integer, SortedMap<String, Certificate.Fraction>> coefficients,
            Certificate.Sample sample,
            SortedMap<Integer, Rational> values) {
        Set<Integer> orders = new TreeSet<>(coefficients.keySet());
        orders.addAll(values.keySet());
        for (int k : orders) {
            Rational sum = Rational.ZERO;
            for (var term : at(coefficients, k).entrySet()) {
                sum = sum.plus(value(term.getValue(), sample).times(value(term.getKey(), sample)));
            }
            require(
                    sum.equals(values.getOrDefault(k, Rational.ZERO)),
                    route + ": the value at order " + k + " is not that of the first route's coefficients");
        }
    }

    private static Rational value(Certificate.Fraction fraction, Certificate.Sample sample) {
        try {
            Rational under = fraction.denominator().at(sample.values());
            return fraction.numerator().at(sample.values()).times(under.reciprocal());
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new RejectedCertificateException("a coefficient has no value at a point: " + e.getMessage());
        }
    }

    private static Rational value(String invariant, Certificate.Sample sample) {
        require(sample.values().containsKey(invariant), "no value for " + invariant);
        return sample.values().get(invariant);
    }

    private static boolean differs(Certificate.Symbolic both, int k, Optional<String> limit) {
        return difference(at(both.left(), k), at(both.right(), k)).values().stream()
                .anyMatch(f -> limit.isEmpty() || remains(f, limit.get()));
    }

    /** Whether it does not tend to 0; constants such as log(N) have no degree in N. */
    private static boolean remains(Certificate.Fraction fraction, String parameter) {
        for (Polynomial side : List.of(fraction.numerator(), fraction.denominator())) {
            for (String name : side.variables()) {
                boolean hidden = !name.equals(parameter)
                        && List.of(name.split("[^A-Za-z0-9_']+", -1)).contains(parameter);
                require(!hidden, "the limit of " + name + " as " + parameter + " grows is not known");
            }
        }
        return fraction.numerator().degree(parameter) >= fraction.denominator().degree(parameter);
    }

    /** The coefficients of left - right that are not zero. */
    private static SortedMap<String, Certificate.Fraction> difference(
            SortedMap<String, Certificate.Fraction> left, SortedMap<String, Certificate.Fraction> right) {
        SortedMap<String, Certificate.Fraction> out = new TreeMap<>();
        Set<String> invariants = new TreeSet<>(left.keySet());
        invariants.addAll(right.keySet());
        for (String invariant : invariants) {
            Certificate.Fraction zero = new Certificate.Fraction(Polynomial.ZERO, Polynomial.ONE);
            Certificate.Fraction l = left.getOrDefault(invariant, zero);
            Certificate.Fraction r = right.getOrDefault(invariant, zero);
            require(!l.denominator().isZero() && !r.denominator().isZero(), "a denominator is zero");
            Polynomial over =
                    l.numerator().times(r.denominator()).minus(r.numerator().times(l.denominator()));
            if (!over.isZero()) {
                out.put(
                        invariant,
                        new Certificate.Fraction(over, l.denominator().times(r.denominator())));
            }
        }
        return out;
    }

    private static SortedMap<String, Certificate.Fraction> at(
            SortedMap<Integer, SortedMap<String, Certificate.Fraction>> side, int k) {
        return side.getOrDefault(k, new TreeMap<>());
    }
}
