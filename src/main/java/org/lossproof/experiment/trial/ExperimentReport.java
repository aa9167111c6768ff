package org.lossproof.experiment.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.tolerance.Tolerance;

/**
 * What came of an experiment.
 *
 * @param loss what was trained
 * @param range over which: all that the decision holds for
 * @param full whether in the setting of the paper
 * @param models how many were trained
 * @param test the rule of decision, fixed before
 * @param decision on the claim
 * @param holds at how many seeds the claim holds
 * @param fails at how many it fails
 * @param without why it has no value at some seed, if it is so
 * @param measured what was measured
 */
public record ExperimentReport(
        String loss,
        String range,
        boolean full,
        int models,
        SignTest test,
        SignTest.Decision decision,
        int holds,
        int fails,
        Optional<String> without,
        List<Measured> measured) {
    private static final int SHOWN = 4;

    /**
     * A measure at a point of the range.
     *
     * @param place the point, in words; empty if there is but one
     * @param name of the measure
     * @param text as it is written
     * @param tex typeset
     * @param low end of the interval for the median of all seeds; empty where a seed has no value
     * @param median of the seeds
     * @param high end of the interval
     * @param quartic what the derived quartic predicts, if it does
     * @param exact what the exact landscape predicts, if there is one
     */
    public record Measured(
            String place,
            String name,
            String text,
            String tex,
            Optional<Double> low,
            Optional<Double> median,
            Optional<Double> high,
            Optional<Double> quartic,
            Optional<Double> exact) {
        /** {@code -3.64 (-3.7 to -3.6)}. */
        public String value() {
            return median.map(m ->
                            number(m) + " (" + number(low.orElseThrow()) + " to " + number(high.orElseThrow()) + ")")
                    .orElse("has no value at some seed");
        }

        /** What is predicted, in words. */
        public List<String> predicted() {
            List<String> out = new ArrayList<>();
            quartic.ifPresent(v -> out.add("derived quartic " + number(v)));
            exact.ifPresent(v -> out.add("exact landscape " + number(v)));
            return out;
        }

        /** In a sentence. */
        public String sentence() {
            String where = place.isEmpty() ? "" : place + ": ";
            String what = predicted().isEmpty() ? "" : "; predicted: " + String.join(", ", predicted());
            return where + name + " = " + text + " is " + value() + what;
        }
    }

    public ExperimentReport {
        measured = List.copyOf(measured);
    }

    /** What was fixed before the run. */
    public String rule() {
        String enough =
                test.exceptions() == 0 ? "all of them" : (test.seeds() - test.exceptions()) + " or more of them";
        return String.format(
                Locale.ROOT,
                "%d models, %d seeds: corroborated if it holds at %s, refuted if it fails at %s; a claim that fails"
                        + " (holds) at half of all seeds or more comes out otherwise with probability %.2g at most; one that holds"
                        + " (fails) at 99 %% of them is decided with probability %.2g",
                models,
                test.seeds(),
                enough,
                enough,
                test.rate().doubleValue(),
                test.power(SignTest.STATED).doubleValue());
    }

    /** At how many seeds it holds. */
    public String outcome() {
        int rest = test.seeds() - holds - fails;
        String said = "holds at " + holds + " of " + test.seeds() + " seeds" + (fails > 0 ? ", fails at " + fails : "");
        return said
                + (rest > 0
                        ? ", has no value at " + rest
                                + without.map(w -> " (" + w + ")").orElse("")
                        : "");
    }

    /** What is covered by the intervals. */
    public String intervals() {
        BigFraction covered = BigFraction.ONE.subtract(test.rate().multiply(2));
        return String.format(
                Locale.ROOT,
                "medians of the seeds; an interval covers the median of all seeds with probability %.3g at least",
                Math.max(0, covered.doubleValue()));
    }

    /** The range, as the scope of a claim. */
    public String scope() {
        return "trained " + loss + ", " + range;
    }

    /** What decided, in one line: with the measures unless there are many. */
    public String reason() {
        if (measured.size() > SHOWN) {
            return outcome();
        }
        String numbers = measured.stream()
                .map(m -> (m.place().isEmpty() ? "" : m.place() + ": ") + m.name() + " = " + m.value())
                .collect(Collectors.joining("; "));
        return outcome() + ": " + numbers;
    }

    /** Three digits; what is as good as 0 for an eigenvalue says so. */
    public static String number(double v) {
        if (v != 0 && Math.abs(v) < Tolerance.DRAWN_AS_ZERO) {
            return String.format(Locale.ROOT, "0 (below %.0e)", Tolerance.DRAWN_AS_ZERO);
        }
        return v == Math.rint(v) && Math.abs(v) < 1e4
                ? String.format(Locale.ROOT, "%.0f", v)
                : String.format(Locale.ROOT, "%.3g", v);
    }
}
