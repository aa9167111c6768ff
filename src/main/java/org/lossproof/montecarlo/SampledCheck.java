package org.lossproof.montecarlo;

import java.util.Locale;
import java.util.Optional;

/**
 * The outcome of comparing a sampled coefficient with a number, and what it is worth.
 *
 * @param order the order in W
 * @param estimate of the mean of the samples
 * @param standardError of the mean of the samples
 * @param halfWidth of the interval around it that misses the truth with probability {@code falseFail} at most
 * @param expected the number compared with
 * @param detectable the smallest discrepancy that is missed with probability {@code falsePass} at most
 * @param falseFail the probability to reject a true number
 * @param falsePass the probability to accept a number that is off by {@code detectable}
 * @param samples how many samples
 * @param seed of the run
 * @param asymptotic why the two probabilities hold for many samples only; empty if they are a theorem at this number
 */
public record SampledCheck(
        int order,
        double estimate,
        double standardError,
        double halfWidth,
        double expected,
        double detectable,
        double falseFail,
        double falsePass,
        long samples,
        long seed,
        Optional<String> asymptotic) {

    /** Whether the number lies in the interval. */
    public boolean agrees() {
        return !rejects(expected);
    }

    /** Whether another number lies outside the interval. */
    public boolean rejects(double other) {
        return !(Math.abs(other - estimate) <= halfWidth);
    }

    /** Whether a number is so far from the expected one that the samples were planned to tell them apart. */
    public boolean separates(double other) {
        return Math.abs(other - expected) >= detectable;
    }

    /** One line with the power beside the outcome. */
    public String sentence() {
        String rates = asymptotic.map(why -> "; rates asymptotic: " + why).orElse("");
        return String.format(
                Locale.ROOT,
                "order %d: %.6g +- %.2g sampled, %.6g expected: %s (%d samples, seed %d; detects %.2g with false-pass rate"
                        + " %.0e at false-fail rate %.0e%s)",
                order,
                estimate,
                halfWidth,
                expected,
                agrees() ? "agrees" : "REJECTED",
                samples,
                seed,
                detectable,
                falsePass,
                falseFail,
                rates);
    }
}
