package org.lossproof.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.statistics.Statistics;
import org.hipparchus.linear.RealMatrix;
import org.lossproof.expansion.Expansion;
import org.lossproof.expansion.SeriesExpansion;
import org.lossproof.loss.Catalogue;

/**
 * Stationary points of the spectral contrastive loss, a polynomial of order 4 in W: where the landscape of its expansion has them the
 * loss itself, over a population, has no slope, and bends the way the spectrum says.
 */
class StationaryPointsProperties {
    private static final Expansion EXPANSION =
            SeriesExpansion.expand(Catalogue.load("spectral-contrastive"), 4, Map.of());

    /** Modes of which every one can be told from the others in floating point. */
    private static boolean isClear(StationaryPoint p) {
        return p.hessian().continuum() + p.hessian().threshold() == 0
                && p.hessian().levels().stream().allMatch(l -> Math.abs(l.eigenvalue()) > 1e-2);
    }

    private static void compare(StationaryPoint p, LiteralLoss loss) {
        RealMatrix w = LiteralLoss.weight(p, loss.rows());
        assertThat(loss.value(w)).as("%s", p).isCloseTo(p.loss(), offset(1e-10));
        assertThat(loss.gradient(w).getFrobeniusNorm()).as("%s", p).isLessThan(1e-5);
        Statistics.collect(isClear(p));
        if (isClear(p)) {
            double[] curvatures = loss.curvatures(w);
            long down = Arrays.stream(curvatures).filter(x -> x < -1e-3).count();
            long up = Arrays.stream(curvatures).filter(x -> x > 1e-3).count();
            assertThat(List.of(down, up))
                    .as("%s %s", p, Arrays.toString(curvatures))
                    .isEqualTo(List.of(
                            (long) p.negativeDirections(), (long) p.hessian().positive()));
        }
    }

    @Property(tries = 60)
    void theSpectralContrastiveLossIsFlatWhereItsLandscapeSays(
            @ForAll @Size(3) List<@DoubleRange(min = 0, max = 3) Double> a,
            @ForAll @Size(3) List<@DoubleRange(min = 0.1, max = 2) Double> c,
            @ForAll @IntRange(min = 1, max = 3) int d1) {
        ExpansionLandscape read = new ExpansionLandscape(EXPANSION, Map.of(), d1);
        CommutingLandscape.Result all =
                CommutingLandscape.of(read.b(a, c), a, c, read.quartic(), d1).solve();
        LiteralLoss loss = LiteralLoss.spectralContrastive(a, c, d1);
        assertThat(all.points()).isNotEmpty().allSatisfy(p -> compare(p, loss));
        Statistics.coverage(s -> s.check(true).percentage(x -> x >= 50));
    }

    /** With weight decay and a norm that is wanted, both added to the loss as they are defined. */
    @Property(tries = 60)
    void withWeightDecayAndAPenaltyToo(
            @ForAll @Size(2) List<@DoubleRange(min = 0, max = 3) Double> a,
            @ForAll @Size(2) List<@DoubleRange(min = 0.1, max = 2) Double> c,
            @ForAll @IntRange(min = 1, max = 3) int d1,
            @ForAll @DoubleRange(min = 0, max = 3) double gamma,
            @ForAll @DoubleRange(min = 0.1, max = 5) double kappa,
            @ForAll @DoubleRange(min = 0.1, max = 2) double wanted) {
        ExpansionLandscape read = new ExpansionLandscape(EXPANSION, Map.of(), d1);
        Penalty penalty = new Penalty(wanted, kappa);
        CommutingLandscape.Result all =
                new CommutingLandscape(read.b(a, c), a, c, read.quartic(), d1, gamma, penalty, false).solve();
        LiteralLoss plain = LiteralLoss.spectralContrastive(a, c, d1);
        LiteralLoss loss = new LiteralLoss(d1, 2, w -> {
            double excess = LiteralLoss.norm(w, a, c) - wanted;
            double size = w.getFrobeniusNorm();
            return plain.value(w) + gamma * size * size + kappa * excess * excess;
        });
        assertThat(all.points()).isNotEmpty().allSatisfy(p -> compare(p, loss));
        Statistics.coverage(s -> s.check(true).percentage(x -> x >= 50));
    }

    /** No descent in the loss itself ends anywhere but at a predicted minimum. */
    @Property(tries = 15)
    void descentsFindNoOtherMinimum(
            @ForAll @Size(2) List<@DoubleRange(min = 0.2, max = 3) Double> a,
            @ForAll @Size(2) List<@DoubleRange(min = 0.1, max = 2) Double> c,
            @ForAll @IntRange(min = 1, max = 2) int d1) {
        ExpansionLandscape read = new ExpansionLandscape(EXPANSION, Map.of(), d1);
        List<StationaryPoint> minima =
                CommutingLandscape.of(read.b(a, c), a, c, read.quartic(), d1).solve().points().stream()
                        .filter(p -> p.negativeDirections() == 0)
                        .toList();
        List<DescentSearch.Endpoint> ends =
                DescentSearch.descend(LiteralLoss.spectralContrastive(a, c, d1), 4, 1, 20230501);
        assertThat(minima).isNotEmpty();
        assertThat(ends)
                .isNotEmpty()
                .allSatisfy(e -> assertThat(minima).anySatisfy(p -> {
                    assertThat(e.value()).isCloseTo(p.loss(), offset(1e-6 * (1 - p.loss())));
                    RealMatrix gram = e.weight().transposeMultiply(e.weight());
                    for (int i = 0; isClear(p) && i < 2; i++) {
                        assertThat(gram.getEntry(i, i)).isCloseTo(p.wtw().get(i), offset(1e-2));
                    }
                }));
    }
}
