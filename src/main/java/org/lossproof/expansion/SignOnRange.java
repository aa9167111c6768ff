package org.lossproof.expansion;

import cc.redberry.rings.bigint.BigInteger;
import cc.redberry.rings.poly.multivar.MultivariatePolynomial;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.util.CombinatoricsUtils;
import org.lossproof.loss.LossDefinition;
import org.lossproof.loss.ParameterDeclaration;

/**
 * The sign of a polynomial where the parameters are in their ranges. Every parameter is written in a variable that is not
 * negative there (x = l + y, x = h - y, or x = (l + h y)/(1 + y)); if then all coefficients have one sign, so has the
 * polynomial. A sufficient criterion: the answer may be "unknown" though there is a sign.
 */
final class SignOnRange {
    private static final int MAX_TERMS = 60;
    private static final int MAX_DEGREE = 12;

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
            terms.put(java.util.Arrays.stream(term.exponents()).boxed().toList(), new BigFraction(term.coefficient()));
        }
        boolean[] anySign = new boolean[indeterminates.size()];
        for (int i = 0; i < indeterminates.size(); i++) {
            if (p.degree(i) > 0) {
                terms = substituted(terms, i, p.degree(i), anySign);
            }
        }
        return commonSign(terms, anySign);
    }

    private static int commonSign(Map<List<Integer>, BigFraction> terms, boolean[] anySign) {
        int sign = 0;
        for (Map.Entry<List<Integer>, BigFraction> term : terms.entrySet()) {
            if (term.getValue().isZero()) {
                continue;
            }
            for (int i = 0; i < anySign.length; i++) {
                if (anySign[i] && term.getKey().get(i) % 2 != 0) {
                    return 0;
                }
            }
            if (sign * term.getValue().signum() < 0) {
                return 0;
            }
            sign = term.getValue().signum();
        }
        return sign;
    }

    private Map<List<Integer>, BigFraction> substituted(
            Map<List<Integer>, BigFraction> terms, int i, int degree, boolean[] anySign) {
        Generator generator = indeterminates.generator(i);
        if (!(generator instanceof Generator.Parameter p)) {
            boolean positive = !(generator instanceof Generator.Logarithm)
                    || (generator.parameters().isEmpty()
                            && generator.enclosure(Map.of()).sign() > 0);
            anySign[i] = !positive;
            return terms;
        }
        Optional<ParameterDeclaration> range = loss.parameter(p.name());
        Optional<BigFraction> low =
                p.name().equals("d1") ? Optional.of(BigFraction.ONE) : range.flatMap(ParameterDeclaration::low);
        Optional<BigFraction> high = range.flatMap(ParameterDeclaration::high);
        if (low.isEmpty() && high.isEmpty()) {
            anySign[i] = true;
            return terms;
        }
        Map<List<Integer>, BigFraction> out = new HashMap<>();
        terms.forEach((exponents, c) -> {
            List<BigFraction> image = image(exponents.get(i), degree, low, high);
            for (int k = 0; k < image.size(); k++) {
                Integer[] moved = exponents.toArray(new Integer[0]);
                moved[i] = k;
                out.merge(List.of(moved), c.multiply(image.get(k)), BigFraction::add);
            }
        });
        return out;
    }

    /** The coefficients in y of x^e, times (1 + y)^degree if there are two bounds. */
    private static List<BigFraction> image(int e, int degree, Optional<BigFraction> low, Optional<BigFraction> high) {
        if (low.isPresent() && high.isPresent()) {
            return product(binomial(low.get(), high.get(), e), binomial(BigFraction.ONE, BigFraction.ONE, degree - e));
        }
        return low.isPresent()
                ? binomial(low.get(), BigFraction.ONE, e)
                : binomial(high.orElseThrow(), BigFraction.MINUS_ONE, e);
    }

    /** The coefficients of (a + b y)^n. */
    private static List<BigFraction> binomial(BigFraction a, BigFraction b, int n) {
        List<BigFraction> out = new java.util.ArrayList<>();
        for (int k = 0; k <= n; k++) {
            BigFraction power = (n == k ? BigFraction.ONE : a.pow(n - k)).multiply(k == 0 ? BigFraction.ONE : b.pow(k));
            out.add(power.multiply(new BigFraction(CombinatoricsUtils.binomialCoefficient(n, k))));
        }
        return out;
    }

    private static List<BigFraction> product(List<BigFraction> a, List<BigFraction> b) {
        List<BigFraction> out =
                new java.util.ArrayList<>(java.util.Collections.nCopies(a.size() + b.size() - 1, BigFraction.ZERO));
        for (int i = 0; i < a.size(); i++) {
            for (int j = 0; j < b.size(); j++) {
                out.set(i + j, out.get(i + j).add(a.get(i).multiply(b.get(j))));
            }
        }
        return out;
    }
}
