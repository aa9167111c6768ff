package org.lossproof.landscape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.lossproof.covariance.CovarianceArbitraries;
import org.lossproof.covariance.RationalMatrix;

/** Every stationary point of closed form against numerical derivatives, and the global minimum against descents. */
class ModeQuarticProperties {
    private static final double TOLERANCE = 1e-7;

    @Provide
    Arbitrary<ModeQuartic> uniform() {
        Arbitrary<List<Double>> g = Arbitraries.integers()
                .between(1, 4)
                .flatMap(n -> CovarianceArbitraries.smallRationals()
                        .map(q -> q.doubleValue())
                        .list()
                        .ofSize(n));
        Arbitrary<Double> q1 = Arbitraries.of(0.0, 0.5, -0.2, 3.0);
        Arbitrary<Penalty> penalty = Arbitraries.of(
                Penalty.NONE,
                new Penalty(1, 2),
                new Penalty(0.25, 100),
                new Penalty(3, Double.POSITIVE_INFINITY),
                new Penalty(0.1, Double.POSITIVE_INFINITY));
        return Combinators.combine(g, q1, Arbitraries.integers().between(1, 4), penalty, Arbitraries.of(false, true))
                .as((values, one, d1, norm, bias) -> {
                    ModeQuartic m = ModeQuartic.uniform(values, 1.5, one, d1).normalised(norm);
                    return bias && norm.kappa() > 0 ? m.withBias() : m;
                });
    }

    @Provide
    Arbitrary<ModeQuartic> general() {
        return Arbitraries.integers()
                .between(1, 3)
                .flatMap(n -> Combinators.combine(
                                CovarianceArbitraries.smallRationals()
                                        .map(q -> q.doubleValue())
                                        .list()
                                        .ofSize(n),
                                CovarianceArbitraries.weights(n, n),
                                CovarianceArbitraries.weights(n, n),
                                Arbitraries.integers().between(1, 3),
                                Arbitraries.of(
                                        Penalty.NONE, new Penalty(1, 2), new Penalty(2, Double.POSITIVE_INFINITY)))
                        .as((g, q, p, d1, norm) -> ModeQuartic.general(g, symmetric(q), symmetric(p), d1)
                                .normalised(norm)));
    }

    private static RealMatrix symmetric(RationalMatrix m) {
        return m.add(m.transpose()).real();
    }

    @Property
    void everyPointHasZeroGradientAndThePredictedSpectrum(@ForAll("uniform") ModeQuartic landscape) {
        Enumeration all = StationaryPoints.of(landscape);
        assertThat(all.points()).allSatisfy(p -> check(landscape, p));
        assertThat(all.boundedBelow()).isTrue();
        assertThat(all.points()).isNotEmpty();
    }

    @Property
    void everyDiagonalPointOfAGeneralQuarticToo(@ForAll("general") ModeQuartic landscape) {
        assertThat(StationaryPoints.of(landscape).points()).allSatisfy(p -> check(landscape, p));
    }

    private static void check(ModeQuartic landscape, StationaryPoint p) {
        Validation v = Validation.of(landscape, p);
        assertThat(v.agrees(TOLERANCE)).as("%s %s", p, v).isTrue();
        assertThat(v.inertiaAgrees()).as("%s %s", p, v).isTrue();
        double value = landscape.value(StationaryPoints.representative(landscape, p));
        assertThat(p.loss()).isCloseTo(value, org.assertj.core.data.Offset.offset(1e-9 * (1 + Math.abs(value))));
    }

    @Property
    void analyticGradientIsThatOfTheValue(
            @ForAll("uniform") ModeQuartic landscape, @ForAll @IntRange(max = 1000) int seed) {
        java.util.Random random = new java.util.Random(seed);
        RealMatrix v = MatrixUtils.createRealMatrix(landscape.rows(), landscape.columns());
        RealMatrix x = v.copy();
        for (int i = 0; i < v.getRowDimension(); i++) {
            for (int j = 0; j < v.getColumnDimension(); j++) {
                v.setEntry(i, j, random.nextGaussian());
                x.setEntry(i, j, random.nextGaussian());
            }
        }
        double t = 1e-4;
        double slope = (landscape.value(v.add(x.scalarMultiply(t))) - landscape.value(v.subtract(x.scalarMultiply(t))))
                / (2 * t);
        double expected = x.transposeMultiply(landscape.gradient(v)).getTrace();
        assertThat(slope).isCloseTo(expected, org.assertj.core.data.Offset.offset(1e-4 * (1 + Math.abs(expected))));
    }

    @Property
    void waterFillingIsTheLowestPoint(@ForAll("uniform") ModeQuartic landscape) {
        List<Double> g = java.util.stream.IntStream.range(0, landscape.modes())
                .mapToObj(landscape::g)
                .toList();
        WaterFilling filled = WaterFilling.minimise(
                g, landscape.q(0, 0), landscape.p(0, 0), landscape.d1(), landscape.penalty(), landscape.hasBias());
        StationaryPoint lowest = StationaryPoints.of(landscape).globalMinimum().orElseThrow();
        assertThat(filled.loss())
                .isCloseTo(lowest.loss(), org.assertj.core.data.Offset.offset(1e-9 * (1 + Math.abs(lowest.loss()))));
        assertThat(lowest.negativeDirections()).isZero();
        for (int i = 0; i < g.size(); i++) {
            double h = filled.h().get(i);
            assertThat(h).isNotNegative();
            if (h > 0) {
                assertThat(2 * landscape.q(0, 0) * h)
                        .isCloseTo(g.get(i) - filled.level(), org.assertj.core.data.Offset.offset(1e-9));
            } else if (filled.survivors() < landscape.d1()) {
                assertThat(g.get(i)).isLessThanOrEqualTo(filled.level() + 1e-9);
            }
        }
    }

    @Property
    void descentsEndAtPredictedMinimaOnly(@ForAll("uniform") ModeQuartic landscape) {
        if (landscape.penalty().isConstraint()) {
            return;
        }
        double lowest =
                StationaryPoints.of(landscape).globalMinimum().orElseThrow().loss();
        List<DescentSearch.Endpoint> ends = DescentSearch.descend(landscape, 5, 1, 7);
        assertThat(ends).isNotEmpty();
        assertThat(ends)
                .allSatisfy(e -> assertThat(e.value())
                        .isCloseTo(lowest, org.assertj.core.data.Offset.offset(1e-5 * (1 + Math.abs(lowest)))));
    }
}
