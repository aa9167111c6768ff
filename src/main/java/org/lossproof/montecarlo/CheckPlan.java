package org.lossproof.montecarlo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * A sampled check as it is planned before sampling: its error rates, the discrepancy it is to detect, the work it may
 * cost. The variance of a sample is derived, so that the number of samples follows and both rates are theorems ({@link
 * CatoniMean}); if the work does not suffice, the discrepancy that it can detect grows and is reported. Where no variance
 * can be derived, the rates are asymptotic and the outcome says so.
 *
 * @param falseFail the probability to reject a true number
 * @param falsePass the probability to accept a number that is off by the discrepancy
 * @param relativeDiscrepancy what to detect, relative to the expected number
 * @param maxSamples the limit of work
 * @param seed of the samples
 * @param store what the run has drawn already
 */
public record CheckPlan(
        double falseFail, double falsePass, double relativeDiscrepancy, long maxSamples, Seed seed, SampleStore store) {
    private static final long FEWEST = 1000;

    /** Nothing is relative to an expected 0. */
    private static final long SAMPLES_FOR_ZERO = 16_000;

    /** A plan that shares its samples with no other. */
    public CheckPlan(double falseFail, double falsePass, double relativeDiscrepancy, long maxSamples, Seed seed) {
        this(falseFail, falsePass, relativeDiscrepancy, maxSamples, seed, new SampleStore());
    }

    /**
     * Samples once and compares every order.
     *
     * @param samplers makes one for every thread
     * @param expected the number to compare with, by order
     * @return by order
     */
    public SortedMap<Integer, SampledCheck> check(Supplier<LossSampler> samplers, Map<Integer, Double> expected) {
        Map<Integer, Double> discrepancies = new HashMap<>();
        expected.forEach((order, value) -> discrepancies.put(order, relativeDiscrepancy * Math.abs(value)));
        return check(samplers, expected, discrepancies);
    }

    /**
     * The same for given discrepancies to detect.
     *
     * @param discrepancies by order; 0 for none in particular
     */
    public SortedMap<Integer, SampledCheck> check(
            Supplier<LossSampler> samplers, Map<Integer, Double> expected, Map<Integer, Double> discrepancies) {
        SampleMoments moments = samplers.get().moments();
        if (moments.unknown().isPresent()) {
            return new StudentCheck(this, moments.unknown().get()).check(samplers, expected, discrepancies);
        }
        long needed = FEWEST;
        for (int order : expected.keySet()) {
            needed = Math.max(needed, samples(moments.variance().get(order), discrepancies.get(order)));
        }
        int count = (int) needed;
        double[][] samples = store.samples(seed, samplers, count);
        SortedMap<Integer, SampledCheck> out = new TreeMap<>();
        expected.forEach((order, value) -> out.put(
                order,
                outcome(
                        order,
                        value,
                        mean(moments.variance().get(order), count),
                        Arrays.copyOf(samples[order], count))));
        return out;
    }

    private CatoniMean mean(double variance, long samples) {
        return new CatoniMean(variance, samples, falseFail);
    }

    private SampledCheck outcome(int order, double expected, CatoniMean mean, double[] samples) {
        return new SampledCheck(
                order,
                mean.estimate(samples),
                Math.sqrt(mean.variance() / mean.samples()),
                mean.halfWidth(),
                expected,
                mean.detectable(falsePass),
                falseFail,
                falsePass,
                mean.samples(),
                seed.run(),
                Optional.empty());
    }

    /** The fewest samples that detect a discrepancy, within the limit of work; for 0 a fixed number. */
    long samples(double variance, double discrepancy) {
        long low = Math.max(FEWEST, CatoniMean.leastSamples(falseFail));
        long high = Math.max(low, maxSamples);
        if (discrepancy == 0) {
            return Math.min(high, Math.max(low, SAMPLES_FOR_ZERO));
        }
        while (low < high) {
            long middle = low + (high - low) / 2;
            if (mean(variance, middle).detectable(falsePass) <= discrepancy) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return high;
    }

    /** Whether a discrepancy is detected within the limit of work. */
    public boolean detects(double variance, double discrepancy) {
        return mean(variance, samples(variance, discrepancy)).detectable(falsePass) <= discrepancy;
    }

    /** The orders that are even and at most {@code highest}. */
    public static List<Integer> evenOrders(int highest) {
        List<Integer> out = new ArrayList<>();
        for (int k = 2; k <= highest; k += 2) {
            out.add(k);
        }
        return out;
    }
}
