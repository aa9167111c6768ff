package org.lossproof.montecarlo;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.hipparchus.distribution.continuous.TDistribution;
import org.hipparchus.stat.descriptive.StreamingStatistics;

/**
 * The comparison where no variance is known: Student's t over block means, after a pilot that sizes the blocks. Its error
 * rates hold as far as block means are normal, that is in the limit of many samples; every outcome says so.
 *
 * @param plan the rates
 * @param unknown why no variance is known
 */
record StudentCheck(CheckPlan plan, String unknown) {
    private static final int BLOCKS = 64;
    private static final int PILOT_BLOCK = 250;

    SortedMap<Integer, SampledCheck> check(
            Supplier<LossSampler> samplers, Map<Integer, Double> expected, Map<Integer, Double> discrepancies) {
        double[][] pilot = new SampleRun(samplers, plan.seed().of("pilot").state()).blockMeans(BLOCKS, PILOT_BLOCK);
        long needed = PILOT_BLOCK;
        for (int order : expected.keySet()) {
            needed = Math.max(needed, blockSize(deviations(pilot, order), discrepancies.get(order)));
        }
        int size = (int) Math.min(needed, Math.max(PILOT_BLOCK, plan.maxSamples() / BLOCKS));
        double[][] means = new SampleRun(samplers, plan.seed().state()).blockMeans(BLOCKS, size);
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
                plan.falseFail(),
                plan.falsePass(),
                (long) size * BLOCKS,
                plan.seed().run(),
                Optional.of(unknown));
    }

    /** The block size at which the two quantiles of the error add up to the discrepancy. */
    private long blockSize(StreamingStatistics pilot, double discrepancy) {
        if (discrepancy == 0) {
            return PILOT_BLOCK;
        }
        double error = discrepancy / (failQuantile() + passQuantile());
        double varianceOfOne = pilot.getVariance() * PILOT_BLOCK;
        return (long) Math.ceil(varianceOfOne / (BLOCKS * error * error));
    }

    private double failQuantile() {
        return -student().inverseCumulativeProbability(plan.falseFail() / 2);
    }

    private double passQuantile() {
        return -student().inverseCumulativeProbability(plan.falsePass());
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
}
