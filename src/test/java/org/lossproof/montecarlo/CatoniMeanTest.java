package org.lossproof.montecarlo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CatoniMeanTest {
    @Test
    void psiLiesBetweenTheTwoLogarithmsAndDoesNotDecrease() {
        double before = Double.NEGATIVE_INFINITY;
        for (int i = -10_000; i <= 10_000; i++) {
            double x = i / 1000.0;
            double psi = CatoniMean.psi(x);
            assertThat(psi).isLessThanOrEqualTo(Math.log1p(x + x * x / 2) + 1e-15);
            assertThat(psi).isGreaterThanOrEqualTo(-Math.log1p(-x + x * x / 2) - 1e-15);
            assertThat(psi).isGreaterThanOrEqualTo(before);
            before = psi;
        }
    }

    @Test
    void theHalfWidthIsThatOfTheTheorem() {
        // v = 4, n = 1000, 2 e = 2 / e^5: L = 5, h = sqrt(2 * 4 * 5 / 990).
        CatoniMean mean = new CatoniMean(4, 1000, 2 * Math.exp(-5));
        assertThat(mean.halfWidth()).isCloseTo(Math.sqrt(40.0 / 990), within(1e-12));
        // At its own rate the one-sided deviation is the half-width: this is what alpha is chosen for.
        assertThat(mean.deviation(Math.exp(-5))).isCloseTo(mean.halfWidth(), within(1e-9));
        assertThat(mean.deviation(1e-2)).isLessThan(mean.halfWidth());
        assertThat(mean.detectable(1e-2)).isEqualTo(mean.halfWidth() + mean.deviation(1e-2));
    }

    @Test
    void theEstimateIsTheRoot() {
        Random random = new Random(3);
        double[] y = random.doubles(999).map(u -> Math.pow(1 - u, -0.4)).toArray();
        y[17] = 1e6;
        CatoniMean mean = new CatoniMean(3, y.length, 1e-3);
        double t = mean.estimate(y);
        assertThat(sum(mean, y, t - 1e-6)).isPositive();
        assertThat(sum(mean, y, t + 1e-6)).isNegative();
        assertThat(t).isBetween(1.0, 3.0);
    }

    private static double sum(CatoniMean mean, double[] y, double t) {
        double sum = 0;
        for (double value : y) {
            sum += CatoniMean.psi(mean.scale() * (value - t));
        }
        return sum;
    }

    /** Two points, one of them rare and far: the sample mean of 400 leaves the interval far more often than stated. */
    @Test
    void aRareLargeValueDoesNotBreakTheRate() {
        double p = 1.0 / 4000;
        double variance = (1 - p) / p;
        double rate = 1e-2;
        CatoniMean mean = new CatoniMean(variance, 400, rate);
        Random random = new Random(8);
        int wrong = 0;
        int wrongMeans = 0;
        for (int run = 0; run < 4000; run++) {
            double[] y = random.doubles(400).map(u -> u < p ? 1 / p : 0).toArray();
            wrong += Math.abs(mean.estimate(y) - 1) > mean.halfWidth() ? 1 : 0;
            wrongMeans += Math.abs(java.util.Arrays.stream(y).average().orElseThrow() - 1) > mean.halfWidth() ? 1 : 0;
        }
        // Binomial with 4,000 tries at 1 %: 65 or more has probability 1e-4.
        assertThat(wrong).isLessThan(65);
        assertThat(wrongMeans).isGreaterThan(wrong);
    }

    @Test
    void samplesWithoutVarianceAreAveraged() {
        CatoniMean mean = new CatoniMean(0, 100, 1e-2);
        double[] y = new double[100];
        java.util.Arrays.fill(y, 2.5);
        assertThat(mean.estimate(y)).isEqualTo(2.5);
        assertThat(mean.halfWidth()).isZero();
        assertThat(mean.deviation(1e-3)).isZero();
    }

    @Test
    void tooFewSamplesForTheTheoremAreRefused() {
        assertThatThrownBy(() -> new CatoniMean(1, 10, 1e-9)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CatoniMean(Double.NaN, 1000, 0.1)).isInstanceOf(IllegalArgumentException.class);
    }
}
