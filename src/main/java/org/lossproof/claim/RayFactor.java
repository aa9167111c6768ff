package org.lossproof.claim;

import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.expansion.Interval;

/**
 * The factor of a power of t: its sign, and where the number is known an enclosure of it.
 *
 * @param sign -1 or 1
 * @param value holds the factor; everything if only the sign is known
 */
record RayFactor(int sign, Interval value) {
    static final RayFactor ONE = of(BigFraction.ONE);

    /** A number other than 0. */
    static RayFactor of(BigFraction number) {
        return new RayFactor(number.signum(), Interval.of(number));
    }

    /** Some factor of this sign. */
    static RayFactor some(int sign) {
        return new RayFactor(sign, Interval.ALL);
    }

    RayFactor times(RayFactor that) {
        return new RayFactor(sign * that.sign, value.times(that.value));
    }

    /** A positive factor to a power. */
    RayFactor power(BigFraction exponent) {
        return new RayFactor(1, Interval.of(exponent).times(value.log()).exp());
    }

    /** The sum; empty where the two might cancel. */
    Optional<RayFactor> plus(RayFactor that) {
        Interval sum = value.plus(that.value);
        if (sign == that.sign) {
            return Optional.of(new RayFactor(sign, sum));
        }
        return sum.sign() == 0 ? Optional.empty() : Optional.of(new RayFactor(sum.sign(), sum));
    }
}
