package org.lossproof.kernel;

import java.math.BigInteger;

/**
 * A rational number in lowest terms.
 *
 * @param numerator any integer
 * @param denominator positive
 */
public record Rational(BigInteger numerator, BigInteger denominator) implements Comparable<Rational> {
    public static final Rational ZERO = of(0);
    public static final Rational ONE = of(1);

    /** Reduces; throws {@link ArithmeticException} if the denominator is zero. */
    public Rational {
        if (denominator.signum() == 0) {
            throw new ArithmeticException("denominator zero");
        }
        BigInteger common = numerator.gcd(denominator);
        BigInteger unit = denominator.signum() == -1 ? common.negate() : common;
        numerator = numerator.divide(unit);
        denominator = denominator.divide(unit);
    }

    public static Rational of(long value) {
        return new Rational(BigInteger.valueOf(value), BigInteger.ONE);
    }

    /** Reads {@code 3}, {@code -3/4}; throws {@link NumberFormatException} otherwise. */
    public static Rational parse(String text) {
        int slash = text.indexOf('/');
        return slash == -1
                ? new Rational(new BigInteger(text), BigInteger.ONE)
                : new Rational(new BigInteger(text.substring(0, slash)), new BigInteger(text.substring(slash + 1)));
    }

    public Rational plus(Rational that) {
        return new Rational(
                numerator.multiply(that.denominator).add(that.numerator.multiply(denominator)),
                denominator.multiply(that.denominator));
    }

    public Rational times(Rational that) {
        return new Rational(numerator.multiply(that.numerator), denominator.multiply(that.denominator));
    }

    public Rational negated() {
        return new Rational(numerator.negate(), denominator);
    }

    /** Throws {@link ArithmeticException} for zero. */
    public Rational reciprocal() {
        return new Rational(/* numerator= */ denominator, /* denominator= */ numerator);
    }

    public boolean isNegative() {
        return signum() == -1;
    }

    /** -1, 0 or 1. */
    public int signum() {
        return numerator.signum();
    }

    @Override
    public int compareTo(Rational that) {
        return plus(that.negated()).signum();
    }

    @Override
    public String toString() {
        return denominator.equals(BigInteger.ONE) ? numerator.toString() : numerator + "/" + denominator;
    }
}
