package org.lossproof.search;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.lossproof.kernel.Condition;
import org.lossproof.kernel.Polynomial;
import org.lossproof.kernel.Polynomial.Monomial;
import org.lossproof.kernel.Proposition;
import org.lossproof.kernel.Rational;

/**
 * Rational points on the equations of a system: small values for some variables, the others solved for. A counterexample on a
 * curve is seldom among {@link SmallPoints}. Every point is to be checked; that none is found says nothing.
 */
public final class EquationPoints {
    private static final int MOST_STEPS = 20_000;
    private static final List<Rational> SMALL = List.of(
            Rational.ONE,
            Rational.of(2),
            Rational.parse("1/2"),
            Rational.of(4),
            Rational.of(3),
            Rational.parse("1/4"),
            Rational.of(-1),
            Rational.ZERO);

    private final Set<String> whole;
    private final List<String> names;
    private final Predicate<SortedMap<String, Rational>> stop;
    private final SortedMap<String, Rational> point = new TreeMap<>();
    private int steps;

    private EquationPoints(List<String> names, Set<String> whole, Predicate<SortedMap<String, Rational>> stop) {
        this.names = names;
        this.whole = whole;
        this.stop = stop;
    }

    /**
     * Visits points until {@code stop} says so; the map is the same object each time.
     *
     * @param whole the variables that stand for whole numbers: they are not solved for
     */
    public static void of(Proposition.NoPoint system, Set<String> whole, Predicate<SortedMap<String, Rational>> stop) {
        List<Polynomial> equations = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (Condition condition : system.conditions()) {
            condition.polynomial().variables().stream()
                    .filter(n -> !names.contains(n))
                    .forEach(names::add);
            if (condition.sign() == Condition.Sign.ZERO) {
                equations.add(condition.polynomial());
            }
        }
        new EquationPoints(names, whole, stop).visit(equations);
    }

    /** Whether it is to stop. */
    private boolean visit(List<Polynomial> equations) {
        if (++steps > MOST_STEPS) {
            return true;
        }
        List<Polynomial> left = equations.stream().filter(p -> !p.isZero()).toList();
        if (left.stream().anyMatch(p -> p.variables().isEmpty())) {
            return false;
        }
        Optional<Polynomial> inOne =
                left.stream().filter(p -> p.variables().size() == 1).findFirst();
        if (inOne.isPresent()) {
            String name = inOne.get().variables().iterator().next();
            return assigned(name, roots(inOne.get(), name), left);
        }
        Optional<String> next = next(left);
        return next.isPresent() ? assigned(next.get(), SMALL, left) : stop.test(point);
    }

    /** Whole numbers first, then what has the highest degree, so that what is solved for has a low one. */
    private Optional<String> next(List<Polynomial> equations) {
        Comparator<String> wholeFirst = Comparator.comparing(n -> !whole.contains(n));
        return names.stream()
                .filter(n -> !point.containsKey(n))
                .min(wholeFirst.thenComparing(n ->
                        -equations.stream().mapToInt(p -> p.degree(n)).max().orElse(0)));
    }

    private boolean assigned(String name, List<Rational> values, List<Polynomial> equations) {
        for (Rational value : values) {
            point.put(name, value);
            if (visit(equations.stream().map(p -> at(p, name, value)).toList())) {
                return true;
            }
        }
        point.remove(name);
        return false;
    }

    private static Polynomial at(Polynomial p, String name, Rational value) {
        Polynomial sum = Polynomial.ZERO;
        for (Map.Entry<Monomial, Rational> term : p.terms().entrySet()) {
            SortedMap<String, Integer> powers = new TreeMap<>(term.getKey().powers());
            Integer power = powers.remove(name);
            Rational coefficient = term.getValue();
            for (int i = 0; power != null && i < power; i++) {
                coefficient = coefficient.times(value);
            }
            if (coefficient.signum() != 0) {
                sum = sum.plus(Polynomial.term(coefficient, new Monomial(powers)));
            }
        }
        return sum;
    }

    /** The rational roots of a polynomial in one variable that is, a power of the variable apart, of degree 1 or 2. */
    private static List<Rational> roots(Polynomial p, String name) {
        SortedMap<Integer, Rational> coefficients = new TreeMap<>();
        p.terms().forEach((monomial, c) -> coefficients.put(monomial.powers().getOrDefault(name, 0), c));
        int lowest = coefficients.firstKey();
        List<Rational> out = new ArrayList<>(lowest > 0 ? List.of(Rational.ZERO) : List.of());
        Rational c0 = coefficients.get(lowest);
        Rational c1 = coefficients.getOrDefault(lowest + 1, Rational.ZERO);
        Rational c2 = coefficients.getOrDefault(lowest + 2, Rational.ZERO);
        int degree = coefficients.lastKey() - lowest;
        if (degree == 1) {
            out.add(c0.negated().times(c1.reciprocal()));
        } else if (degree == 2) {
            Rational half = c2.plus(c2).reciprocal();
            Rational discriminant = c1.times(c1).plus(Rational.of(-4).times(c0).times(c2));
            root(discriminant).ifPresent(r -> {
                out.add(c1.negated().plus(r).times(half));
                out.add(c1.negated().plus(r.negated()).times(half));
            });
        }
        return out;
    }

    private static Optional<Rational> root(Rational square) {
        if (square.isNegative()) {
            return Optional.empty();
        }
        BigInteger over = square.numerator().sqrt();
        BigInteger under = square.denominator().sqrt();
        Rational root = new Rational(over, under);
        return root.times(root).equals(square) ? Optional.of(root) : Optional.empty();
    }
}
