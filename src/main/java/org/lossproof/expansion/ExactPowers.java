package org.lossproof.expansion;

import java.math.BigInteger;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.loss.IrrationalConstantException;

/** Rational powers of rational numbers where they are rational. */
public final class ExactPowers {
    private static final int LARGEST_ROOT = 64;

    private ExactPowers() {}

    /**
     * base^exponent, the positive root for a fraction.
     *
     * @throws IrrationalConstantException if it is not rational, or negative under a root
     */
    public static BigFraction power(BigFraction base, BigFraction exponent) {
        BigInteger root = exponent.getDenominator();
        if (root.compareTo(BigInteger.valueOf(LARGEST_ROOT)) > 0
                || exponent.getNumerator().bitLength() > 16
                || (base.isZero() && exponent.signum() < 0)) {
            throw new IrrationalConstantException(base + "^" + exponent);
        }
        int n = root.intValueExact();
        return new BigFraction(root(base.getNumerator(), n), root(base.getDenominator(), n))
                .pow(exponent.getNumerator().intValueExact());
    }

    /** Newton's iteration from above. */
    private static BigInteger root(BigInteger value, int n) {
        if (n == 1 || value.signum() == 0) {
            return value;
        }
        if (value.signum() < 0) {
            throw new IrrationalConstantException("the root of " + value);
        }
        BigInteger degree = BigInteger.valueOf(n);
        BigInteger x = BigInteger.ONE.shiftLeft(value.bitLength() / n + 1);
        while (true) {
            BigInteger next = x.multiply(degree.subtract(BigInteger.ONE))
                    .add(value.divide(x.pow(n - 1)))
                    .divide(degree);
            if (next.compareTo(x) >= 0) {
                break;
            }
            x = next;
        }
        if (!x.pow(n).equals(value)) {
            throw new IrrationalConstantException("the root of " + value);
        }
        return x;
    }
}
