package org.lossproof.montecarlo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hipparchus.distribution.continuous.TDistribution;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.stat.descriptive.StreamingStatistics;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lossproof.expansion.CatalogueLosses;
import org.lossproof.loss.Catalogue;
import org.lossproof.loss.LossDefinition;

/**
 * How often the interval misses the true value, at 5, 1 and 0.2 %, beside Student's t over 64 block means. With
 * -Dlossproof.coverage=2000 over that many seeds and every loss of the catalogue; the table is printed.
 */
class CoverageTest {
    private static final double[] RATES = {0.05, 0.01, 0.002};
    private static final int BLOCKS = 64;
    private static final int SEEDS = Integer.getInteger("lossproof.coverage", 200);
    private static final boolean FULL = Integer.getInteger("lossproof.coverage") != null;
    private static final int SAMPLES = FULL ? 64 * 125 : 64 * 32;
    private static final SamplingModel MODEL = SamplingModel.of(
            2,
            MatrixUtils.createRealMatrix(new double[][] {{1, 0.2}, {0.2, 0.5}}),
            MatrixUtils.createRealMatrix(new double[][] {{0.4, -0.3}, {-0.3, 0.8}}),
            MatrixUtils.createRealIdentityMatrix(2));

    static List<String> names() {
        return FULL ? CatalogueLosses.ofOneEncoder() : List.of("infonce", "infonce-rescaling");
    }

    /** What came of one loss at one order. */
    private static final class Tally {
        private final int[] above = new int[RATES.length];
        private final int[] below = new int[RATES.length];
        private final int[] student = new int[RATES.length];
        private final double[] studentWidth = new double[RATES.length];
        private double squares;

        void add(double truth, double variance, double[] y) {
            double mean = Arrays.stream(y).average().orElseThrow();
            squares += (mean - truth) * (mean - truth) * y.length / variance;
            StreamingStatistics blocks = new StreamingStatistics();
            for (int b = 0; b < BLOCKS; b++) {
                int size = y.length / BLOCKS;
                blocks.addValue(
                        Arrays.stream(y, b * size, (b + 1) * size).average().orElseThrow());
            }
            for (int i = 0; i < RATES.length; i++) {
                CatoniMean estimator = new CatoniMean(variance, y.length, RATES[i]);
                double error = estimator.estimate(y) - truth;
                above[i] += error > estimator.halfWidth() ? 1 : 0;
                below[i] += error < -estimator.halfWidth() ? 1 : 0;
                double quantile = -new TDistribution(BLOCKS - 1.0).inverseCumulativeProbability(RATES[i] / 2);
                double width = quantile * blocks.getStandardDeviation() / Math.sqrt(BLOCKS);
                studentWidth[i] += width / SEEDS;
                student[i] += Math.abs(blocks.getMean() - truth) > width ? 1 : 0;
            }
        }

        String line(String name, int order, double variance) {
            StringBuilder out = new StringBuilder(String.format(Locale.ROOT, "%-22s %d ", name, order));
            for (int i = 0; i < RATES.length; i++) {
                double width = new CatoniMean(variance, SAMPLES, RATES[i]).halfWidth();
                out.append(String.format(
                        Locale.ROOT,
                        " | %4.1f %%: %5.2f (t %5.2f), width %.2f",
                        100 * RATES[i],
                        100.0 * (above[i] + below[i]) / SEEDS,
                        100.0 * student[i] / SEEDS,
                        width / studentWidth[i]));
            }
            return out.append(String.format(Locale.ROOT, " | z^2 %.2f", squares / SEEDS))
                    .toString();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void theIntervalMissesNoMoreOftenThanStated(String name) {
        LossDefinition loss = Catalogue.load(name);
        Map<String, Double> parameters = SampleVarianceTest.examples(loss);
        SampleMoments moments = LossSampler.compile(loss, parameters, MODEL, 4).moments();
        Map<Integer, Tally> tallies = Map.of(2, new Tally(), 4, new Tally());
        for (int seed = 0; seed < SEEDS; seed++) {
            Seed stream = Seed.of(seed).of("coverage").of(name);
            double[][] samples = new SampleRun(() -> LossSampler.compile(loss, parameters, MODEL, 4), stream.state())
                    .samples(0, SAMPLES);
            tallies.forEach((order, tally) ->
                    tally.add(moments.mean().get(order), moments.variance().get(order), samples[order]));
        }
        for (int order : List.of(2, 4)) {
            Tally tally = tallies.get(order);
            System.out.println(tally.line(name, order, moments.variance().get(order)));
            for (int i = 0; i < RATES.length; i++) {
                assertThat(tally.above[i] + tally.below[i]).isLessThanOrEqualTo(atMost(RATES[i]));
            }
            // Of n samples with this variance, n (mean - truth)^2 / v has mean 1.
            assertThat(tally.squares / SEEDS).isBetween(0.6, order == 2 || name.equals("infonce") ? 1.5 : 3.0);
        }
    }

    /** Four standard deviations above the stated rate. */
    private static int atMost(double rate) {
        return (int) Math.floor(SEEDS * rate + 4 * Math.sqrt(SEEDS * rate * (1 - rate)));
    }
}
