package org.lossproof.claim;

import org.lossproof.montecarlo.SampledCheck;

/**
 * A sampled coefficient of the left side of a statement against the printed and the derived value.
 *
 * @param check against the derived value
 * @param printed the value of the right side
 * @param point where, in words
 */
public record SampleComparison(SampledCheck check, double printed, String point) {
    /** Whether the samples reject the right side of the statement. */
    public boolean rejectsPrinted() {
        return check.rejects(printed);
    }
}
