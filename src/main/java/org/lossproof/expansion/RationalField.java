package org.lossproof.expansion;

import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.loss.Function;
import org.lossproof.loss.InputException;
import org.lossproof.loss.IrrationalConstantException;
import org.lossproof.loss.Span;

/** Rational numbers: for definitions whose parameters all have values. */
final class RationalField implements Field<BigFraction> {
    private static final int LARGEST_EXPONENT = 10_000;

    private final Map<String, BigFraction> values;
    private final Budget budget;

    RationalField(Map<String, BigFraction> values, Budget budget) {
        this.values = Map.copyOf(values);
        this.budget = budget;
    }

    @Override
    public BigFraction rational(BigFraction value) {
        return value;
    }

    @Override
    public BigFraction parameter(String name) {
        BigFraction value = values.get(name);
        if (value == null) {
            throw new IrrationalConstantException(name + " has no value");
        }
        return value;
    }

    @Override
    public BigFraction add(BigFraction a, BigFraction b) {
        return a.add(b);
    }

    @Override
    public BigFraction multiply(BigFraction a, BigFraction b) {
        budget.spend(1);
        return a.multiply(b);
    }

    @Override
    public BigFraction divide(BigFraction a, BigFraction b) {
        return a.divide(b);
    }

    @Override
    public boolean isZero(BigFraction a) {
        return a.signum() == 0;
    }

    @Override
    public void requireNonzero(BigFraction a, Span span) {
        if (a.signum() == 0) {
            throw new InputException(span, "a quantity that must not vanish is 0");
        }
    }

    @Override
    public BigFraction constant(Function function, BigFraction a, Span span) {
        boolean exact = function == Function.EXP ? isZero(a) : function == Function.LOG && a.equals(BigFraction.ONE);
        if (exact) {
            return function == Function.EXP ? BigFraction.ONE : BigFraction.ZERO;
        }
        if (function == Function.SQRT) {
            return power(a, BigFraction.ONE_HALF, span);
        }
        throw new IrrationalConstantException(function.spelling() + "(" + a + ")");
    }

    @Override
    public BigFraction power(BigFraction a, BigFraction exponent, Span span) {
        Optional<BigInteger> whole = wholeNumber(exponent);
        if (whole.isPresent()) {
            return a.pow(smallExponent(whole.get(), span));
        }
        if (a.signum() < 0) {
            throw new InputException(span, "a fractional power of the negative number " + a + " at W = 0");
        }
        return ExactPowers.power(a, exponent);
    }

    /** An exponent that a power can be written out for. */
    static int smallExponent(BigInteger exponent, Span span) {
        if (exponent.bitLength() > 31 || Math.abs(exponent.longValue()) > LARGEST_EXPONENT) {
            throw new InputException(span, "the exponent " + exponent + " is too large; at most " + LARGEST_EXPONENT);
        }
        return exponent.intValueExact();
    }

    @Override
    public int sign(BigFraction a, Span span) {
        return a.signum();
    }

    @Override
    public Optional<BigInteger> wholeNumber(BigFraction a) {
        return a.getDenominator().equals(BigInteger.ONE) ? Optional.of(a.getNumerator()) : Optional.empty();
    }

    @Override
    public Coefficient coefficient(BigFraction a) {
        return Coefficient.of(a);
    }

    @Override
    public void spend(long steps) {
        budget.spend(steps);
    }
}
