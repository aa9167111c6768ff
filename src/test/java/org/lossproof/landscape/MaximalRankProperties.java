package org.lossproof.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.statistics.Statistics;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;
import org.lossproof.expansion.SeriesExpansion;
import org.lossproof.loss.Catalogue;

/** Descents in losses as they are defined, from random starts, end at weights of the largest rank that the landscape leaves. */
class MaximalRankProperties {
    private static final int MODES = 3;

    /** A mode that is within this of its threshold takes a descent too long to tell. */
    private static final double CLEAR = 0.1;

    private static int rank(RealMatrix w) {
        double[] singular = new SingularValueDecomposition(w).getSingularValues();
        return (int) IntStream.range(0, singular.length)
                .filter(i -> singular[i] > 0.01)
                .count();
    }

    /** -2 E f(x)'f(x') + E (f(x)'f(chi))^2 + gamma |W|^2: modes with 2 a_i > gamma survive, as many as there are rows. */
    @Property(tries = 12)
    void spectralContrastiveWithWeightDecay(
            @ForAll @Size(MODES) List<@IntRange(min = 0, max = 6) Integer> quarters,
            @ForAll @Size(MODES) List<@DoubleRange(min = 0.2, max = 2) Double> c,
            @ForAll @IntRange(min = 1, max = MODES) int d1,
            @ForAll @IntRange(min = 0, max = 1) int decays) {
        List<Double> a = quarters.stream().map(q -> q / 4.0).toList();
        double gamma = decays * 1.25;
        LiteralLoss plain = LiteralLoss.spectralContrastive(a, c, d1);
        LiteralLoss loss = new LiteralLoss(d1, MODES, w -> plain.value(w) + gamma * square(w));
        int positive = (int) a.stream().filter(x -> 2 * x > gamma).count();
        StationaryPoint lowest = lowest(a, c, d1, gamma);
        assertThat(lowest.rank()).isEqualTo(Math.min(positive, d1));
        List<DescentSearch.Endpoint> ends = DescentSearch.descend(loss, 2, 1, 7);
        assertThat(ends).isNotEmpty().allSatisfy(e -> {
            assertThat(e.value()).isCloseTo(lowest.loss(), offset(1e-5));
            assertThat(rank(e.weight())).isEqualTo(lowest.rank());
        });
        Statistics.collect(positive < d1 ? "fewer modes" : "fewer rows");
        Statistics.coverage(s -> {
            s.check("fewer modes").count(n -> n > 0);
            s.check("fewer rows").count(n -> n > 0);
        });
    }

    private static double square(RealMatrix w) {
        return w.getFrobeniusNorm() * w.getFrobeniusNorm();
    }

    private static StationaryPoint lowest(List<Double> a, List<Double> c, int d1, double gamma) {
        ExpansionLandscape read = new ExpansionLandscape(
                SeriesExpansion.expand(Catalogue.load("spectral-contrastive"), 4, Map.of()), Map.of(), d1);
        return new CommutingLandscape(read.b(a, c), a, c, read.quartic(), d1, gamma, Penalty.NONE, false)
                .solve()
                .globalMinimum()
                .orElseThrow();
    }

    /** beta-InfoNCE to all orders: the quartic landscape of its expansion has the rank of its minima, not only near W = 0. */
    @Property(tries = 25)
    void betaInfonceToAllOrders(
            @ForAll @Size(MODES) List<@DoubleRange(min = 0.2, max = 2) Double> a,
            @ForAll @Size(MODES) List<@DoubleRange(min = 0.3, max = 2) Double> c,
            @ForAll @IntRange(min = 1, max = MODES) int d1,
            @ForAll @DoubleRange(min = 0.3, max = 1) double beta) {
        ExpansionLandscape read = new ExpansionLandscape(
                SeriesExpansion.expand(Catalogue.load("beta-infonce"), 4, Map.of()), Map.of("beta", beta), d1);
        CommutingLandscape landscape = CommutingLandscape.of(read.b(a, c), a, c, read.quartic(), d1);
        boolean clear = landscape.b().stream().allMatch(b -> Math.abs(b) > CLEAR);
        Statistics.collect(clear);
        Statistics.coverage(s -> s.check(true).percentage(p -> p >= 30));
        if (clear) {
            StationaryPoint lowest = landscape.solve().globalMinimum().orElseThrow();
            LiteralLoss loss = new LiteralLoss(d1, MODES, w -> InfonceByDeterminants.value(w, a, c, beta));
            assertThat(DescentSearch.descend(loss, 2, 1, 7))
                    .isNotEmpty()
                    .allSatisfy(e -> assertThat(rank(e.weight())).isEqualTo(lowest.rank()));
        }
    }
}
