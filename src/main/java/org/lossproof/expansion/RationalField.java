package org.lossproof.expansion;

import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.loss.Function;
import org.lossproof.loss.InputException;
import org.lossproof.loss.Span;

/** Rational numbers: for definitions whose parameters all have values. */
final class RationalField implements Field<BigFraction> {
    private final Map<String, BigFraction> values;

    RationalField(Map<String, BigFraction> values) {
        this.values = Map.copyOf(values);
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
            return a.pow(whole.get());
        }
        if (a.signum() < 0) {
            throw new InputException(span, "a fractional power of the negative number " + a + " at W = 0");
        }
        if (exponent.getDenominator().equals(BigInteger.TWO)) {
            BigInteger p = a.getNumerator().sqrt();
            BigInteger q = a.getDenominator().sqrt();
            BigFraction root = new BigFraction(p, q);
            if (root.multiply(root).equals(a)) {
                return root.pow(exponent.getNumerator());
            }
        }
        throw new IrrationalConstantException(a + "^" + exponent);
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
        return of(a);
    }

    /** A rational number as a coefficient. */
    static Coefficient of(BigFraction a) {
        double value = a.doubleValue();
        return new Coefficient(text(a), tex(a), false, parameters -> value);
    }

    private static String text(BigFraction a) {
        String numerator = a.getNumerator().toString();
        return a.getDenominator().equals(BigInteger.ONE) ? numerator : numerator + "/" + a.getDenominator();
    }

    private static String tex(BigFraction a) {
        if (a.getDenominator().equals(BigInteger.ONE)) {
            return a.getNumerator().toString();
        }
        String sign = a.signum() < 0 ? "-" : "";
        return sign + "\\frac{" + a.getNumerator().abs() + "}{" + a.getDenominator() + "}";
    }
}
