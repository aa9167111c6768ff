package org.lossproof.montecarlo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hipparchus.linear.MatrixUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lossproof.expansion.CatalogueLosses;
import org.lossproof.loss.Catalogue;
import org.lossproof.loss.LossDefinition;
import org.lossproof.loss.LossParser;
import org.lossproof.loss.ParameterValues;

class SampleVarianceTest {
    private static final double A = 1.3;
    private static final double C = 0.7;
    private static final double S = A + C;

    private static SamplingModel scalar(double a, double c) {
        return SamplingModel.of(
                1,
                MatrixUtils.createRealMatrix(new double[][] {{a}}),
                MatrixUtils.createRealMatrix(new double[][] {{c}}),
                MatrixUtils.createRealMatrix(new double[][] {{1}}));
    }

    private static SamplingModel plane() {
        return SamplingModel.of(
                2,
                MatrixUtils.createRealMatrix(new double[][] {{1, 0.2}, {0.2, 0.5}}),
                MatrixUtils.createRealMatrix(new double[][] {{0.4, -0.3}, {-0.3, 0.8}}),
                MatrixUtils.createRealMatrix(new double[][] {{1, 0}, {0, 1}}));
    }

    private static SampleMoments moments(String text, Map<String, Double> parameters, int order) {
        return LossSampler.compile(LossParser.parse(text, "test"), parameters, scalar(A, C), order)
                .moments();
    }

    static List<String> names() {
        return CatalogueLosses.ofOneEncoder();
    }

    /**
     * By hand for d0 = d1 = 1. At order 4 means are estimated over 8 and 16 draws with weights -1 and 2; the mean of u = -(x
     * - chi)^2/2 is then that over the last 8 draws, and the sample is -x x' + x'^2/2 + x mean(chi) - mean(chi^2)/2. Its
     * variance: (S^2 + A^2) + S^2/2 - 2 A S of the first two terms, S^2/8 of the third, S^2/16 of the last; nothing else is
     * correlated.
     */
    @Test
    void infonceAtOrder2ByHand() {
        SampleMoments found = LossSampler.compile(Catalogue.load("infonce"), Map.of(), scalar(A, C), 4)
                .moments();
        double byHand = S * S + A * A + S * S / 2 - 2 * A * S + S * S / 8 + S * S / 16;
        assertThat(found.variance().get(2)).isCloseTo(byHand, within(1e-8));
        assertThat(found.mean().get(2)).isCloseTo(-A, within(1e-12));
        assertThat(found.mean().get(4)).isCloseTo(0.75 * S * S, within(1e-10));
    }

    @Test
    void polynomialsByHand() {
        String xh = "datum xh with view x\nL = ";
        assertThat(moments(xh + "E[x](|f(x)|^4)", Map.of(), 4).variance().get(4))
                .as("E x^8 - (E x^4)^2 = 105 - 9")
                .isCloseTo(96 * Math.pow(S, 4), withinPercentage(1e-6));
        // The square of a mean over the prefixes M = 8, 16: weights -1, 2 make it (-u_1^2 + 2 u_2^2).
        double m = S;
        double v = 2 * S * S;
        double[] prefix = prefixSquareMoments(m, v);
        SampleMoments square = moments(xh + "E[x](|f(x)|^2)^2", Map.of(), 4);
        assertThat(square.mean().get(4)).isCloseTo(m * m, within(1e-9));
        assertThat(square.variance().get(4)).isCloseTo(prefix[0], within(1e-6));
    }

    /**
     * The variance of 2 q^2 - p^2, p the mean of 8 and q of 16 numbers u = m + sqrt(v/2) (z^2 - 1), by exact moments of chi
     * squared: 8 p = m X, 16 q = m (X + Y), X and Y chi squared with 8 degrees of freedom.
     */
    private static double[] prefixSquareMoments(double m, double v) {
        double[] chi = new double[5];
        chi[0] = 1;
        for (int k = 1; k <= 4; k++) {
            chi[k] = chi[k - 1] * (8 + 2 * (k - 1));
        }
        double p4 = chi[4] / Math.pow(8, 4);
        double q4 = 0;
        double p2q2 = 0;
        int[] binomial4 = {1, 4, 6, 4, 1};
        int[] binomial2 = {1, 2, 1};
        for (int k = 0; k <= 4; k++) {
            q4 += binomial4[k] * chi[k] * chi[4 - k] / Math.pow(16, 4);
        }
        for (int k = 0; k <= 2; k++) {
            p2q2 += binomial2[k] * chi[2 + k] * chi[2 - k] / (Math.pow(8, 2) * Math.pow(16, 2));
        }
        double second = 4 * q4 - 4 * p2q2 + p4;
        assertThat(v).isCloseTo(2 * m * m, within(1e-12));
        return new double[] {Math.pow(m, 4) * (second - 1)};
    }

    @Test
    void scalesByHand() {
        SampleMoments exponential =
                moments("datum xh with views x, x' scaled by exponential(1/2)\nL = E[x](|f(x)|^2)", Map.of(), 2);
        // E s^2 = 2/4, E s^4 = 24/16: E s^4 x^4 - (E s^2 x^2)^2.
        assertThat(exponential.variance().get(2)).isCloseTo((1.5 * 3 - 0.25) * A * A, within(1e-8));
        SampleMoments uniform =
                moments("datum xh with views x, x' scaled by uniform(1, 3)\nL = E[x](|f(x)|^2)", Map.of(), 2);
        double s2 = 26.0 / 6;
        double s4 = 242.0 / 10;
        assertThat(uniform.variance().get(2)).isCloseTo((3 * s4 - s2 * s2) * A * A, within(1e-6));
    }

    @Test
    void sumsOverCopiesByHand() {
        // x is one, chi are five: Var sum_c (x chi_c)^2 = 5 * 9 s^4 + 20 * 3 s^4 - 25 s^4 for independent x and chi.
        String text =
                "datum xh with view x\ndata yh with view chi, copies 5\n" + "L = E[x, chi](sum[chi](<f(x), f(chi)>^2))";
        assertThat(moments(text, Map.of(), 4).variance().get(4)).isCloseTo(80 * Math.pow(S, 4), withinPercentage(1e-6));
    }

    /** The declared examples of the parameters of a loss. */
    static Map<String, Double> examples(LossDefinition loss) {
        Map<String, Double> parameters = new HashMap<>();
        new ParameterValues(loss, Map.of())
                .withExamples()
                .values()
                .forEach((p, v) -> parameters.put(p, v.doubleValue()));
        return parameters;
    }

    @ParameterizedTest
    @MethodSource("names")
    void theDerivedMomentsAreThoseOfTheSamples(String name) {
        LossDefinition loss = Catalogue.load(name);
        Map<String, Double> parameters = examples(loss);
        SampleMoments derived =
                LossSampler.compile(loss, parameters, plane(), 4).moments();
        assertThat(derived.unknown()).isEmpty();
        double[][] samples =
                new SampleRun(() -> LossSampler.compile(loss, parameters, plane(), 4), 5).samples(0, 60_000);
        for (int order : List.of(2, 4)) {
            double mean = Arrays.stream(samples[order]).average().orElseThrow();
            double variance = Arrays.stream(samples[order])
                    .map(y -> (y - mean) * (y - mean))
                    .average()
                    .orElseThrow();
            double error = Math.sqrt(derived.variance().get(order) / 60_000);
            assertThat(mean).isCloseTo(derived.mean().get(order), within(5 * error));
            assertThat(variance).isCloseTo(derived.variance().get(order), withinPercentage(20));
        }
    }
}
