package org.lossproof.loss;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Map;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;

/** Exact values of expressions in parameters: rational operations and roots. */
public final class RationalArithmetic {
    private RationalArithmetic() {}

    /** A divisor vanishes, or a root is taken of a negative number. */
    public static final class UndefinedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public UndefinedException(String message) {
            super(message);
        }
    }

    /**
     * The value.
     *
     * @throws UndefinedException if there is none
     * @throws IrrationalConstantException if a root is irrational
     */
    public static BigFraction value(Expr e, Map<String, BigFraction> values) {
        return new Arithmetic<BigFraction>() {
            @Override
            protected BigFraction number(BigFraction value) {
                return value;
            }

            @Override
            protected BigFraction named(String parameter) {
                return values.get(parameter);
            }

            @Override
            protected BigFraction plus(BigFraction x, BigFraction y) {
                return x.add(y);
            }

            @Override
            protected BigFraction times(BigFraction x, BigFraction y) {
                return x.multiply(y);
            }

            @Override
            protected BigFraction raised(Expr.Power e) {
                return RationalArithmetic.power(of(e.base()), exponent(e));
            }

            @Override
            protected BigFraction applied(Expr.Apply e) {
                if (e.function() != Function.SQRT) {
                    throw notDeterministic(e);
                }
                return RationalArithmetic.power(of(e.argument()), BigFraction.ONE_HALF);
            }
        }.of(e);
    }

    private static BigFraction power(BigFraction base, BigFraction exponent) {
        if (base.signum() == 0 && exponent.signum() < 0) {
            throw new UndefinedException("division by zero");
        } else if (isWhole(exponent)) {
            return base.pow(exponent.getNumeratorAsInt());
        } else if (base.signum() < 0) {
            throw new UndefinedException("a root of a negative number");
        }
        return root(base, exponent.getDenominatorAsInt())
                .orElseThrow(() -> new IrrationalConstantException(base + "^" + exponent))
                .pow(exponent.getNumeratorAsInt());
    }

    /**
     * The nearest double, or one next to it. {@link BigFraction#doubleValue} itself (Hipparchus 4.0.3) gives 0 or infinity where one
     * of numerator and denominator is beyond the doubles and the other is not.
     */
    public static double toDouble(BigFraction q) {
        return new BigDecimal(q.getNumerator())
                .divide(new BigDecimal(q.getDenominator()), MathContext.DECIMAL64)
                .doubleValue();
    }

    /** The k-th root, if it is rational. */
    public static Optional<BigFraction> root(BigFraction base, int k) {
        Optional<BigInteger> over = root(base.getNumerator(), k);
        Optional<BigInteger> under = root(base.getDenominator(), k);
        return over.isPresent() && under.isPresent()
                ? Optional.of(new BigFraction(over.get(), under.get()))
                : Optional.empty();
    }

    private static Optional<BigInteger> root(BigInteger n, int k) {
        BigInteger low = BigInteger.ZERO;
        BigInteger high = BigInteger.ONE.shiftLeft(n.bitLength() / k + 1);
        while (low.compareTo(high) < 0) {
            BigInteger middle = low.add(high).add(BigInteger.ONE).shiftRight(1);
            if (middle.pow(k).compareTo(n) <= 0) {
                low = middle;
            } else {
                high = middle.subtract(BigInteger.ONE);
            }
        }
        return low.pow(k).equals(n) ? Optional.of(low) : Optional.empty();
    }

    /** Whether an exponent is a whole number. */
    public static boolean isWhole(BigFraction exponent) {
        return exponent.getDenominator().equals(BigInteger.ONE);
    }

    /** The exponent of a power, a number in a fact. */
    public static BigFraction exponent(Expr.Power power) {
        return ((Expr.Constant) power.exponent()).value();
    }
}
