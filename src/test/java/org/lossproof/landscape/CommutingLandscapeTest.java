package org.lossproof.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.linear.MatrixUtils;
import org.junit.jupiter.api.Test;
import org.lossproof.loss.InputException;

class CommutingLandscapeTest {
    private static final QuarticForm PAPER = new QuarticForm.Uniform(1, 0);
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    private static CommutingLandscape landscape(List<Double> b, List<Double> a, List<Double> c, int d1) {
        return CommutingLandscape.of(b, a, c, PAPER, d1);
    }

    @Test
    void oneModeByHand() {
        // L = -b w^2 + s^2 w^4 with b = 1, s = 2: w^2 = b/(2 s^2) = 1/8, L = -b^2/(4 s^2) = -1/16, L'' = 4 b = 4.
        CommutingLandscape.Result r =
                landscape(List.of(1.0), List.of(1.0), List.of(1.0), 1).solve();
        assertThat(r.points()).hasSize(2);
        StationaryPoint minimum = r.globalMinimum().orElseThrow();
        assertThat(minimum.wtw().get(0)).isCloseTo(0.125, offset(1e-15));
        assertThat(minimum.loss()).isCloseTo(-0.0625, offset(1e-15));
        assertThat(minimum.kind()).isEqualTo(Kind.MINIMUM);
        // L'' in V = W sqrt(s): 4 b / s.
        assertThat(minimum.hessian().eigenvalues()).containsExactly(2.0);
        assertThat(r.points().get(1).kind()).isEqualTo(Kind.MAXIMUM);
        assertThat(r.points().get(1).negativeDirections()).isEqualTo(1);
    }

    @Test
    void theLargestEigenvalueOfBNeedNotSurvive() {
        StationaryPoint minimum = landscape(List.of(2.0, 1.0), List.of(2.0, 1.0), List.of(2.0, 0.0), 1)
                .solve()
                .globalMinimum()
                .orElseThrow();
        assertThat(minimum.mask()).containsExactly(0, 1);
        assertThat(minimum.loss()).isCloseTo(-0.25, offset(1e-15));
    }

    @Test
    void indefiniteBGivesSaddleAtTheOrigin() {
        CommutingLandscape.Result r = landscape(List.of(1.0, -1.0), List.of(1.0, 1.0), List.of(0.0, 0.0), 2)
                .solve();
        StationaryPoint origin = r.points().get(1);
        assertThat(origin.mask()).containsExactly(0, 0);
        assertThat(origin.kind()).isEqualTo(Kind.SADDLE);
        assertThat(origin.negativeDirections()).isEqualTo(2);
    }

    @Test
    void equalModesAreAContinuumAndListedOnce() {
        CommutingLandscape.Result r = landscape(List.of(1.0, 1.0), List.of(1.0, 1.0), List.of(0.0, 0.0), 1)
                .solve();
        assertThat(r.points()).hasSize(2);
        StationaryPoint minimum = r.globalMinimum().orElseThrow();
        assertThat(minimum.kind()).isEqualTo(Kind.DEGENERATE);
        assertThat(minimum.hessian().continuum()).isEqualTo(1);
        assertThat(minimum.masksRepresented()).isEqualTo(2);
    }

    @Test
    void aModeAtItsThresholdIsDegenerate() {
        CommutingLandscape.Result r =
                landscape(List.of(0.0), List.of(1.0), List.of(0.0), 2).solve();
        assertThat(r.points()).hasSize(1);
        assertThat(r.points().get(0).kind()).isEqualTo(Kind.DEGENERATE);
        assertThat(r.points().get(0).hessian().threshold()).isEqualTo(2);
    }

    @Test
    void singularSigmaIsSaidToBe() {
        CommutingLandscape.Result flat = landscape(List.of(1.0, 0.0), List.of(1.0, 0.0), List.of(1.0, 0.0), 1)
                .solve();
        assertThat(flat.globalMinimum().orElseThrow().mask()).containsExactly(1, 0);
        assertThat(flat.globalMinimum().orElseThrow().hessian().flat()).isEqualTo(1);
        assertThat(flat.notes()).anyMatch(n -> n.contains("singular"));
        CommutingLandscape.Result falling = landscape(List.of(1.0, 1.0), List.of(1.0, 0.0), List.of(1.0, 0.0), 1)
                .solve();
        assertThat(falling.globalMinimum()).isEmpty();
        assertThat(falling.notes()).anyMatch(n -> n.contains("unbounded"));
    }

    @Test
    void biasDoesNotLetTheModesCollapse() {
        // c = 1/10 is below both g = 1 and g/2: W = 0 with |b|^2 = c is a saddle, the minimum has b = 0 and rho = c.
        CommutingLandscape.Result r = new CommutingLandscape(
                        List.of(1.0), List.of(1.0), List.of(0.0), PAPER, 1, 0, new Penalty(0.1, INFINITY), true)
                .solve();
        StationaryPoint minimum = r.globalMinimum().orElseThrow();
        assertThat(minimum.biasSquared()).isZero();
        assertThat(minimum.wtw().get(0)).isCloseTo(0.1, offset(1e-15));
        assertThat(minimum.kind()).isEqualTo(Kind.MINIMUM);
        StationaryPoint collapsed = r.points().get(1);
        assertThat(collapsed.biasSquared()).isCloseTo(0.1, offset(1e-15));
        assertThat(collapsed.negativeDirections()).isEqualTo(1);
    }

    @Test
    void threeModesSurviveWithABiasAndWeakAugmentation() {
        StationaryPoint minimum = new CommutingLandscape(
                        List.of(1.0, 1.0, 1.0),
                        List.of(1.0, 1.0, 1.0),
                        List.of(0.0, 0.0, 0.0),
                        PAPER,
                        3,
                        0,
                        new Penalty(1, INFINITY),
                        true)
                .solve()
                .globalMinimum()
                .orElseThrow();
        assertThat(minimum.rank()).isEqualTo(3);
        assertThat(minimum.kind()).isEqualTo(Kind.MINIMUM);
    }

    @Test
    void aMaskWithoutASolutionIsReported() {
        CommutingLandscape.Result r = new CommutingLandscape(
                        List.of(1.0, 0.0),
                        List.of(1.0, 1.0),
                        List.of(0.0, 0.0),
                        PAPER,
                        2,
                        0,
                        new Penalty(0.1, 10),
                        false)
                .solve();
        assertThat(r.unsolved()).extracting(UnsolvedMask::mask).contains(List.of(1, 1));
    }

    @Test
    void finiteKappaConvergesAsOneOverKappa() {
        List<Double> g = List.of(1.0, 0.9, 0.8);
        WaterFilling limit = WaterFilling.minimise(g, 0.75, 0, 3, new Penalty(1, INFINITY), false);
        double previous = Double.NaN;
        for (double kappa : new double[] {1e3, 1e4, 1e5}) {
            WaterFilling w = WaterFilling.minimise(g, 0.75, 0, 3, new Penalty(1, kappa), false);
            double error = w.h().get(0) - limit.h().get(0);
            double predicted = -(0.75 - 0.5 * 2.7) / (0.75 + kappa * 3) / 3;
            assertThat(error).isCloseTo(predicted, offset(1e-12));
            assertThat(Double.isNaN(previous) || Math.abs(previous / error - 10) < 0.1)
                    .isTrue();
            previous = error;
        }
    }

    @Test
    void weightDecayLowersB() {
        CommutingLandscape.Result r = new CommutingLandscape(
                        List.of(1.0, 0.1), List.of(1.0, 0.1), List.of(0.0, 0.0), PAPER, 2, 0.2, Penalty.NONE, false)
                .solve();
        assertThat(r.b().get(1)).isCloseTo(-0.1, offset(1e-15));
        assertThat(r.globalMinimum().orElseThrow().mask()).containsExactly(1, 0);
    }

    @Test
    void generalTracesAreSolvedAndCheckedByDescents() {
        CommutingLandscape.Result r = CommutingLandscape.of(
                        List.of(1.0, 0.5),
                        List.of(1.0, 0.5),
                        List.of(0.5, 1.0),
                        new QuarticForm.Traces(1, 0.5, 0.75, 0.1, 0, 0.2),
                        2)
                .solve();
        assertThat(r.complete()).isFalse();
        assertThat(r.globalMinimum().orElseThrow().rank()).isEqualTo(2);
        assertThat(r.notes()).anyMatch(n -> n.contains("was confirmed"));
    }

    @Test
    void barlowTwinsBySearch() {
        // sum_i (1 - A_ii)^2 + lambda sum_{i != j} A_ij^2 - d1, whose minimum A = I has the value -d1.
        double lambda = 0.25;
        QuarticForm form = new QuarticForm.Coordinates(new QuarticForm.Traces(lambda, 0, 0, 0, 0, 0), 1 - lambda, 0, 0);
        CommutingLandscape.Result r = CommutingLandscape.of(
                        List.of(2.0, 1.0, 0.6), List.of(1.0, 0.5, 0.3), List.of(0.4, 0.1, 0.0), form, 2)
                .solve();
        assertThat(r.globalMinimum().orElseThrow().loss()).isCloseTo(-2, offset(1e-8));
        assertThat(r.residual()).isLessThan(1e-3);
    }

    @Test
    void traceFormOfSSIsUniform() {
        QuarticForm traces = new QuarticForm.Traces(1, 2, 1, 0, 0, 0);
        List<Double> a = List.of(1.0, 0.5);
        List<Double> c = List.of(0.3, 0.2);
        CommutingLandscape.Result r = CommutingLandscape.of(a, a, c, traces, 1).solve();
        assertThat(r.complete()).isTrue();
        assertThat(r.points()).isEqualTo(landscape(a, a, c, 1).solve().points());
    }

    @Test
    void twelveModesUnderTwoSeconds() {
        List<Double> a = IntStream.range(0, 12).mapToObj(i -> 1.0 / (i + 1)).toList();
        List<Double> c = Collections.nCopies(12, 0.5);
        org.junit.jupiter.api.Assertions.assertTimeout(Duration.ofSeconds(2), () -> {
            CommutingLandscape.Result r = landscape(a, a, c, 6).solve();
            assertThat(r.points()).hasSize(2510); // sum over k <= 6 of 12 choose k
        });
    }

    @Test
    void aThousandModesUnderFiveSeconds() {
        List<Double> a = IntStream.range(0, 1000).mapToObj(i -> 1.0 / (i + 1)).toList();
        List<Double> c = Collections.nCopies(1000, 0.5);
        org.junit.jupiter.api.Assertions.assertTimeout(Duration.ofSeconds(5), () -> {
            WaterFilling w =
                    new CommutingLandscape(a, a, c, PAPER, 700, 0, new Penalty(1, INFINITY), true).globalMinimum();
            assertThat(w.rho() + w.biasSquared()).isCloseTo(1, offset(1e-12));
        });
        assertThatThrownBy(() -> landscape(a, a, c, 700).solve())
                .isInstanceOf(InputException.class)
                .hasMessageContaining("global minimum");
    }

    @Test
    void badInputIsRefusedInOneLine() {
        List<Double> one = List.of(1.0);
        List<List<Double>> wrong = List.of(List.of(-1.0), List.of(Double.NaN), List.of(1.0, 2.0), List.of());
        for (List<Double> a : wrong) {
            assertThatThrownBy(() -> landscape(one, a, one, 1)).isInstanceOf(InputException.class);
        }
        assertThatThrownBy(() -> landscape(one, one, one, 0)).isInstanceOf(InputException.class);
        assertThatThrownBy(() -> new Penalty(1, -1)).isInstanceOf(InputException.class);
        assertThatThrownBy(() -> new Penalty(-1, 1)).isInstanceOf(InputException.class);
        assertThatThrownBy(() -> new Penalty(Double.NaN, 1)).isInstanceOf(InputException.class);
        assertThatThrownBy(() -> ModeQuartic.uniform(one, 1, -2, 1)).isInstanceOf(InputException.class);
        assertThatThrownBy(() -> QuarticLandscape.of(
                        MatrixUtils.createRealMatrix(new double[][] {{1, 2}, {0, 1}}),
                        MatrixUtils.createRealIdentityMatrix(2),
                        1,
                        0,
                        0,
                        1))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("symmetric");
        assertThatThrownBy(() -> QuarticLandscape.of(
                        MatrixUtils.createRealIdentityMatrix(2),
                        MatrixUtils.createRealDiagonalMatrix(new double[] {1, -1}),
                        1,
                        0,
                        0,
                        1))
                .isInstanceOf(InputException.class);
    }

    @Test
    void singularSigmaOfMatrices() {
        QuarticLandscape l = QuarticLandscape.of(
                MatrixUtils.createRealDiagonalMatrix(new double[] {1, 0}),
                MatrixUtils.createRealDiagonalMatrix(new double[] {2, 0}),
                1,
                0,
                0.5,
                2);
        assertThat(l.kernel().b()).containsExactly(-0.5);
        StationaryPoint minimum = l.stationaryPoints().globalMinimum().orElseThrow();
        assertThat(minimum.kind()).isEqualTo(Kind.MINIMUM);
        assertThat(minimum.hessian().size()).isEqualTo(4);
        assertThat(l.validate(minimum).inertiaAgrees()).isTrue();
    }

    @Test
    void exactEigenvalueAgainstTheQuarticTheory() {
        // gamma = 3/8, beta = 1: y (1 + y)/2 = 3/8 has y = 1/2, so h = 1; the quartic theory has 5/12.
        assertThat(ExactInfoNceLandscape.activeEigenvalue(0.375, 1)).isCloseTo(1, offset(1e-15));
        assertThat(ExactInfoNceLandscape.quarticEigenvalue(0.375, 1)).isCloseTo(5.0 / 12, offset(1e-15));
        double g = 1e-4;
        double error =
                ExactInfoNceLandscape.activeEigenvalue(1 - g, 1) / ExactInfoNceLandscape.quarticEigenvalue(1 - g, 1)
                        - 1;
        assertThat(error).isCloseTo(8 * g / 9, offset(1e-7));
        assertThat(ExactInfoNceLandscape.activeEigenvalue(0.5, 0.5)).isZero();
        assertThat(ExactInfoNceLandscape.activeEigenvalue(0, 1)).isInfinite();
        assertThat(ExactInfoNceLandscape.stationaryPoints(List.of(1.0), List.of(0.0), 1, 1)
                        .boundedBelow())
                .isFalse();
    }
}
