package org.lossproof.loss;

import java.util.Optional;
import org.hipparchus.fraction.BigFraction;

/**
 * A parameter with its admissible range.
 *
 * @param name its name
 * @param integer whether it takes integers only
 * @param low the lower bound, if any
 * @param lowOpen whether the lower bound itself is excluded
 * @param high the upper bound, if any
 * @param highOpen whether the upper bound itself is excluded
 * @param example an admissible value, used where a number is needed (samples, pictures) and the user gave none
 */
public record ParameterDeclaration(
        String name,
        boolean integer,
        Optional<BigFraction> low,
        boolean lowOpen,
        Optional<BigFraction> high,
        boolean highOpen,
        BigFraction example) {
    public ParameterDeclaration {
        if (!admits(integer, low, lowOpen, high, highOpen, example)) {
            throw new IllegalArgumentException("the example " + example + " of " + name + " is outside its range");
        }
    }

    /** Whether {@code value} is in range. */
    public boolean admits(BigFraction value) {
        return admits(integer, low, lowOpen, high, highOpen, value);
    }

    /** The range in words, such as {@code an integer, N >= 2}. */
    public String range() {
        String bounds = low.map(l -> name + (lowOpen ? " > " : " >= ") + l)
                        .map(l -> high.map(h -> l + " and ").orElse(l))
                        .orElse("")
                + high.map(h -> name + (highOpen ? " < " : " <= ") + h).orElse("");
        return (integer ? "an integer" : "a rational") + (bounds.isEmpty() ? "" : ", " + bounds);
    }

    private static boolean admits(
            boolean integer,
            Optional<BigFraction> low,
            boolean lowOpen,
            Optional<BigFraction> high,
            boolean highOpen,
            BigFraction value) {
        boolean aboveLow = low.map(l -> value.compareTo(l) > (lowOpen ? 0 : -1)).orElse(true);
        boolean belowHigh =
                high.map(h -> value.compareTo(h) < (highOpen ? 0 : 1)).orElse(true);
        boolean kind = !integer || value.getDenominator().equals(java.math.BigInteger.ONE);
        return aboveLow && belowHigh && kind;
    }
}
