package org.lossproof.loss;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.tolerance.Tolerance;

/**
 * A random datum xh ~ N(0, A0) in R^d0, independent of every other datum, with its augmented views.
 *
 * @param name the name of the datum itself, usable as a vector
 * @param views its views
 * @param copies how many independent copies there are, a deterministic expression; {@code Constant(1)} unless declared.
 *     A datum with a declared number of copies is reached through {@link Expr.CopySum}
 * @param repeated whether "copies" was declared (also when the number happens to be 1)
 */
public record Datum(String name, List<View> views, Expr copies, boolean repeated) {
    public Datum {
        views = List.copyOf(views);
    }

    /**
     * Whether a number of copies is possible at given values; so it is where they do not determine it exactly.
     *
     * @param values by parameter
     */
    public boolean hasWholeCopies(Map<String, BigFraction> values) {
        return ExactValue.of(copies, values)
                .map(n -> n.getDenominator().equals(BigInteger.ONE) && n.signum() >= 0)
                .orElse(true);
    }

    /**
     * The number of copies that a computation in doubles found.
     *
     * @throws InputException unless it is a whole number >= 0, but for rounding
     */
    public int wholeCopies(double computed) {
        long nearest = Math.round(computed);
        if (!(Math.abs(computed - nearest) <= Tolerance.WHOLE * Math.max(1, Math.abs(computed)))
                || nearest < 0
                || nearest > Integer.MAX_VALUE) {
            throw new InputException(notWhole(String.valueOf(computed)));
        }
        return (int) nearest;
    }

    /** The error of a number of copies that is none. */
    String notWhole(String found) {
        return "the number of copies of " + name + ", " + Notation.plain(copies)
                + ", must be a whole number >= 0, but here it is " + found;
    }

    /** A view of the datum; augmentations of different views are independent. */
    public record View(String name, Augmentation augmentation) {}

    /** How a view arises from its datum xh. */
    public sealed interface Augmentation {
        /** x = xh + e, e ~ N(0, C). */
        record AdditiveNoise() implements Augmentation {}

        /** x = s xh with a random factor s, drawn anew for every view (Appendix F). */
        record Rescaling(ScaleDistribution scale) implements Augmentation {}
    }

    /** The distribution of a rescaling factor; its parameters are deterministic expressions. */
    public sealed interface ScaleDistribution {
        /** Density exp(-s / mean) / mean on s > 0; E s^k = k! mean^k. */
        record Exponential(Expr mean) implements ScaleDistribution {}

        /** Uniform on [low, high]; E s^k = (high^(k+1) - low^(k+1)) / ((k+1) (high - low)). */
        record Uniform(Expr low, Expr high) implements ScaleDistribution {}
    }
}
