package org.lossproof.property;

import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.loss.RationalArithmetic;
import org.lossproof.tolerance.Tolerance;

/**
 * A number at a model: exact where it is a rational function of what was drawn, in floating point where the landscape was solved.
 *
 * @param exact its value, if known exactly
 * @param approximate its value in floating point
 */
public record ModelNumber(Optional<BigFraction> exact, double approximate) {
    /** An exact number. */
    public static ModelNumber of(BigFraction value) {
        return new ModelNumber(Optional.of(value), RationalArithmetic.toDouble(value));
    }

    /** A number in floating point. */
    public static ModelNumber of(double value) {
        return new ModelNumber(Optional.empty(), value);
    }

    ModelNumber plus(ModelNumber that) {
        return exact.isPresent() && that.exact.isPresent()
                ? of(exact.get().add(that.exact.get()))
                : of(approximate + that.approximate);
    }

    ModelNumber times(ModelNumber that) {
        return exact.isPresent() && that.exact.isPresent()
                ? of(exact.get().multiply(that.exact.get()))
                : of(approximate * that.approximate);
    }

    /**
     * A power.
     *
     * @throws RationalArithmetic.UndefinedException if a divisor vanishes, or a root is taken of a negative number
     */
    ModelNumber to(BigFraction exponent) {
        boolean whole = RationalArithmetic.isWhole(exponent);
        if (isZero() && exponent.signum() < 0) {
            throw new RationalArithmetic.UndefinedException("division by zero");
        } else if (!whole && approximate < 0) {
            throw new RationalArithmetic.UndefinedException("a root of a negative number");
        } else if (whole && exact.isPresent()) {
            return of(exact.get().pow(exponent.getNumeratorAsInt()));
        }
        return of(Math.pow(approximate, exponent.doubleValue()));
    }

    private boolean isZero() {
        return exact.map(e -> e.signum() == 0).orElse(approximate == 0);
    }

    /** The sign of the difference; empty if floating point cannot tell. */
    Optional<Integer> compareTo(ModelNumber that) {
        if (exact.isPresent() && that.exact.isPresent()) {
            return Optional.of(exact.get().compareTo(that.exact.get()));
        }
        double difference = approximate - that.approximate;
        boolean close = Math.abs(difference)
                <= Tolerance.SAME_AT_POINT * (1 + Math.abs(approximate) + Math.abs(that.approximate));
        return close ? Optional.empty() : Optional.of(Double.compare(difference, 0));
    }
}
