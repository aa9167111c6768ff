package org.lossproof.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.hipparchus.linear.RealMatrix;
import org.lossproof.expansion.SeriesExpansion;
import org.lossproof.loss.Catalogue;

/**
 * kappa (E|f(x)|^2 - c)^2 added to a loss as it is defined: minima found by descents are those of the landscape at every kappa,
 * and approach the minimum of the loss on E|f(x)|^2 = c, found by a descent along that surface, as 1/kappa.
 */
class NormalisationLimitProperties {
    private static final int MODES = 2;
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    private static DescentSearch.Endpoint lowest(LiteralLoss loss, int starts) {
        return DescentSearch.descend(loss, starts, 1, 20230501).stream()
                .min(Comparator.comparingDouble(DescentSearch.Endpoint::value))
                .orElseThrow();
    }

    private static LiteralLoss penalised(LiteralLoss plain, List<Double> a, List<Double> c, Penalty penalty) {
        return new LiteralLoss(plain.rows(), plain.columns(), w -> {
            double excess = LiteralLoss.norm(w, a, c) - penalty.c();
            return plain.value(w) + penalty.kappa() * excess * excess;
        });
    }

    /** The loss at t W with E|t W x|^2 = c: all of the surface, and nothing else. */
    private static LiteralLoss onSurface(LiteralLoss plain, List<Double> a, List<Double> c, double wanted) {
        return new LiteralLoss(
                plain.rows(),
                plain.columns(),
                w -> plain.value(w.scalarMultiply(Math.sqrt(wanted / LiteralLoss.norm(w, a, c)))));
    }

    private static StationaryPoint predicted(List<Double> a, List<Double> c, int d1, Penalty penalty) {
        ExpansionLandscape read = new ExpansionLandscape(
                SeriesExpansion.expand(Catalogue.load("spectral-contrastive"), 4, Map.of()), Map.of(), d1);
        return new CommutingLandscape(read.b(a, c), a, c, read.quartic(), d1, 0, penalty, false)
                .solve()
                .globalMinimum()
                .orElseThrow();
    }

    /** Whether the two g = b/s are so close that the minimum is hardly one. */
    private static boolean isTied(List<Double> a, List<Double> c) {
        return Math.abs(a.get(0) / (a.get(0) + c.get(0)) - a.get(1) / (a.get(1) + c.get(1))) < 0.1;
    }

    @Property(tries = 12)
    void theSpectralContrastiveLossApproachesTheConstraint(
            @ForAll @Size(MODES) List<@DoubleRange(min = 0.3, max = 2) Double> a,
            @ForAll @Size(MODES) List<@DoubleRange(min = 0.3, max = 2) Double> c,
            @ForAll @IntRange(min = 1, max = 2) int d1,
            @ForAll @DoubleRange(min = 0.2, max = 2) double wanted) {
        Assume.that(!isTied(a, c));
        LiteralLoss plain = LiteralLoss.spectralContrastive(a, c, d1);
        StationaryPoint limit = predicted(a, c, d1, new Penalty(wanted, INFINITY));
        DescentSearch.Endpoint constrained = lowest(onSurface(plain, a, c, wanted), 3);
        assertThat(limit.loss()).isCloseTo(constrained.value(), offset(1e-6));
        assertThat(limit.rho()).isCloseTo(wanted, offset(1e-12));
        double previous = Double.NaN;
        for (double kappa : new double[] {16, 64, 256}) {
            Penalty penalty = new Penalty(wanted, kappa);
            DescentSearch.Endpoint end = lowest(penalised(plain, a, c, penalty), 3);
            StationaryPoint soft = predicted(a, c, d1, penalty);
            assertThat(end.value()).isCloseTo(soft.loss(), offset(1e-6));
            assertThat(LiteralLoss.norm(end.weight(), a, c)).isCloseTo(soft.rho(), offset(1e-4));
            // The loss of the penalised minimum is below that of the constrained one by mu^2/(4 kappa), to first order.
            double gap = constrained.value() - end.value();
            assertThat(gap).isGreaterThan(-1e-7);
            if (gap > 1e-4 && !Double.isNaN(previous)) {
                assertThat(previous / gap).isBetween(3.2, 4.4);
            }
            previous = gap;
        }
    }

    /** How far the norm of a descent's end is from c, times kappa, goes to the multiplier of the constraint. */
    @Property(tries = 12)
    void theMultiplierIsWhatThePenaltyPullsWith(
            @ForAll @DoubleRange(min = 0.3, max = 2) double a,
            @ForAll @DoubleRange(min = 0.3, max = 2) double c,
            @ForAll @DoubleRange(min = 0.2, max = 2) double wanted) {
        List<Double> as = List.of(a, a / 4);
        List<Double> cs = List.of(c, c);
        LiteralLoss plain = LiteralLoss.spectralContrastive(as, cs, 2);
        StationaryPoint limit = predicted(as, cs, 2, new Penalty(wanted, INFINITY));
        // mu is what the loss on the surface gains by a larger c.
        double step = 1e-3;
        double mu = (lowest(onSurface(plain, as, cs, wanted + step), 2).value()
                        - lowest(onSurface(plain, as, cs, wanted - step), 2).value())
                / (2 * step);
        int first = IntStream.range(0, MODES)
                .filter(i -> limit.mask().get(i) == 1)
                .findFirst()
                .orElseThrow();
        double s = as.get(first) + cs.get(first);
        double predicted = 2 * s * limit.wtw().get(first) - 2 * as.get(first) / s;
        assertThat(mu).isCloseTo(predicted, offset(2e-3));
        double kappa = 256;
        RealMatrix soft =
                lowest(penalised(plain, as, cs, new Penalty(wanted, kappa)), 2).weight();
        double pull = -2 * kappa * (LiteralLoss.norm(soft, as, cs) - wanted);
        assertThat(pull).isCloseTo(mu, offset(0.05));
    }
}
