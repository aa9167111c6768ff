package org.lossproof.expansion.rational;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.linear.FieldMatrix;
import org.lossproof.expansion.rational.CoordinatePolynomial.Powers;

/**
 * The mean of polynomials over one Gaussian vector v ~ N(m, K), by Stein's identity: E[v_i p(v)] = m_i E[p(v)] + sum_j
 * K_ij E[d p / d v_j]. The mean m is a vector of variables (a view around its datum) or zero (a datum).
 */
final class GaussianIntegral {
    private final List<Integer> variables;
    private final List<Integer> means;
    private final FieldMatrix<BigFraction> covariance;
    private final Map<List<Integer>, CoordinatePolynomial> moments = new HashMap<>();

    /**
     * @param variables the numbers of v_1, v_2, ...
     * @param means the numbers of m_1, m_2, ...; empty for mean zero
     * @param covariance K
     */
    GaussianIntegral(List<Integer> variables, List<Integer> means, FieldMatrix<BigFraction> covariance) {
        this.variables = List.copyOf(variables);
        this.means = List.copyOf(means);
        this.covariance = covariance;
    }

    CoordinatePolynomial over(CoordinatePolynomial polynomial) {
        return polynomial.map(powers -> {
            Integer[] exponents = new Integer[variables.size()];
            Powers rest = powers;
            for (int i = 0; i < exponents.length; i++) {
                exponents[i] = powers.of(variables.get(i));
                rest = rest.with(variables.get(i), 0);
            }
            return moment(Arrays.asList(exponents)).times(CoordinatePolynomial.of(rest, BigFraction.ONE));
        });
    }

    private CoordinatePolynomial moment(List<Integer> exponents) {
        CoordinatePolynomial known = moments.get(exponents);
        if (known == null) {
            known = stein(exponents);
            moments.put(List.copyOf(exponents), known);
        }
        return known;
    }

    private CoordinatePolynomial stein(List<Integer> exponents) {
        int i = 0;
        while (i < exponents.size() && exponents.get(i) == 0) {
            i++;
        }
        if (i == exponents.size()) {
            return CoordinatePolynomial.constant(BigFraction.ONE);
        }
        List<Integer> p = lowered(exponents, i);
        CoordinatePolynomial sum = means.isEmpty()
                ? CoordinatePolynomial.ZERO
                : CoordinatePolynomial.variable(means.get(i)).times(moment(p));
        for (int j = 0; j < p.size(); j++) {
            BigFraction weight = covariance.getEntry(i, j).multiply(p.get(j));
            if (weight.signum() != 0) {
                sum = sum.plus(moment(lowered(p, j)).times(weight));
            }
        }
        return sum;
    }

    private static List<Integer> lowered(List<Integer> exponents, int i) {
        Integer[] out = exponents.toArray(new Integer[0]);
        out[i]--;
        return Arrays.asList(out);
    }
}
