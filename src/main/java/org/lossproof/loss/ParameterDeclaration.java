package org.lossproof.loss;

import java.util.ArrayList;
import java.util.List;
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
    private static final List<BigFraction> STEPS = List.of(
            BigFraction.ONE,
            BigFraction.ZERO,
            BigFraction.TWO,
            new BigFraction(1, 2),
            BigFraction.MINUS_ONE,
            new BigFraction(3),
            new BigFraction(1, 3),
            new BigFraction(5, 2),
            new BigFraction(1, 100),
            new BigFraction(50));

    public ParameterDeclaration {
        if (!admits(integer, low, lowOpen, high, highOpen, example)) {
            throw new IllegalArgumentException("the example " + example + " of " + name + " is outside its range");
        }
    }

    /** Whether {@code value} is in range. */
    public boolean admits(BigFraction value) {
        return admits(integer, low, lowOpen, high, highOpen, value);
    }

    /** Values in the range at which a statement about all of them is put to the test, the simplest first, the example among them. */
    public List<BigFraction> simpleValues() {
        List<BigFraction> out = new ArrayList<>();
        BigFraction from = low.orElse(BigFraction.ZERO);
        for (BigFraction step : STEPS) {
            out.addAll(List.of(step, from.add(step)));
            high.ifPresent(h -> out.addAll(List.of(h.subtract(step), h.add(from).divide(2))));
        }
        out.add(example);
        return out.stream().distinct().filter(this::admits).toList();
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
