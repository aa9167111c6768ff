package org.lossproof.expansion;

import java.math.BigInteger;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.loss.Function;
import org.lossproof.loss.Span;

/**
 * Exact arithmetic of coefficients. Elements are immutable.
 *
 * @param <C> the elements
 */
public interface Field<C> {
    /** The rational number as an element. */
    C rational(BigFraction value);

    /** A parameter: its value, or the symbol. */
    C parameter(String name);

    C add(C a, C b);

    C multiply(C a, C b);

    /** a / b; b is not zero. */
    C divide(C a, C b);

    boolean isZero(C a);

    /**
     * {@code function(a)} as an element, itself a constant, such as log(N - 1 + alpha) or sqrt(eps).
     *
     * @throws IrrationalConstantException if this field cannot hold it
     */
    C constant(Function function, C a, Span span);

    /** a^exponent for a constant a that is not zero; may throw as {@link #constant} does. */
    C power(C a, C exponent, Span span);

    /** -1, 0 or 1. */
    int sign(C a, Span span);

    /** The exponent as a whole number, if it is one. */
    java.util.Optional<BigInteger> wholeNumber(C a);

    /** The element as the user reads it. */
    Coefficient coefficient(C a);

    default C zero() {
        return rational(BigFraction.ZERO);
    }

    default C one() {
        return rational(BigFraction.ONE);
    }

    default C integer(long value) {
        return rational(new BigFraction(value));
    }

    default C subtract(C a, C b) {
        return add(a, multiply(integer(-1), b));
    }
}
