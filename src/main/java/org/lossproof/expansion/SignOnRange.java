package org.lossproof.expansion;

import cc.redberry.rings.bigint.BigInteger;
import cc.redberry.rings.poly.multivar.MultivariatePolynomial;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.util.CombinatoricsUtils;
import org.lossproof.loss.LossDefinition;

/**
 * The sign of a polynomial where its variables are in their ranges. Every variable is written in one that is not negative there
 * (x = l + y, x = h - y, or x = (l + h y)/(1 + y)); if then all coefficients have one sign, so has the polynomial, and it
 * vanishes nowhere if at every corner of the ranges some monomial does not. A sufficient criterion: the answer may be "unknown"
 * though there is a sign.
 */
final class SignOnRange {
    private static final int MAX_TERMS = 60;
    private static final int MAX_DEGREE = 12;
    /** At an end that does not belong to the range every power counts. */
    private static final int INSIDE = -1;

    private final LossDefinition loss;
    private final Indeterminates indeterminates;

    SignOnRange(LossDefinition loss, Indeterminates indeterminates) {
        this.loss = loss;
        this.indeterminates = indeterminates;
    }

    /** 1 if it is never negative, -1 if it is never positive, 0 if that is unknown. */
    int of(MultivariatePolynomial<BigInteger> p) {
        if (p.size() > MAX_TERMS || p.degree() > MAX_DEGREE) {
            return 0;
        }
        Map<List<Integer>, BigFraction> terms = new HashMap<>();
        for (Rationals.Term term : Rationals.terms(p)) {
            terms.put(Arrays.stream(term.exponents()).boxed().toList(), new BigFraction(term.coefficient()));
        }
        List<Range> ranges = new ArrayList<>();
        for (int i = 0; i < indeterminates.size(); i++) {
            ranges.add(range(indeterminates.generator(i), loss, Map.of()));
        }
        // Indeterminates that stand for nothing yet do not occur.
        ranges.addAll(Collections.nCopies(p.nVariables - ranges.size(), Range.ALL));
        Sign sign = of(terms, ranges);
        return sign == Sign.ZERO || sign == Sign.UNKNOWN ? 0 : sign.isNotNegative() ? 1 : -1;
    }

    /** Of a coefficient wherever it is defined, parameters of the loss in the ranges given or else in those it declares. */
    static Sign of(Coefficient c, LossDefinition loss, Map<String, Range> own) {
        List<String> names = List.copyOf(c.generators().keySet());
        List<Range> ranges =
                names.stream().map(n -> range(c.generators().get(n), loss, own)).toList();
        return of(terms(c.numerator(), names), ranges).over(of(terms(c.denominator(), names), ranges));
    }

    private static Map<List<Integer>, BigFraction> terms(List<Coefficient.Term> all, List<String> names) {
        Map<List<Integer>, BigFraction> out = new HashMap<>();
        for (Coefficient.Term term : all) {
            List<Integer> powers =
                    names.stream().map(n -> term.powers().getOrDefault(n, 0)).toList();
            out.put(powers, new BigFraction(term.coefficient()));
        }
        return out;
    }

    /** Roots and exponentials are positive; of logarithms that is seen only where no parameter occurs. */
    private static Range range(Generator generator, LossDefinition loss, Map<String, Range> own) {
        if (generator instanceof Generator.Parameter p) {
            return own.getOrDefault(p.name(), Range.of(loss, p.name()));
        }
        boolean positive = !(generator instanceof Generator.Logarithm)
                || (generator.parameters().isEmpty()
                        && generator.enclosure(Map.of()).sign() > 0);
        return positive ? Range.POSITIVE : Range.ALL;
    }

    /**
     * Of a sum of monomials.
     *
     * @param terms the coefficients by exponents, one for every variable
     * @param ranges of the variables, as many
     */
    static Sign of(Map<List<Integer>, BigFraction> terms, List<Range> ranges) {
        if (terms.size() > MAX_TERMS
                || terms.keySet().stream()
                        .anyMatch(e -> e.stream().mapToInt(k -> k).sum() > MAX_DEGREE)) {
            return Sign.UNKNOWN;
        }
        Map<List<Integer>, BigFraction> moved = new HashMap<>(terms);
        List<List<Integer>> corners = new ArrayList<>();
        int variables = terms.keySet().stream().mapToInt(List::size).findFirst().orElse(0);
        for (int i = 0; i < variables; i++) {
            int at = i;
            int degree = terms.keySet().stream().mapToInt(e -> e.get(at)).max().orElse(0);
            corners.add(degree == 0 ? List.of(INSIDE) : corners(ranges.get(i), degree));
            moved = degree == 0 ? moved : substituted(moved, i, degree, ranges.get(i));
        }
        moved.values().removeIf(BigFraction::isZero);
        return commonSign(moved, ranges, corners);
    }

    /** The powers of y that do not vanish at an end of the range, for every end that belongs to it. */
    private static List<Integer> corners(Range range, int degree) {
        List<Integer> out = new ArrayList<>();
        boolean bothEnds = range.low().isPresent() && range.high().isPresent();
        boolean anySign = range.low().isEmpty() && range.high().isEmpty();
        boolean atZero = anySign || (range.low().isPresent() ? !range.lowOpen() : !range.highOpen());
        if (atZero) {
            out.add(0);
        }
        if (bothEnds && !range.highOpen()) {
            out.add(degree);
        }
        return out.isEmpty() ? List.of(INSIDE) : out;
    }

    private static Sign commonSign(
            Map<List<Integer>, BigFraction> terms, List<Range> ranges, List<List<Integer>> corners) {
        int sign = 0;
        for (Map.Entry<List<Integer>, BigFraction> term : terms.entrySet()) {
            for (int i = 0; i < term.getKey().size(); i++) {
                boolean anySign =
                        ranges.get(i).low().isEmpty() && ranges.get(i).high().isEmpty();
                if (anySign && term.getKey().get(i) % 2 != 0) {
                    return Sign.UNKNOWN;
                }
            }
            if (sign * term.getValue().signum() < 0) {
                return Sign.UNKNOWN;
            }
            sign = term.getValue().signum();
        }
        if (sign == 0) {
            return Sign.ZERO;
        }
        boolean nowhereZero = reachesAll(List.copyOf(terms.keySet()), corners, 0);
        Sign positive = nowhereZero ? Sign.POSITIVE : Sign.NOT_NEGATIVE;
        return sign > 0 ? positive : positive.negated();
    }

    /** Whether at every choice of corners from a variable on some of the monomials does not vanish. */
    private static boolean reachesAll(List<List<Integer>> monomials, List<List<Integer>> corners, int from) {
        if (monomials.isEmpty() || from == corners.size()) {
            return !monomials.isEmpty();
        }
        return corners.get(from).stream()
                .allMatch(k -> reachesAll(
                        monomials.stream()
                                .filter(m -> k == INSIDE || m.get(from).equals(k))
                                .toList(),
                        corners,
                        from + 1));
    }

    private static Map<List<Integer>, BigFraction> substituted(
            Map<List<Integer>, BigFraction> terms, int i, int degree, Range range) {
        Map<List<Integer>, BigFraction> out = new HashMap<>();
        terms.forEach((exponents, c) -> {
            List<BigFraction> image = image(exponents.get(i), degree, range.low(), range.high());
            for (int k = 0; k < image.size(); k++) {
                Integer[] moved = exponents.toArray(new Integer[0]);
                moved[i] = k;
                out.merge(List.of(moved), c.multiply(image.get(k)), BigFraction::add);
            }
        });
        return out;
    }

    /** The coefficients in y of x^e, times (1 + y)^degree if there are two bounds; y is x itself if there is none. */
    private static List<BigFraction> image(int e, int degree, Optional<BigFraction> low, Optional<BigFraction> high) {
        if (low.isPresent() && high.isPresent()) {
            return product(binomial(low.get(), high.get(), e), binomial(BigFraction.ONE, BigFraction.ONE, degree - e));
        }
        return low.isPresent()
                ? binomial(low.get(), BigFraction.ONE, e)
                : binomial(
                        high.orElse(BigFraction.ZERO), high.isPresent() ? BigFraction.MINUS_ONE : BigFraction.ONE, e);
    }

    /** The coefficients of (a + b y)^n. */
    private static List<BigFraction> binomial(BigFraction a, BigFraction b, int n) {
        List<BigFraction> out = new ArrayList<>();
        for (int k = 0; k <= n; k++) {
            BigFraction power = (n == k ? BigFraction.ONE : a.pow(n - k)).multiply(k == 0 ? BigFraction.ONE : b.pow(k));
            out.add(power.multiply(new BigFraction(CombinatoricsUtils.binomialCoefficient(n, k))));
        }
        return out;
    }

    private static List<BigFraction> product(List<BigFraction> a, List<BigFraction> b) {
        List<BigFraction> out = new ArrayList<>(Collections.nCopies(a.size() + b.size() - 1, BigFraction.ZERO));
        for (int i = 0; i < a.size(); i++) {
            for (int j = 0; j < b.size(); j++) {
                out.set(i + j, out.get(i + j).add(a.get(i).multiply(b.get(j))));
            }
        }
        return out;
    }
}
