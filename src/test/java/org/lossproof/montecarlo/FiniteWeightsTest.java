package org.lossproof.montecarlo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lossproof.landscape.ExactInfoNceLandscape;
import org.lossproof.landscape.StationaryPoint;
import org.lossproof.loss.Catalogue;
import org.lossproof.loss.LossDefinition;

/** The exact Gaussian landscape against samples of the definition at weights far from 0, where no series helps. */
class FiniteWeightsTest {
    private static final RealMatrix A0 = MatrixUtils.createRealMatrix(new double[][] {{1, 0.3}, {0.3, 0.5}});
    private static final RealMatrix C = MatrixUtils.createRealMatrix(new double[][] {{0.2, -0.1}, {-0.1, 0.6}});
    private static final RealMatrix W = MatrixUtils.createRealMatrix(new double[][] {{1.2, -0.4}, {0.3, 0.9}});
    private static final CheckPlan PLAN = new CheckPlan(1e-9, 1e-3, 0.02, 400_000, Seed.of(11));

    private static SampledCheck compare(double beta, RealMatrix w, RealMatrix a0, RealMatrix c, double expected) {
        LossDefinition loss = Catalogue.load("beta-infonce");
        SamplingModel model = SamplingModel.of(w, a0, c);
        Supplier<LossSampler> samplers = () -> LossSampler.atWeights(loss, Map.of("beta", beta), model, 32, 3);
        return PLAN.check(samplers, Map.of(0, expected)).get(0);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 0.5})
    void theLogDeterminantFormIsTheSampledLoss(double beta) {
        double exact = ExactInfoNceLandscape.of(A0, C, beta, 2).value(W);
        SampledCheck check = compare(beta, W, A0, C, exact);
        assertThat(check.agrees()).as(check.sentence()).isTrue();
        assertThat(check.detectable()).isLessThan(0.02);
        // The quartic theory, which the same samples reject so far from 0.
        assertThat(check.rejects(ExactInfoNceLandscape.of(A0, C, beta, 2).series(W, 2)))
                .isTrue();
    }

    @Test
    void theGlobalMinimumIsThatOfTheSampledLoss() {
        List<Double> a = List.of(1.0, 0.6);
        List<Double> c = List.of(0.5, 0.9);
        StationaryPoint lowest = ExactInfoNceLandscape.stationaryPoints(a, c, 1, 2)
                .globalMinimum()
                .orElseThrow();
        RealMatrix w = ExactInfoNceLandscape.weight(lowest, 2);
        SampledCheck there = compare(1, w, diagonal(a), diagonal(c), lowest.loss());
        assertThat(there.agrees()).as(there.sentence()).isTrue();
        // Above it on either side along the ray, by more than the samples resolve.
        for (double factor : new double[] {0.6, 1.6}) {
            RealMatrix off = w.scalarMultiply(factor);
            assertThat(compare(1, off, diagonal(a), diagonal(c), 0).estimate())
                    .isGreaterThan(lowest.loss() + there.halfWidth());
        }
    }

    @Test
    void plainMeansAreBiasedAndRejected() {
        LossDefinition loss = Catalogue.load("infonce");
        SamplingModel model = SamplingModel.of(W, A0, C);
        double exact = ExactInfoNceLandscape.of(A0, C, 1, 2).value(W);
        Supplier<LossSampler> samplers = () -> LossSampler.atWeights(loss, Map.of(), model, 8, 1);
        assertThat(PLAN.check(samplers, Map.of(0, exact)).get(0).agrees()).isFalse();
    }

    private static RealMatrix diagonal(List<Double> values) {
        return MatrixUtils.createRealDiagonalMatrix(
                values.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
