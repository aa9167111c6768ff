package org.lossproof.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.lossproof.covariance.CommutingPair;
import org.lossproof.covariance.CovarianceArbitraries;
import org.lossproof.covariance.CovariancePair;
import org.lossproof.covariance.RationalMatrix;

/** Predictions in W, for matrices: stationarity, inertia, global minimum; commuting and non-commuting. */
class CovarianceLandscapeProperties {
    @Provide
    Arbitrary<CovariancePair> nonCommuting() {
        return CovarianceArbitraries.nonCommutingPositive(3);
    }

    @Provide
    Arbitrary<CommutingPair> positive() {
        return CovarianceArbitraries.commutingPositive(3);
    }

    @Provide
    Arbitrary<CommutingPair> extreme() {
        return CovarianceArbitraries.commutingUpTo(4);
    }

    @Provide
    Arbitrary<RationalMatrix> weights() {
        return CovarianceArbitraries.weights(2, 3);
    }

    /** B = A0 - C/2: indefinite in general. */
    private static QuarticLandscape landscape(CovariancePair pair, double q1, double decay, int d1) {
        RealMatrix a0 = pair.data().real();
        RealMatrix c = pair.augmentation().real();
        return QuarticLandscape.of(a0.subtract(c.scalarMultiply(0.5)), a0.add(c), 0.75, q1, decay, d1);
    }

    @Property
    void gradientVanishesAndInertiaAgreesInW(
            @ForAll("nonCommuting") CovariancePair pair, @ForAll @IntRange(min = 1, max = 4) int d1) {
        QuarticLandscape l = landscape(pair, 0.25, 0.1, d1);
        assertThat(l.stationaryPoints().points()).allSatisfy(p -> {
            Validation v = l.validate(p);
            assertThat(v.gradient()).as("%s", v).isLessThan(1e-9);
            // Eigenvalues within rounding of zero may be counted with the zeros, no others.
            assertThat(v.numerical().get(0))
                    .as("%s %s", p, v)
                    .isLessThanOrEqualTo(v.predicted().get(0));
            assertThat(v.numerical().get(2))
                    .as("%s %s", p, v)
                    .isLessThanOrEqualTo(v.predicted().get(2));
            assertThat(l.value(l.weight(p))).isCloseTo(p.loss(), offset(1e-9 * (1 + Math.abs(p.loss()))));
            RealMatrix gram = l.weight(p).transposeMultiply(l.weight(p));
            assertThat(gram.subtract(l.gram(p)).getFrobeniusNorm()).isLessThan(1e-9 * (1 + gram.getFrobeniusNorm()));
        });
    }

    @Property
    void inertiaAgreesWhereItIsWellConditioned(@ForAll("positive") CommutingPair pair) {
        QuarticLandscape l = landscape(pair.matrices(), 0, 0, 2);
        assertThat(l.stationaryPoints().points()).allSatisfy(p -> {
            double least = p.hessian().levels().stream()
                    .mapToDouble(v -> Math.abs(v.eigenvalue()))
                    .min()
                    .orElse(1);
            if (least > 1e-3) {
                assertThat(l.validate(p).inertiaAgrees()).as("%s", p).isTrue();
            }
        });
    }

    @Property
    void globalMinimumIsBelowRandomPoints(
            @ForAll("nonCommuting") CovariancePair pair, @ForAll("weights") RationalMatrix w) {
        QuarticLandscape l = landscape(pair, 0, 0, 2);
        double lowest = l.globalMinimum(Penalty.NONE, false).loss();
        assertThat(l.value(w.real().scalarMultiply(0.2))).isGreaterThanOrEqualTo(lowest - 1e-12);
    }

    @Property
    void descentsInWEndAtTheGlobalMinimum(@ForAll("nonCommuting") CovariancePair pair) {
        QuarticLandscape l = landscape(pair, 0, 0, 2);
        double lowest = l.globalMinimum(Penalty.NONE, false).loss();
        List<DescentSearch.Endpoint> ends = DescentSearch.descend(l, 4, 0.5, 3);
        assertThat(ends).isNotEmpty();
        assertThat(ends).allSatisfy(e -> assertThat(e.value()).isCloseTo(lowest, offset(1e-5 * (1 - lowest))));
    }

    @Property
    void commutingModesAgreeWithMatrices(@ForAll("positive") CommutingPair pair) {
        List<Double> a = pair.aValues();
        List<Double> c = pair.cValues();
        List<Double> b =
                IntStream.range(0, 3).mapToObj(i -> a.get(i) - c.get(i) / 2).toList();
        CommutingLandscape.Result modes = CommutingLandscape.of(b, a, c, new QuarticForm.Uniform(0.75, 0), 2)
                .solve();
        Enumeration matrices = landscape(pair.matrices(), 0, 0, 2).stationaryPoints();
        assertThat(modes.points()).hasSameSizeAs(matrices.points());
        for (int i = 0; i < modes.points().size(); i++) {
            assertThat(modes.points().get(i).loss())
                    .isCloseTo(matrices.points().get(i).loss(), offset(1e-9));
        }
    }

    @Property
    void extremeSpectraAreSolvedToo(@ForAll("extreme") CommutingPair pair, @ForAll @IntRange(min = 1, max = 5) int d1) {
        List<Double> a = pair.aValues();
        List<Double> c = pair.cValues();
        if (IntStream.range(0, a.size()).allMatch(i -> a.get(i) + c.get(i) == 0)) {
            return;
        }
        CommutingLandscape.Result r = CommutingLandscape.of(a, a, c, new QuarticForm.Uniform(0.75, 0), d1)
                .solve();
        long positive = a.stream().filter(x -> x > 0).count();
        StationaryPoint lowest = r.globalMinimum().orElseThrow();
        assertThat(lowest.rank()).isEqualTo((int) Math.min(positive, d1));
        assertThat(lowest.negativeDirections()).isZero();
        // Points without a negative direction have the lowest loss, all others a higher one.
        assertThat(r.points()).allSatisfy(p -> {
            if (p.negativeDirections() == 0) {
                assertThat(p.loss()).isCloseTo(lowest.loss(), offset(1e-12 * (1 - lowest.loss())));
            }
        });
        assertThat(r.notes().isEmpty())
                .isEqualTo(IntStream.range(0, a.size()).noneMatch(i -> a.get(i) + c.get(i) == 0));
    }

    @Property
    void exactInfoNceHasTheSameMinima(@ForAll("positive") CommutingPair pair, @ForAll boolean half) {
        double beta = half ? 0.5 : 1;
        ExactInfoNceLandscape exact = ExactInfoNceLandscape.of(pair.aValues(), pair.cValues(), beta, 2);
        Enumeration all = ExactInfoNceLandscape.stationaryPoints(pair.aValues(), pair.cValues(), beta, 2);
        assertThat(all.points()).allSatisfy(p -> {
            Validation v = exact.validate(p);
            assertThat(v.gradient()).as("%s %s", p, v).isLessThan(1e-9);
            assertThat(v.numerical().get(0))
                    .as("%s %s", p, v)
                    .isLessThanOrEqualTo(v.predicted().get(0));
            assertThat(v.numerical().get(2))
                    .as("%s %s", p, v)
                    .isLessThanOrEqualTo(v.predicted().get(2));
            assertThat(exact.value(ExactInfoNceLandscape.weight(p, 2))).isCloseTo(p.loss(), offset(1e-9));
        });
        double lowest = all.globalMinimum().orElseThrow().loss();
        assertThat(all.points().stream().filter(p -> p.negativeDirections() == 0))
                .allSatisfy(p -> assertThat(p.loss()).isCloseTo(lowest, offset(1e-12)));
        assertThat(DescentSearch.descend(exact, 3, 0.5, 5))
                .isNotEmpty()
                .allSatisfy(e -> assertThat(e.value()).isCloseTo(lowest, offset(1e-5 * (1 - lowest))));
    }

    @Property
    void seriesConvergesToTheExactLoss(
            @ForAll("nonCommuting") CovariancePair pair, @ForAll("weights") RationalMatrix w) {
        RealMatrix a0 = pair.data().real();
        RealMatrix c = pair.augmentation().real();
        ExactInfoNceLandscape exact = ExactInfoNceLandscape.of(a0, c, 0.7, 2);
        RealMatrix x = w.real();
        double size = x.multiply(a0.add(c)).multiply(x.transpose()).getTrace();
        RealMatrix small = size == 0 ? x : x.scalarMultiply(Math.sqrt(0.1 / size));
        assertThat(exact.series(small, 12)).isCloseTo(exact.value(small), offset(1e-12));
        assertThat(Math.abs(exact.series(small, 2) - exact.value(small))).isLessThan(0.7 * 2.0 / 3 * 1e-3);
        RealMatrix step = MatrixUtils.createRealMatrix(2, 3);
        step.setEntry(1, 2, 1e-5);
        double slope = (exact.value(x.add(step)) - exact.value(x.subtract(step))) / 2e-5;
        assertThat(slope).isCloseTo(exact.gradient(x).getEntry(1, 2), offset(1e-5 * (1 + Math.abs(slope))));
    }
}
