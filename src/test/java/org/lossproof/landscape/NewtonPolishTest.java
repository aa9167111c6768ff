package org.lossproof.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.lossproof.tolerance.Tolerance;

/** What is called stationary is. */
class NewtonPolishTest {
    private static final QuarticForm BARLOW_TWINS =
            new QuarticForm.Coordinates(new QuarticForm.Traces(0.005, 0, 0, 0, 0, 0), 0.995, 0, 0);

    private static CoordinateQuartic barlowTwins(int d1) {
        List<Double> a = List.of(1.0, 0.6, 0.3);
        List<Double> b = List.of(2.0, 1.2, 0.6);
        return new CoordinateQuartic(
                b, a, List.of(0.4, 1.1, 0.7), (QuarticForm.Coordinates) BARLOW_TWINS, d1, Penalty.NONE, false);
    }

    @Test
    void ranksAreThoseOfMatrices() {
        List<Double> a = List.of(1.0, 0.6, 0.3);
        for (int d1 = 1; d1 <= 4; d1++) {
            CommutingLandscape.Result r = CommutingLandscape.of(
                            List.of(2.0, 1.2, 0.6), a, List.of(0.4, 1.1, 0.7), BARLOW_TWINS, d1)
                    .solve();
            int largest = Math.min(3, d1);
            assertThat(r.points()).isNotEmpty().allMatch(p -> p.rank() <= largest);
            assertThat(r.globalMinimum().orElseThrow().rank()).isEqualTo(largest);
            assertThat(r.globalMinimum().orElseThrow().loss()).isCloseTo(-largest, offset(d1 > 3 ? 1.0 : 1e-9));
            assertThat(r.residual()).isLessThan(Tolerance.STATIONARY);
            assertThat(r.complete()).isFalse();
        }
    }

    @Test
    void aRoughEndIsCarriedToTheStationaryPoint() {
        CoordinateQuartic landscape = barlowTwins(2);
        RealMatrix rough = MatrixUtils.createRealMatrix(new double[][] {{1.01, 0.02, 0}, {0.01, 1.28, 0.01}});
        assertThat(landscape.gradient(rough).getFrobeniusNorm()).isGreaterThan(1e-2);
        DescentSearch.Endpoint end = NewtonPolish.at(landscape, rough, 1).orElseThrow();
        assertThat(end.value()).isCloseTo(-2, offset(1e-12));
        assertThat(landscape.gradient(end.weight()).getFrobeniusNorm()).isLessThan(1e-9);
    }

    @Test
    void whereTheLossFallsForEverThereIsNone() {
        SmoothLandscape slope = new SmoothLandscape() {
            @Override
            public int rows() {
                return 1;
            }

            @Override
            public int columns() {
                return 1;
            }

            @Override
            public double value(RealMatrix w) {
                return -Math.log1p(Math.exp(w.getEntry(0, 0)));
            }

            @Override
            public RealMatrix gradient(RealMatrix w) {
                return MatrixUtils.createRealMatrix(new double[][] {{-1 / (1 + Math.exp(-w.getEntry(0, 0)))}});
            }
        };
        assertThat(NewtonPolish.at(slope, MatrixUtils.createRealMatrix(new double[][] {{0.5}}), 1))
                .isEmpty();
    }
}
