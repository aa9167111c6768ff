package org.lossproof.expansion;

import java.math.BigInteger;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.loss.Function;
import org.lossproof.loss.IrrationalConstantException;
import org.lossproof.loss.Span;

/**
 * Exact arithmetic of coefficients, under a {@link Budget}. Elements are immutable.
 *
 * @param <C> the elements
 */
interface Field<C> {
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
     * Makes sure of an element that is not recognised as 0.
     *
     * @throws org.lossproof.loss.InputException if it may be 0 all the same
     */
    void requireNonzero(C a, Span span);

    /**
     * {@code function(a)} as an element, itself a constant, such as log(N - 1 + alpha) or sqrt(eps).
     *
     * @throws IrrationalConstantException if this field cannot hold it
     * @throws org.lossproof.loss.InputException if it is not defined
     */
    C constant(Function function, C a, Span span);

    /** a^exponent for a constant a that is not zero; may throw as {@link #constant} does. */
    C power(C a, C exponent, Span span);

    /** -1, 0 or 1. */
    int sign(C a, Span span);

    /** The exponent as a whole number, if it is one. */
    java.util.Optional<BigInteger> wholeNumber(C a);

    /** The element as a value. */
    Coefficient coefficient(C a);

    /** Spends steps of the budget. */
    void spend(long steps);

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
