package org.lossproof.expansion;

import cc.redberry.rings.Rational;
import cc.redberry.rings.poly.multivar.MultivariatePolynomial;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;

/** Between numbers of Java and polynomials of Rings. */
final class Rationals {
    private Rationals() {}

    /** An integer times a product of powers of the indeterminates. */
    @SuppressWarnings("ArrayRecordComponent")
    record Term(java.math.BigInteger coefficient, int[] exponents) {}

    static java.math.BigInteger java(cc.redberry.rings.bigint.BigInteger value) {
        return new java.math.BigInteger(value.toByteArray());
    }

    static cc.redberry.rings.bigint.BigInteger rings(java.math.BigInteger value) {
        return new cc.redberry.rings.bigint.BigInteger(value.toByteArray());
    }

    static List<Term> terms(MultivariatePolynomial<cc.redberry.rings.bigint.BigInteger> polynomial) {
        List<Term> out = new ArrayList<>();
        polynomial.forEach(m -> out.add(new Term(java(m.coefficient), m.exponents.clone())));
        return out;
    }

    /** The number that a constant is. */
    static Optional<BigFraction> number(
            Rational<MultivariatePolynomial<cc.redberry.rings.bigint.BigInteger>> a) {
        if (!a.numerator().isConstant() || !a.denominator().isConstant()) {
            return Optional.empty();
        }
        return Optional.of(new BigFraction(java(a.numerator().cc()), java(a.denominator().cc())));
    }
}
