package org.lossproof.expansion;

import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.loss.LossDefinition;
import org.lossproof.loss.ParameterDeclaration;

/**
 * An interval of the real line.
 *
 * @param low the lower end, if any
 * @param lowOpen whether the lower end itself is excluded
 * @param high the upper end, if any
 * @param highOpen whether the upper end itself is excluded
 */
record Range(Optional<BigFraction> low, boolean lowOpen, Optional<BigFraction> high, boolean highOpen) {
    /** All numbers. */
    static final Range ALL = new Range(Optional.empty(), true, Optional.empty(), true);

    /** Those above 0. */
    static final Range POSITIVE = new Range(Optional.of(BigFraction.ZERO), true, Optional.empty(), true);

    private static final Range DIMENSION = new Range(Optional.of(BigFraction.ONE), false, Optional.empty(), true);

    /** Of a parameter of a loss, or of d1. */
    static Range of(LossDefinition loss, String parameter) {
        return parameter.equals("d1")
                ? DIMENSION
                : loss.parameter(parameter).map(Range::of).orElse(ALL);
    }

    private static Range of(ParameterDeclaration p) {
        return new Range(p.low(), p.lowOpen(), p.high(), p.highOpen());
    }

    boolean contains(BigFraction value) {
        boolean above = low.map(l -> value.compareTo(l) > (lowOpen ? 0 : -1)).orElse(true);
        return above && high.map(h -> value.compareTo(h) < (highOpen ? 0 : 1)).orElse(true);
    }

    /** What lies below a number in it; empty if nothing does. */
    Optional<Range> below(BigFraction value) {
        boolean some = low.map(l -> l.compareTo(value) < 0).orElse(true);
        return some ? Optional.of(new Range(low, lowOpen, Optional.of(value), true)) : Optional.empty();
    }

    /** What lies above a number in it; empty if nothing does. */
    Optional<Range> above(BigFraction value) {
        boolean some = high.map(h -> h.compareTo(value) > 0).orElse(true);
        return some ? Optional.of(new Range(Optional.of(value), true, high, highOpen)) : Optional.empty();
    }

    /** From the lower end of this to the upper end of one that begins where this ends. */
    Range to(Range next) {
        return new Range(low, lowOpen, next.high, next.highOpen);
    }

    /** As a condition on a name within a wider range, such as {@code beta < 1}; empty if it is all of it. */
    String within(Range all, String name) {
        if (low.isPresent() && low.equals(high)) {
            return name + " = " + low.get().toString().replace(" ", "");
        }
        boolean ownLow = !low.equals(all.low) || lowOpen != all.lowOpen;
        boolean ownHigh = !high.equals(all.high) || highOpen != all.highOpen;
        String from = ownLow ? name + (lowOpen ? " > " : " >= ") + text(low) : "";
        String to = ownHigh ? name + (highOpen ? " < " : " <= ") + text(high) : "";
        return from.isEmpty() || to.isEmpty() ? from + to : from + " and " + to;
    }

    private static String text(Optional<BigFraction> end) {
        return end.orElseThrow().toString().replace(" ", "");
    }
}
