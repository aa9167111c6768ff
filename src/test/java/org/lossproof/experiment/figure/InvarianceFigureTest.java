package org.lossproof.experiment.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lossproof.experiment.RidgeError;
import org.lossproof.experiment.figure.InvarianceExample.Phase;
import org.lossproof.montecarlo.Seed;

/** The phases of Fig. 3 end where the derivation by hand says; its errors are those of the regression. */
class InvarianceFigureTest {
    private static final double MU = 1e-3;

    @ParameterizedTest
    @CsvSource({"1, 1, 1/2", "2, 1/2, 1/2", "1, 3, 1/4", "1, 1, 4/5"})
    void theSolversPhasesAreThoseOfTheDerivedThresholds(String content, String style, String beta) {
        double a1 = fraction(content).doubleValue();
        double a2 = fraction(style).doubleValue();
        InvarianceExample example = new InvarianceExample(a1, a2, fraction(beta));
        int printedDiffers = 0;
        for (double theta : Axis.linear("theta", 0, 1).values(33)) {
            // No point of this grid lies on a threshold, where rounding would decide.
            for (double sigma : Axis.linear("sigma", 0.01, 3.97).values(33)) {
                boolean contentLost = sigma * sigma * (1 - theta) >= example.derivedThreshold(0);
                boolean styleLost = sigma * sigma * theta >= example.derivedThreshold(1);
                assertThat(example.phase(theta, sigma))
                        .as("theta %s, sigma %s", theta, sigma)
                        .isEqualTo(phase(contentLost, styleLost));
                boolean printed = sigma * sigma * (1 - theta) >= example.printedThreshold(0);
                printedDiffers += printed == contentLost ? 0 : 1;
            }
        }
        // The printed thresholds are told apart from the derived ones by this grid.
        assertThat(printedDiffers).isPositive();
    }

    @Test
    void theDrawnBoundariesSeparateTheSolversPhases() {
        InvarianceExample example = new InvarianceExample(1, 1, BigFraction.ONE_HALF);
        Regions regions = (Regions) FigureCatalogue.compute("fig-3", new FigureSettings(false, 1))
                .panels()
                .get(0);
        for (int mode = 0; mode < 2; mode++) {
            Curve derived = regions.boundaries().get(mode);
            for (int i = 5; i < derived.x().size(); i += 10) {
                double theta = derived.x().get(i);
                double sigma = derived.y().get(i);
                assertThat(example.minimum(theta, sigma * 0.999).mask().get(mode))
                        .isEqualTo(1);
                assertThat(example.minimum(theta, sigma * 1.001).mask().get(mode))
                        .isEqualTo(0);
            }
        }
        assertThat(regions.classes().values().stream().flatMap(List::stream).distinct())
                .containsExactlyInAnyOrder(0.0, 1.0, 2.0, 3.0);
    }

    @Test
    void theErrorOfThePopulationIsTheClosedForm() {
        double a1 = 2;
        InvarianceExample example = new InvarianceExample(a1, 0.5, BigFraction.ONE_HALF);
        RidgeError ridge = new RidgeError(DerivedQuartic.diagonal(example.data()), MU);
        for (double theta : List.of(0.0, 0.4, 1.0)) {
            for (double sigma : List.of(0.1, 0.9, 1.3, 2.5)) {
                double c1 = sigma * sigma * (1 - theta);
                double lambda = Math.max(0, 4.0 / 3 * (a1 - c1) / 2 / Math.pow(a1 + c1, 2));
                double expected = a1 * MU * MU / Math.pow(a1 * lambda + MU, 2);
                assertThat(ridge.ofPopulation(example.weight(theta, sigma)) / expected)
                        .as("theta %s, sigma %s", theta, sigma)
                        .isCloseTo(1, within(1e-6));
            }
        }
    }

    @Test
    void theRegressionMinimisesItsObjective() {
        RealMatrix data = MatrixUtils.createRealDiagonalMatrix(new double[] {1, 2});
        RidgeError ridge = new RidgeError(data, 0.3);
        RealMatrix w = MatrixUtils.createRealMatrix(new double[][] {{0.7, 0.2}, {-0.4, 0.5}});
        RealMatrix m = ridge.moments(5, Seed.of(3));
        double[] g = best(w, m, 0.3);
        double expected = error(g, w, data);
        assertThat(ridge.of(w, m)).isCloseTo(expected, within(1e-6));
        // A rotation of the outputs changes nothing.
        RealMatrix turn = MatrixUtils.createRealMatrix(new double[][] {{0.6, -0.8}, {0.8, 0.6}});
        assertThat(ridge.of(turn.multiply(w), m)).isCloseTo(expected, within(1e-6));
    }

    @Test
    void manyDataAreThePopulation() {
        RealMatrix data = MatrixUtils.createRealDiagonalMatrix(new double[] {1, 2});
        RidgeError ridge = new RidgeError(data, MU);
        assertThat(ridge.moments(100_000, Seed.of(1)).subtract(data).getNorm1()).isLessThan(0.05);
        assertThat(ridge.moments(8, Seed.of(1))).isEqualTo(ridge.moments(8, Seed.of(1)));
        assertThat(ridge.moments(8, Seed.of(1))).isNotEqualTo(ridge.moments(8, Seed.of(2)));
    }

    /** argmin_g (g W - e1) M (g W - e1)' + mu |g|^2, by gradient descent. */
    private static double[] best(RealMatrix w, RealMatrix m, double mu) {
        double[] g = new double[2];
        for (int step = 0; step < 20_000; step++) {
            for (int i = 0; i < 2; i++) {
                double h = 1e-4;
                double[] up = g.clone();
                double[] down = g.clone();
                up[i] += h;
                down[i] -= h;
                double slope = (error(up, w, m) + mu * square(up) - error(down, w, m) - mu * square(down)) / (2 * h);
                g[i] -= 0.02 * slope;
            }
        }
        return g;
    }

    private static double error(double[] g, RealMatrix w, RealMatrix m) {
        double[] r = w.preMultiply(g);
        r[0] -= 1;
        return MatrixUtils.createRealVector(r).dotProduct(m.operate(MatrixUtils.createRealVector(r)));
    }

    private static double square(double[] g) {
        return g[0] * g[0] + g[1] * g[1];
    }

    private static Phase phase(boolean content, boolean style) {
        if (content) {
            return style ? Phase.BOTH : Phase.CONTENT;
        }
        return style ? Phase.STYLE : Phase.NONE;
    }

    private static BigFraction fraction(String text) {
        String[] parts = text.split("/", -1);
        return new BigFraction(Integer.parseInt(parts[0]), parts.length == 2 ? Integer.parseInt(parts[1]) : 1);
    }
}
