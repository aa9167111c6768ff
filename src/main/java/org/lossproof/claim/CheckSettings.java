package org.lossproof.claim;

import org.lossproof.montecarlo.ErrorBudget;

/**
 * What all checks of one run share.
 *
 * @param seed of every random number
 * @param budget the false-fail rate of the run and how many sampled checks share it
 * @param falsePass the probability to miss a discrepancy of the detectable size
 * @param relativeDiscrepancy the size to detect, relative to the value
 * @param maxSamples the limit of work of one sampled check
 */
public record CheckSettings(
        long seed, ErrorBudget budget, double falsePass, double relativeDiscrepancy, long maxSamples) {
    /** The seed unless the user gives one. */
    public static final long DEFAULT_SEED = 20230501;

    /** The settings of a full run over {@code checks} sampled checks. */
    public static CheckSettings of(long seed, int checks) {
        return new CheckSettings(seed, new ErrorBudget(ErrorBudget.DEFAULT, Math.max(1, checks)), 1e-3, 0.05, 400_000);
    }
}
