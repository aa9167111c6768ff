package org.lossproof.montecarlo;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.hipparchus.distribution.continuous.TDistribution;
import org.hipparchus.stat.regression.OLSMultipleLinearRegression;

/**
 * Separates the coefficients of invariants at one order: the sampled coefficient at random covariances is regressed on the
 * values of the invariants there (ordinary least squares without intercept).
 *
 * @param order the order in W, even
 * @param samples how many samples at each design point
 * @param seed of the samples
 */
public record InvariantRegression(int order, int samples, long seed) {

    /**
     * An estimated coefficient.
     *
     * @param estimate of the coefficient
     * @param standardError of the estimate, from the scatter around the fit
     * @param halfWidth of the interval that misses the truth with the stated probability
     */
    public record Estimate(double estimate, double standardError, double halfWidth) {
        /** Whether a number lies in the interval. */
        public boolean agrees(double value) {
            return Math.abs(value - estimate) <= halfWidth;
        }
    }

    /**
     * Fits.
     *
     * @param sampler compiles the loss for a model
     * @param designs more models than invariants
     * @param invariants their values at a model
     * @param falseFail the probability that an interval misses the truth
     * @throws IllegalArgumentException if there are too few designs
     */
    public List<Estimate> fit(
            Function<SamplingModel, LossSampler> sampler,
            List<SamplingModel> designs,
            List<ToDoubleFunction<SamplingModel>> invariants,
            double falseFail) {
        if (designs.size() <= invariants.size()) {
            throw new IllegalArgumentException(
                    designs.size() + " designs for " + invariants.size() + " invariants; give more designs");
        }
        double[] y = new double[designs.size()];
        double[][] x = new double[designs.size()][invariants.size()];
        for (int i = 0; i < y.length; i++) {
            SamplingModel model = designs.get(i);
            double scale = invariants.stream()
                    .mapToDouble(f -> Math.abs(f.applyAsDouble(model)))
                    .max()
                    .orElse(1);
            // Relative scatter is about the same at every design, so rows are divided by their size.
            y[i] = mean(sampler, model, i) / scale;
            for (int j = 0; j < invariants.size(); j++) {
                x[i][j] = invariants.get(j).applyAsDouble(model) / scale;
            }
        }
        OLSMultipleLinearRegression regression = new OLSMultipleLinearRegression();
        regression.setNoIntercept(true);
        regression.newSampleData(y, x);
        double[] estimates = regression.estimateRegressionParameters();
        double[] errors = regression.estimateRegressionParametersStandardErrors();
        double quantile =
                -new TDistribution(designs.size() - invariants.size()).inverseCumulativeProbability(falseFail / 2);
        List<Estimate> out = new ArrayList<>();
        for (int j = 0; j < estimates.length; j++) {
            out.add(new Estimate(estimates[j], errors[j], quantile * errors[j]));
        }
        return out;
    }

    private double mean(Function<SamplingModel, LossSampler> sampler, SamplingModel model, int design) {
        int blocks = 16;
        double[][] means =
                new SampleRun(() -> sampler.apply(model), seed + 7919L * design).blockMeans(blocks, samples / blocks);
        double sum = 0;
        for (double[] block : means) {
            sum += block[order];
        }
        return sum / blocks;
    }
}
