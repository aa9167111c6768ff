package org.lossproof.report.explorer;

import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.loss.ParameterDeclaration;

/**
 * A parameter as the page offers it: what it admits, and the stretch of it that a slider runs over, which is finite.
 *
 * @param name its name
 * @param tex typeset
 * @param integer whether it takes integers only
 * @param low the least value; null for none
 * @param lowOpen whether that itself is excluded
 * @param high the greatest value; null for none
 * @param highOpen whether that itself is excluded
 * @param from where the slider begins
 * @param to where it ends
 * @param step what an arrow key adds
 * @param example where it stands at first
 */
record SliderRange(
        String name,
        String tex,
        boolean integer,
        Double low,
        boolean lowOpen,
        Double high,
        boolean highOpen,
        double from,
        double to,
        double step,
        double example) {
    /** An example of a parameter is typically small beside what is interesting: the slider goes on to this multiple. */
    private static final double BEYOND_EXAMPLE = 4;

    private static final double STEPS = 100;

    /** The slider of a declared parameter. */
    static SliderRange of(ParameterDeclaration p, String tex) {
        double example = p.example().doubleValue();
        double size = Math.max(BEYOND_EXAMPLE * Math.abs(example), example == 0 ? 1 : 0);
        double end = bound(p.high())
                .orElse(Math.max(size, p.low().map(BigFraction::doubleValue).orElse(size) + size));
        double start = bound(p.low()).orElse(-size);
        double step = p.integer() ? 1 : Math.pow(10, Math.floor(Math.log10((end - start) / STEPS)));
        return new SliderRange(
                p.name(),
                tex,
                p.integer(),
                bound(p.low()).orElse(null),
                p.lowOpen(),
                bound(p.high()).orElse(null),
                p.highOpen(),
                p.lowOpen() && p.low().isPresent() ? start + step : start,
                p.highOpen() && p.high().isPresent() ? end - step : end,
                step,
                example);
    }

    private static Optional<Double> bound(Optional<BigFraction> value) {
        return value.map(BigFraction::doubleValue);
    }
}
