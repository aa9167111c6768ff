package org.lossproof.expansion;

import java.math.BigInteger;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.loss.RationalArithmetic;

/**
 * A closed interval of reals that is sure to hold the value: every result is rounded outward by 2 ulp, more than the errors
 * of {@link StrictMath} (at most 1 ulp).
 *
 * @param low the lower end, possibly -infinity
 * @param high the upper end, possibly infinity
 */
public record Interval(double low, double high) {
    /** What is known of a quantity of which nothing is known. */
    public static final Interval ALL = new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    /** An interval around an exact number. */
    public static Interval of(BigFraction value) {
        double nearest = RationalArithmetic.toDouble(value);
        return value.signum() == 0 ? new Interval(0, 0) : outward(nearest, nearest);
    }

    static Interval of(BigInteger value) {
        return of(new BigFraction(value));
    }

    /** The sign that every number of the interval has: -1, 1, or 0 if they differ. */
    public int sign() {
        return low > 0 ? 1 : high < 0 ? -1 : 0;
    }

    /** The sum. */
    public Interval plus(Interval that) {
        return outward(low + that.low, high + that.high);
    }

    /** The product. */
    public Interval times(Interval that) {
        double[] ends = {low * that.low, low * that.high, high * that.low, high * that.high};
        double least = ends[0];
        double most = ends[0];
        for (double end : ends) {
            least = Math.min(least, end);
            most = Math.max(most, end);
        }
        return outward(least, most);
    }

    /** The quotient; everything if the divisor may be 0. */
    Interval over(Interval that) {
        return that.sign() == 0 ? ALL : times(outward(1 / that.high, 1 / that.low));
    }

    Interval power(int exponent) {
        Interval out = new Interval(1, 1);
        for (int i = 0; i < exponent; i++) {
            out = out.times(this);
        }
        return out;
    }

    /** exp of every number. */
    public Interval exp() {
        Interval out = outward(StrictMath.exp(low), StrictMath.exp(high));
        return new Interval(Math.max(0, out.low), out.high);
    }

    /** log of every number; everything unless all are positive. */
    public Interval log() {
        return low > 0 ? outward(StrictMath.log(low), StrictMath.log(high)) : ALL;
    }

    private static Interval outward(double low, double high) {
        if (Double.isNaN(low) || Double.isNaN(high)) {
            return ALL;
        }
        return new Interval(Math.nextDown(Math.nextDown(low)), Math.nextUp(Math.nextUp(high)));
    }
}
