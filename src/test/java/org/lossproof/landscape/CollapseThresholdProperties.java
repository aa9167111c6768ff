package org.lossproof.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import org.hipparchus.analysis.solvers.BrentSolver;
import org.hipparchus.linear.MatrixUtils;
import org.lossproof.expansion.Expansion;
import org.lossproof.expansion.SeriesExpansion;
import org.lossproof.loss.Catalogue;

/**
 * At W = 0 along one mode a loss, by quadrature of its definition, bends the other way on the other side of the threshold at which
 * the landscape of its expansion loses the mode.
 */
class CollapseThresholdProperties {
    private static final GaussianMean FINE = new GaussianMean(16);
    private static final GaussianMean COARSE = new GaussianMean(6);
    private static final int MOST_DATA = 3;
    private static final Map<String, Expansion> EXPANSIONS = new ConcurrentHashMap<>();

    /** L''(0) by differences of fourth order. */
    private static double curvature(DoubleUnaryOperator loss) {
        double h = 0.02;
        double near = loss.applyAsDouble(h) + loss.applyAsDouble(-h);
        double far = loss.applyAsDouble(2 * h) + loss.applyAsDouble(-2 * h);
        return (16 * near - far - 30 * loss.applyAsDouble(0)) / (12 * h * h);
    }

    private static double betaInfonce(double a, double c, double beta) {
        return curvature(w -> InfonceByDeterminants.byQuadrature(w * w * a, w * w * c, beta, FINE));
    }

    /** log of the sum over chi and the weighted positive, N - 1 negatives; beside it |f(x) - f(x')|^2/2. */
    private static double weighted(double a, double c, int n, double alpha) {
        return curvature(w -> COARSE.of(2 + n, z -> {
            double x = w * (Math.sqrt(a) * z[0] + Math.sqrt(c) * z[1]);
            double positive = w * (Math.sqrt(a) * z[0] + Math.sqrt(c) * z[2]) - x;
            double sum = alpha * Math.exp(-0.5 * positive * positive);
            for (int k = 0; k < n - 1; k++) {
                double negative = w * Math.sqrt(a + c) * z[3 + k] - x;
                sum += Math.exp(-0.5 * negative * negative);
            }
            return 0.5 * positive * positive + Math.log(sum);
        }));
    }

    private static ExpansionLandscape read(String loss, Map<String, Double> parameters, int d1) {
        Expansion expansion =
                EXPANSIONS.computeIfAbsent(loss, name -> SeriesExpansion.expand(Catalogue.load(name), 4, Map.of()));
        return new ExpansionLandscape(expansion, parameters, d1);
    }

    /** Whether the mode is active at the global minimum, beside one that always is. */
    private static boolean survives(String loss, Map<String, Double> parameters, double a, double c, double decay) {
        ExpansionLandscape read = read(loss, parameters, 2);
        List<Double> as = List.of(a, 8.0);
        List<Double> cs = List.of(c, 0.05);
        return new CommutingLandscape(read.b(as, cs), as, cs, read.quartic(), 2, decay, Penalty.NONE, false)
                        .solve()
                        .globalMinimum()
                        .orElseThrow()
                        .mask()
                        .get(0)
                == 1;
    }

    @Property(tries = 15)
    void betaInfonceLosesAModeWhereItsCurvatureChangesSign(
            @ForAll @DoubleRange(min = 0.2, max = 2) double a, @ForAll @DoubleRange(min = 0.2, max = 0.8) double beta) {
        double threshold = new BrentSolver(1e-9).solve(100, c -> betaInfonce(a, c, beta), 1e-6, 20);
        assertThat(betaInfonce(a, 0.99 * threshold, beta)).isNegative();
        assertThat(betaInfonce(a, 1.01 * threshold, beta)).isPositive();
        assertThat(survives("beta-infonce", Map.of("beta", beta), a, threshold * (1 - 1e-4), 0))
                .isTrue();
        assertThat(survives("beta-infonce", Map.of("beta", beta), a, threshold * (1 + 1e-4), 0))
                .isFalse();
    }

    @Property(tries = 15)
    void weightDecayTakesAModeWhereItsCurvatureChangesSign(
            @ForAll @DoubleRange(min = 0.2, max = 2) double a, @ForAll @DoubleRange(min = 0, max = 2) double c) {
        double threshold =
                new BrentSolver(1e-9).solve(100, gamma -> betaInfonce(a, c, 1) + curvature(w -> gamma * w * w), 0, 20);
        for (double share : new double[] {1 - 1e-4, 1 + 1e-4}) {
            double gamma = share * threshold;
            assertThat(survives("infonce-weight-decay", Map.of("gamma", gamma), a, c, 0))
                    .as("in the loss")
                    .isEqualTo(share < 1);
            assertThat(survives("infonce", Map.of(), a, c, gamma))
                    .as("added to it")
                    .isEqualTo(share < 1);
        }
    }

    /** With N data: the curvature is -2 b, and its sign tells whether the mode survives. */
    @Property(tries = 10)
    void weightedInfonce(
            @ForAll @DoubleRange(min = 0.05, max = 2) double a,
            @ForAll @DoubleRange(min = 0, max = 2) double c,
            @ForAll @IntRange(min = 2, max = MOST_DATA) int n,
            @ForAll @DoubleRange(min = 0.1, max = 3) double alpha) {
        Map<String, Double> parameters = Map.of("N", (double) n, "alpha", alpha);
        ExpansionLandscape read = read("weighted-infonce", parameters, 1);
        double curvature = weighted(a, c, n, alpha);
        assertThat(-2 * read.b(List.of(a), List.of(c)).get(0)).isCloseTo(curvature, offset(1e-4));
        boolean clear = Math.abs(curvature) > 1e-3;
        Statistics.collect(clear);
        Statistics.coverage(s -> s.check(true).percentage(p -> p >= 50));
        assertThat(clear && survives("weighted-infonce", parameters, a, c, 0) != (curvature < 0))
                .as("curvature %s", curvature)
                .isFalse();
    }

    /** What the other tests take for InfoNCE is its definition. */
    @Example
    void determinantsAreTheMeanOfTheDefinition() {
        GaussianMean mean = new GaussianMean(60);
        for (double w : new double[] {0.1, 0.4, 0.7}) {
            double closed = InfonceByDeterminants.value(
                    MatrixUtils.createRealMatrix(new double[][] {{w, w / 2}}),
                    List.of(1.0, 0.5),
                    List.of(0.5, 0.25),
                    0.75);
            double square = w * w;
            assertThat(InfonceByDeterminants.byQuadrature(
                            square + 0.5 * square / 4, 0.5 * square + 0.25 * square / 4, 0.75, mean))
                    .isCloseTo(closed, offset(1e-8));
        }
    }
}
