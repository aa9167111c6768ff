package org.lossproof.expansion.rational;

import java.math.BigInteger;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.expansion.IrrationalConstantException;

/** Rational powers of rational numbers where they are rational. */
final class ExactPowers {
    private ExactPowers() {}

    static BigFraction power(BigFraction base, BigFraction exponent) {
        int root = exponent.getDenominatorAsInt();
        int power = exponent.getNumeratorAsInt();
        return new BigFraction(root(base.getNumerator(), root), root(base.getDenominator(), root)).pow(power);
    }

    private static BigInteger root(BigInteger value, int n) {
        if (n == 1) {
            return value;
        }
        BigInteger candidate = BigInteger.valueOf(Math.round(Math.pow(value.doubleValue(), 1.0 / n)));
        if (value.signum() < 0 || !candidate.pow(n).equals(value)) {
            throw new IrrationalConstantException("the root of " + value);
        }
        return candidate;
    }
}
