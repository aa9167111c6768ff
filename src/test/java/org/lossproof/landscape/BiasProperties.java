package org.lossproof.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import org.hipparchus.linear.RealMatrix;
import org.lossproof.expansion.SeriesExpansion;
import org.lossproof.loss.Catalogue;

/**
 * f(x) = W x + v with E|f(x)|^2 = |v|^2 + Tr[W Sigma W'] held at c: descents in (W, v) of InfoNCE to all orders against the landscape
 * of order 4, at data so close to its threshold that they differ by a share of the order of a_i/c_i.
 */
class BiasProperties {
    private static final int MODES = 2;
    private static final int ROWS = 2;

    /** a_i = share r_i, c_i = 1: minima have W'W of the order of the share. */
    private record Data(double first, double second, double share) {
        List<Double> a() {
            return List.of(first * share, second * share);
        }

        List<Double> c() {
            return List.of(1.0, 1.0);
        }

        /** E|f(x)|^2 at sqrt(share) (W, v). */
        double norm(RealMatrix wv) {
            double[] bias = wv.getColumn(MODES);
            return share
                    * (LiteralLoss.norm(wv.getSubMatrix(0, ROWS - 1, 0, MODES - 1), a(), c())
                            + LiteralLoss.inner(bias, bias));
        }

        /** InfoNCE at sqrt(share) (W, v), in units of the square of the share; it does not feel v. */
        double infonce(RealMatrix wv) {
            RealMatrix w = wv.getSubMatrix(0, ROWS - 1, 0, MODES - 1).scalarMultiply(Math.sqrt(share));
            return InfonceByDeterminants.value(w, a(), c(), 1) / (share * share);
        }

        StationaryPoint predicted(Penalty penalty) {
            ExpansionLandscape read = new ExpansionLandscape(
                    SeriesExpansion.expand(Catalogue.load("infonce"), 4, Map.of()), Map.of(), ROWS);
            return new CommutingLandscape(read.b(a(), c()), a(), c(), read.quartic(), ROWS, 0, penalty, true)
                    .solve()
                    .globalMinimum()
                    .orElseThrow();
        }

        /** (W, v) in units of sqrt(share). */
        RealMatrix descend(double wanted) {
            LiteralLoss onSurface =
                    new LiteralLoss(ROWS, MODES + 1, x -> infonce(x.scalarMultiply(Math.sqrt(wanted / norm(x)))));
            RealMatrix end = lowest(onSurface);
            return end.scalarMultiply(Math.sqrt(wanted / norm(end)));
        }

        RealMatrix descend(Penalty penalty) {
            return lowest(new LiteralLoss(ROWS, MODES + 1, x -> {
                double excess = (norm(x) - penalty.c()) / share;
                return infonce(x) + penalty.kappa() * excess * excess;
            }));
        }

        private static RealMatrix lowest(LiteralLoss loss) {
            return DescentSearch.descend(loss, 3, 0.7, 20230501).stream()
                    .min(Comparator.comparingDouble(DescentSearch.Endpoint::value))
                    .orElseThrow()
                    .weight();
        }

        /** W'W of a mode, or |v|^2, in units of 1. */
        double square(RealMatrix wv, int column) {
            return share * LiteralLoss.inner(wv.getColumn(column), wv.getColumn(column));
        }
    }

    /** Where the norm is more than W wants, the bias takes up the rest; where it is less, there is no bias. */
    @Property(tries = 15)
    void theBiasTakesUpWhatTheWeightLeavesOfTheNorm(
            @ForAll @DoubleRange(min = 0.5, max = 2) double first,
            @ForAll @DoubleRange(min = 0.5, max = 2) double second,
            @ForAll @DoubleRange(min = 0.1, max = 0.7) double below,
            @ForAll boolean large) {
        Data data = new Data(first, second, 0.02);
        double free = data.predicted(new Penalty(100, Double.POSITIVE_INFINITY)).rho();
        double wanted = large ? free * (1 + below) : free * below;
        StationaryPoint predicted = data.predicted(new Penalty(wanted, Double.POSITIVE_INFINITY));
        RealMatrix end = data.descend(wanted);
        double bias = data.square(end, MODES);
        double tolerance = 0.1 * free;
        assertThat(bias).isCloseTo(predicted.biasSquared(), offset(tolerance));
        assertThat(predicted.biasSquared() > 0).isEqualTo(large);
        assertThat(bias > 1e-3 * wanted).isEqualTo(large);
        for (int i = 0; i < MODES; i++) {
            assertThat(data.square(end, i)).isCloseTo(predicted.wtw().get(i), offset(tolerance));
        }
        Statistics.collect(large);
        Statistics.coverage(s -> {
            s.check(true).count(n -> n > 0);
            s.check(false).count(n -> n > 0);
        });
    }

    /** The difference to the landscape of order 4 is of first order in a_i/c_i: half as large at half of it. */
    @Property(tries = 8)
    void theDifferenceIsThatOfHigherOrders(
            @ForAll @DoubleRange(min = 0.8, max = 1.5) double first,
            @ForAll @DoubleRange(min = 0.8, max = 1.5) double second,
            @ForAll @IntRange(min = 2, max = 4) int wanted) {
        double[] errors = new double[2];
        for (int k = 0; k < 2; k++) {
            Data data = new Data(first, second, 0.08 / (1 + k));
            double norm = wanted * data.share();
            StationaryPoint predicted = data.predicted(new Penalty(norm, Double.POSITIVE_INFINITY));
            assertThat(predicted.biasSquared()).isPositive();
            errors[k] = (predicted.biasSquared() - data.square(data.descend(norm), MODES)) / data.share();
        }
        assertThat(Math.abs(errors[0])).isBetween(1e-3, 0.5);
        assertThat(errors[0] / errors[1]).isBetween(1.6, 2.4);
    }

    /** With a penalty the bias does away with it where W leaves something of the norm, at any kappa. */
    @Property(tries = 10)
    void aPenaltyIsMetByTheBias(
            @ForAll @DoubleRange(min = 0.5, max = 2) double first,
            @ForAll @DoubleRange(min = 0.5, max = 2) double second,
            @ForAll @DoubleRange(min = 0.2, max = 5) double kappa) {
        Data data = new Data(first, second, 0.02);
        double wanted =
                1.5 * data.predicted(new Penalty(100, Double.POSITIVE_INFINITY)).rho();
        StationaryPoint predicted = data.predicted(new Penalty(wanted, kappa));
        RealMatrix end = data.descend(new Penalty(wanted, kappa));
        // Without a bias it would fall short by a share of the order of 1/(1 + kappa).
        assertThat(data.norm(end)).isCloseTo(wanted, offset(3e-3 * wanted));
        assertThat(predicted.rho() + predicted.biasSquared()).isCloseTo(wanted, offset(1e-9));
        assertThat(data.square(end, MODES)).isCloseTo(predicted.biasSquared(), offset(0.1 * wanted));
    }
}
