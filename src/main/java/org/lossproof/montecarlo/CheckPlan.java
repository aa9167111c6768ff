package org.lossproof.montecarlo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.hipparchus.distribution.continuous.TDistribution;
import org.hipparchus.stat.descriptive.StreamingStatistics;

/**
 * A sampled check as it is planned before sampling: its error rates, the discrepancy it is to detect, the work it may
 * cost. A pilot of its own stream sizes the samples; if the work does not suffice, the discrepancy that it can detect
 * grows and is reported.
 *
 * @param falseFail the probability to reject a true number
 * @param falsePass the probability to accept a number that is off by the discrepancy
 * @param relativeDiscrepancy what to detect, relative to the expected number
 * @param maxSamples the limit of work
 * @param seed of everything
 */
public record CheckPlan(double falseFail, double falsePass, double relativeDiscrepancy, long maxSamples, long seed) {
    private static final int BLOCKS = 64;
    private static final int PILOT_BLOCK = 250;

    /**
     * Samples once and compares every order.
     *
     * @param expected the number to compare with, by order
     * @return by order
     */
    public SortedMap<Integer, SampledCheck> check(Supplier<LossSampler> samplers, Map<Integer, Double> expected) {
        double[][] pilot = new SampleRun(samplers, seed ^ 0x5eedL).blockMeans(BLOCKS, PILOT_BLOCK);
        long needed = PILOT_BLOCK;
        for (Map.Entry<Integer, Double> e : expected.entrySet()) {
            needed = Math.max(needed, blockSize(deviations(pilot, e.getKey()), e.getValue()));
        }
        int size = (int) Math.min(needed, Math.max(PILOT_BLOCK, maxSamples / BLOCKS));
        double[][] means = new SampleRun(samplers, seed).blockMeans(BLOCKS, size);
        SortedMap<Integer, SampledCheck> out = new TreeMap<>();
        expected.forEach((order, value) -> out.put(order, outcome(order, value, deviations(means, order), size)));
        return out;
    }

    private SampledCheck outcome(int order, double expected, StreamingStatistics means, int size) {
        double error = means.getStandardDeviation() / Math.sqrt(BLOCKS);
        return new SampledCheck(
                order,
                means.getMean(),
                error,
                failQuantile() * error,
                expected,
                (failQuantile() + passQuantile()) * error,
                falseFail,
                falsePass,
                (long) size * BLOCKS,
                seed);
    }

    /** The block size at which the two quantiles of the error add up to the discrepancy, which is relative: none for 0. */
    private long blockSize(StreamingStatistics pilot, double expected) {
        if (expected == 0) {
            return PILOT_BLOCK;
        }
        double discrepancy = relativeDiscrepancy * Math.abs(expected);
        double error = discrepancy / (failQuantile() + passQuantile());
        double varianceOfOne = pilot.getVariance() * PILOT_BLOCK;
        return (long) Math.ceil(varianceOfOne / (BLOCKS * error * error));
    }

    private double failQuantile() {
        return -student().inverseCumulativeProbability(falseFail / 2);
    }

    private double passQuantile() {
        return -student().inverseCumulativeProbability(falsePass);
    }

    /** Block means are nearly normal and their variance is estimated: Student's t with one degree less than blocks. */
    private static TDistribution student() {
        return new TDistribution(BLOCKS - 1.0);
    }

    private static StreamingStatistics deviations(double[][] means, int order) {
        StreamingStatistics out = new StreamingStatistics();
        for (double[] block : means) {
            out.addValue(block[order]);
        }
        return out;
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
