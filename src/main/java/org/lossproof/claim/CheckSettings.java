package org.lossproof.claim;

import org.lossproof.experiment.trial.TrainingStore;
import org.lossproof.montecarlo.CheckPlan;
import org.lossproof.montecarlo.ErrorBudget;
import org.lossproof.montecarlo.SampleStore;
import org.lossproof.montecarlo.Seed;

/**
 * What all checks of one run share.
 *
 * @param seed of every random number
 * @param budget the false-fail rate of the run and how many sampled checks share it
 * @param falsePass the probability to miss a discrepancy of the detectable size
 * @param relativeDiscrepancy the size to detect, relative to the value
 * @param maxSamples the limit of work of one sampled check, in samples of few copies
 * @param store the samples of the run
 * @param trainings the trained models of the run
 */
public record CheckSettings(
        long seed,
        ErrorBudget budget,
        double falsePass,
        double relativeDiscrepancy,
        long maxSamples,
        SampleStore store,
        TrainingStore trainings) {
    /** The seed unless the user gives one. */
    public static final long DEFAULT_SEED = 20230501;

    private static final int FEW_COPIES = 8;
    /** What is no part of a claim itself gets this share of the work. */
    private static final int SHARE_OF_ASIDES = 4;

    /**
     * The plan of one sampled check.
     *
     * @param samples where its random numbers start
     * @param copies how many copies of a datum every sample draws: many cost work and leave fewer samples
     */
    CheckPlan plan(Seed samples, double copies) {
        return new CheckPlan(
                budget.perCheck(),
                falsePass,
                relativeDiscrepancy,
                (long) (maxSamples / Math.max(1, copies / FEW_COPIES)),
                samples,
                store);
    }

    /** With fewer samples, for steps and readings: a printed side and what corrects it are sampled with all. */
    CheckSettings forAsides() {
        return new CheckSettings(
                seed, budget, falsePass, relativeDiscrepancy, maxSamples / SHARE_OF_ASIDES, store, trainings);
    }

    /** The settings of a full run over {@code checks} sampled checks. */
    public static CheckSettings of(long seed, int checks) {
        return of(seed, checks, false);
    }

    /**
     * The same.
     *
     * @param full whether experiments train in the setting of the paper
     */
    public static CheckSettings of(long seed, int checks, boolean full) {
        ErrorBudget budget = new ErrorBudget(ErrorBudget.DEFAULT, Math.max(1, checks));
        return new CheckSettings(seed, budget, 1e-3, 0.05, 200_000, new SampleStore(), new TrainingStore(full));
    }
}
