package org.lossproof.expansion;

import cc.redberry.rings.Rational;
import cc.redberry.rings.bigint.BigInteger;
import cc.redberry.rings.poly.MultivariateRing;
import cc.redberry.rings.poly.PolynomialFactorDecomposition;
import cc.redberry.rings.poly.multivar.Monomial;
import cc.redberry.rings.poly.multivar.MultivariatePolynomial;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;

/** Between numbers of Java and polynomials of Rings. */
final class Rationals {
    private static final int FACTOR_ATTEMPTS = 4;

    private Rationals() {}

    /** An integer times a product of powers of the indeterminates. */
    @SuppressWarnings("ArrayRecordComponent")
    record Term(java.math.BigInteger coefficient, int[] exponents) {}

    /** An irreducible polynomial, not constant, and how often it occurs. */
    record Factor(MultivariatePolynomial<BigInteger> polynomial, int exponent) {}

    /** A polynomial as a number times irreducible ones. */
    record Factored(java.math.BigInteger number, List<Factor> factors) {}

    static java.math.BigInteger java(BigInteger value) {
        return new java.math.BigInteger(value.toByteArray());
    }

    static BigInteger rings(java.math.BigInteger value) {
        return new BigInteger(value.toByteArray());
    }

    static List<Term> terms(MultivariatePolynomial<BigInteger> polynomial) {
        List<Term> out = new ArrayList<>();
        polynomial.forEach(m -> out.add(new Term(java(m.coefficient), m.exponents.clone())));
        return out;
    }

    /** The number that a constant is. */
    static Optional<BigFraction> number(Rational<MultivariatePolynomial<BigInteger>> a) {
        if (!a.numerator().isConstant() || !a.denominator().isConstant()) {
            return Optional.empty();
        }
        return Optional.of(
                new BigFraction(java(a.numerator().cc()), java(a.denominator().cc())));
    }

    /** The factors of a polynomial that is not 0; powers of single indeterminates are taken out before Rings is asked. */
    static Factored factor(
            MultivariateRing<MultivariatePolynomial<BigInteger>> ring, MultivariatePolynomial<BigInteger> p) {
        List<Factor> factors = new ArrayList<>();
        List<Term> terms = terms(p);
        int[] least = terms.get(0).exponents().clone();
        terms.forEach(t -> {
            for (int i = 0; i < least.length; i++) {
                least[i] = Math.min(least[i], t.exponents()[i]);
            }
        });
        MultivariatePolynomial<BigInteger> rest = ring.getZero();
        for (Term term : terms) {
            int[] exponents = term.exponents().clone();
            for (int i = 0; i < least.length; i++) {
                exponents[i] -= least[i];
            }
            rest.add(new Monomial<>(exponents, rings(term.coefficient())));
        }
        for (int i = 0; i < least.length; i++) {
            if (least[i] > 0) {
                factors.add(new Factor(ring.variable(i), least[i]));
            }
        }
        if (rest.isConstant()) {
            return new Factored(java(rest.cc()), factors);
        }
        PolynomialFactorDecomposition<MultivariatePolynomial<BigInteger>> all = factored(ring, rest);
        java.math.BigInteger number = java(all.unit.cc());
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).isConstant()) {
                number = number.multiply(java(all.get(i).cc()).pow(all.getExponent(i)));
            } else {
                factors.add(new Factor(all.get(i), all.getExponent(i)));
            }
        }
        return new Factored(number, factors);
    }

    /**
     * Rings factors at random points and now and then fails ("not divisible") where another attempt succeeds. A polynomial that
     * is not factored in the end is left whole: its logarithm is not split, which is right as well.
     */
    private static PolynomialFactorDecomposition<MultivariatePolynomial<BigInteger>> factored(
            MultivariateRing<MultivariatePolynomial<BigInteger>> ring, MultivariatePolynomial<BigInteger> p) {
        for (int attempt = 0; attempt < FACTOR_ATTEMPTS; attempt++) {
            try {
                return ring.factor(p);
            } catch (ArithmeticException | IllegalStateException e) {
                // Another attempt draws other points.
            }
        }
        BigInteger content = p.content();
        PolynomialFactorDecomposition<MultivariatePolynomial<BigInteger>> whole =
                PolynomialFactorDecomposition.of(p.clone().divideExact(content));
        whole.addUnit(p.createConstant(content));
        return whole;
    }
}
