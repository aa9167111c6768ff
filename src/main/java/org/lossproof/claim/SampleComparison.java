package org.lossproof.claim;

import java.util.Locale;
import org.lossproof.montecarlo.SampledCheck;
import org.lossproof.tolerance.Tolerance;

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

    /** Whether both sides have one value at the point. */
    public boolean isSame() {
        double scale = Math.max(Math.abs(printed), Math.abs(check.expected()));
        return Math.abs(printed - check.expected()) <= Tolerance.SAME_VALUE * scale;
    }

    /** One line: the check, what it says of the right side, and where. */
    public String sentence() {
        return check.sentence() + rightSide() + " [" + point + "]";
    }

    private String rightSide() {
        if (isSame()) {
            return rejectsPrinted() ? "; the right side is the same" : "";
        }
        String outcome = rejectsPrinted()
                ? "is rejected"
                : check.separates(printed)
                        ? "is not rejected"
                        : "is too near for the samples: they do not tell the two apart";
        return String.format(Locale.ROOT, "; the right side, %.6g, %s", printed, outcome);
    }
}
