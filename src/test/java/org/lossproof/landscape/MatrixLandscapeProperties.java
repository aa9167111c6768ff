package org.lossproof.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.lossproof.covariance.CommutingPair;
import org.lossproof.covariance.CovarianceArbitraries;
import org.lossproof.covariance.CovariancePair;
import org.lossproof.covariance.RationalMatrix;
import org.lossproof.loss.InputException;

/** Stationary points for matrices against derivatives of the loss written out in W, and against descents. */
class MatrixLandscapeProperties {
    private static final QuarticForm.Uniform QUARTIC = new QuarticForm.Uniform(0.75, 0.25);

    @Provide
    Arbitrary<CovariancePair> nonCommuting() {
        return CovarianceArbitraries.nonCommutingPositive(3);
    }

    @Provide
    Arbitrary<CommutingPair> commuting() {
        return CovarianceArbitraries.commutingPositive(3);
    }

    @Provide
    Arbitrary<RationalMatrix> weights() {
        return CovarianceArbitraries.weights(2, 3);
    }

    /** The loss as printed, in W, by traces of products; its derivatives by differences only. */
    private record Direct(
            RealMatrix a0, RealMatrix c, double x, QuarticForm.Traces q, double decay, Penalty penalty, int d1)
            implements SmoothLandscape {
        private static final double STEP = 1e-3;

        @Override
        public int rows() {
            return d1;
        }

        @Override
        public int columns() {
            return a0.getRowDimension();
        }

        @Override
        public double value(RealMatrix w) {
            RealMatrix a = w.multiply(a0).multiply(w.transpose());
            RealMatrix k = w.multiply(c).multiply(w.transpose());
            double ta = a.getTrace();
            double tk = k.getTrace();
            double norm = ta + tk;
            return -ta
                    - x * tk
                    + decay * w.multiply(w.transpose()).getTrace()
                    + q.aa() * a.multiply(a).getTrace()
                    + q.ac() * a.multiply(k).getTrace()
                    + q.cc() * k.multiply(k).getTrace()
                    + q.aSquared() * ta * ta
                    + q.aTimesC() * ta * tk
                    + q.cSquared() * tk * tk
                    + penalty.kappa() * (norm - penalty.c()) * (norm - penalty.c());
        }

        /** Central differences with one Richardson step: exact on quartics but for rounding. */
        @Override
        public RealMatrix gradient(RealMatrix w) {
            RealMatrix g = w.copy();
            for (int i = 0; i < d1; i++) {
                for (int j = 0; j < columns(); j++) {
                    g.setEntry(i, j, (4 * difference(w, i, j, STEP) - difference(w, i, j, 2 * STEP)) / 3);
                }
            }
            return g;
        }

        private double difference(RealMatrix w, int i, int j, double step) {
            RealMatrix up = w.copy();
            up.addToEntry(i, j, step);
            RealMatrix down = w.copy();
            down.addToEntry(i, j, -step);
            return (value(up) - value(down)) / (2 * step);
        }

        MatrixLandscape solved(QuarticForm form) {
            return MatrixLandscape.of(a0, c, a0.add(c.scalarMultiply(x)), form, d1, decay, penalty, false);
        }
    }

    private static Direct uniform(CovariancePair pair, double decay, Penalty penalty, int d1) {
        QuarticForm.Traces q = new QuarticForm.Traces(0.75, 1.5, 0.75, 0.25, 0.5, 0.25);
        return new Direct(pair.data().real(), pair.augmentation().real(), -0.5, q, decay, penalty, d1);
    }

    /** A W: d1 x d0 with this W'W, by its eigenvectors. */
    private static RealMatrix weight(RealMatrix wtw, int d1) {
        EigenDecompositionSymmetric eigen = Symmetric.decompose(wtw);
        RealMatrix w = MatrixUtils.createRealMatrix(d1, wtw.getRowDimension());
        for (int i = 0; i < Math.min(d1, wtw.getRowDimension()); i++) {
            double size = Math.sqrt(Math.max(0, eigen.getEigenvalue(i)));
            w.setRowVector(i, eigen.getEigenvector(i).mapMultiply(size));
        }
        return w;
    }

    private static void agrees(Direct direct, MatrixLandscape.Point p) {
        RealMatrix w = weight(p.wtw(), direct.d1());
        assertThat(w.transposeMultiply(w).subtract(p.wtw()).getFrobeniusNorm())
                .as("rank at most d1")
                .isLessThan(1e-9 * (1 + p.wtw().getFrobeniusNorm()));
        double size = 1 + direct.a0().getFrobeniusNorm() + direct.c().getFrobeniusNorm();
        assertThat(direct.value(w)).isCloseTo(p.loss(), offset(1e-9 * size));
        assertThat(direct.gradient(w).getFrobeniusNorm()).as("%s", p).isLessThan(1e-7 * size * size);
        assertThat(w.multiply(direct.a0().add(direct.c()))
                        .multiply(w.transpose())
                        .getTrace())
                .isCloseTo(p.rho(), offset(1e-9 * (1 + p.rho())));
        double least = p.inModes().hessian().levels().stream()
                .mapToDouble(v -> Math.abs(v.eigenvalue()))
                .min()
                .orElse(1);
        if (least > 1e-2) {
            RealMatrix hessian = Validation.hessian(direct::gradient, w);
            double[] e = Symmetric.eigenvalues(hessian);
            assertThat(Validation.inertia(e, hessian.getNorm1()).get(0))
                    .as("%s", p)
                    .isEqualTo(p.negativeDirections());
        }
    }

    @Property(tries = 300)
    void pointsAreStationaryInW(
            @ForAll("nonCommuting") CovariancePair pair,
            @ForAll @IntRange(min = 1, max = 4) int d1,
            @ForAll boolean normalised) {
        Penalty penalty = normalised ? new Penalty(0.5, 2) : Penalty.NONE;
        Direct direct = uniform(pair, 0.1, penalty, d1);
        List<MatrixLandscape.Point> points = direct.solved(QUARTIC).points();
        assertThat(points).isNotEmpty().allSatisfy(p -> agrees(direct, p));
    }

    @Property(tries = 100)
    void noDescentEndsLower(@ForAll("nonCommuting") CovariancePair pair) {
        Direct direct = uniform(pair, 0, Penalty.NONE, 2);
        double lowest = direct.solved(QUARTIC).globalMinimum().orElseThrow().loss();
        assertThat(DescentSearch.descend(direct, 3, 0.5, 7))
                .isNotEmpty()
                .allSatisfy(e -> assertThat(e.value()).isCloseTo(lowest, offset(1e-5 * (1 - lowest))));
    }

    @Property(tries = 300)
    void matricesThatCommuteGiveTheNumbersOfTheirEigenvalues(
            @ForAll("commuting") CommutingPair pair, @ForAll boolean inSigmaOnly) {
        QuarticForm.Traces other = new QuarticForm.Traces(1, 0.5, 0.75, 0, 0.25, 0.125);
        QuarticForm form = inSigmaOnly ? QUARTIC : other;
        Direct direct = new Direct(
                pair.matrices().data().real(),
                pair.matrices().augmentation().real(),
                -0.5,
                inSigmaOnly ? uniform(pair.matrices(), 0, Penalty.NONE, 2).q() : other,
                0.1,
                Penalty.NONE,
                2);
        List<Double> a = pair.aValues();
        List<Double> c = pair.cValues();
        List<Double> b =
                IntStream.range(0, 3).mapToObj(i -> a.get(i) - c.get(i) / 2).toList();
        List<StationaryPoint> modes = new CommutingLandscape(b, a, c, form, 2, 0.1, Penalty.NONE, false)
                .solve()
                .points();
        List<MatrixLandscape.Point> points = direct.solved(form).points();
        assertThat(points).hasSameSizeAs(modes).allSatisfy(p -> agrees(direct, p));
        for (int i = 0; i < modes.size(); i++) {
            assertThat(points.get(i).loss()).isCloseTo(modes.get(i).loss(), offset(1e-9));
        }
        // Equal losses come in any order; the sum over all points does not depend on it.
        double trace = modes.stream()
                .flatMap(p -> p.wtw().stream())
                .mapToDouble(Double::doubleValue)
                .sum();
        assertThat(points.stream().mapToDouble(p -> p.wtw().getTrace()).sum())
                .isCloseTo(trace, offset(1e-8 * (1 + trace)));
    }

    @Property(tries = 50)
    void otherQuarticsNeedMatricesThatCommute(@ForAll("nonCommuting") CovariancePair pair) {
        Direct direct = uniform(pair, 0, Penalty.NONE, 2);
        assertThatThrownBy(() -> direct.solved(new QuarticForm.Traces(1, 0, 1, 0, 0, 0)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("do not commute");
    }

    /** InfoNCE with Gaussian data: gradient of the exact loss, less that of -tr(A) + 3/4 tr(SS), is of order five in W. */
    @Property(tries = 300)
    void theQuarticIsTheExactLossToFifthOrder(
            @ForAll("nonCommuting") CovariancePair pair, @ForAll("weights") RationalMatrix direction) {
        RealMatrix w = direction.real();
        double norm = w.getFrobeniusNorm();
        if (norm == 0) {
            return;
        }
        RealMatrix unit =
                w.scalarMultiply(1 / (norm * Math.sqrt(pair.sigma().real().getFrobeniusNorm())));
        RealMatrix a0 = pair.data().real();
        RealMatrix c = pair.augmentation().real();
        ExactInfoNceLandscape exact = ExactInfoNceLandscape.of(a0, c, 1, 2);
        QuarticLandscape quartic = QuarticLandscape.of(a0, a0.add(c), 0.75, 0, 0, 2);
        double previous = difference(exact, quartic, unit.scalarMultiply(0.2));
        for (double t = 0.1; t > 0.02; t /= 2) {
            double next = difference(exact, quartic, unit.scalarMultiply(t));
            // A term of order three would make the ratio 8, one of order one 2; order five makes it 32.
            assertThat(previous / next).isBetween(26.0, 34.0);
            previous = next;
        }
    }

    private static double difference(SmoothLandscape one, SmoothLandscape other, RealMatrix w) {
        return one.gradient(w).subtract(other.gradient(w)).getFrobeniusNorm();
    }
}
