package org.lossproof.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.lossproof.covariance.CovarianceArbitraries;
import org.lossproof.covariance.CovariancePair;

/** Stationary points and minima of -Tr[W B W'] + Tr[(W Sigma W')^2] at covariances that do not commute, found without the solver. */
class StationaryMasksProperties {
    @Provide
    Arbitrary<CovariancePair> general() {
        return CovarianceArbitraries.nonCommutingPositive(3);
    }

    /** The printed formula, written out with eigenvectors: no code of the landscape package. */
    @Property
    void everyMaskIsStationaryForNonCommutingCovariances(
            @ForAll("general") CovariancePair pair, @ForAll @IntRange(max = 7) int mask) {
        RealMatrix b = b(pair);
        RealMatrix sigma = sigma(pair);
        RealMatrix inverseRoot = MatrixUtils.inverse(new EigenDecompositionSymmetric(sigma).getSquareRoot());
        RealMatrix whitened = inverseRoot.multiply(b).multiply(inverseRoot);
        EigenDecompositionSymmetric g = new EigenDecompositionSymmetric(
                whitened.add(whitened.transpose()).scalarMultiply(0.5));
        RealMatrix masked = MatrixUtils.createRealMatrix(3, 3);
        for (int i = 0; i < 3; i++) {
            double lambda = g.getEigenvalue(i);
            masked.setEntry(i, i, (mask >> i & 1) == 1 && lambda > 0 ? lambda / 2 : 0);
        }
        RealMatrix p = inverseRoot
                .multiply(g.getV())
                .multiply(masked)
                .multiply(g.getVT())
                .multiply(inverseRoot);
        RealMatrix slope = b.subtract(sigma.multiply(p).multiply(sigma).scalarMultiply(2));
        assertThat(p.multiply(slope).getFrobeniusNorm())
                .isCloseTo(0, within(1e-9 * (1 + p.getFrobeniusNorm() * b.getFrobeniusNorm())));
    }

    /** Wherever a search for zeros of the gradient ends, the loss is that of a mask. */
    @Property(tries = 60)
    void zerosOfTheGradientAreThoseOfMasks(@ForAll("general") CovariancePair pair) {
        QuarticLandscape landscape = QuarticLandscape.of(b(pair), sigma(pair), 1, 0, 0, 2);
        List<Double> losses = landscape.stationaryPoints().points().stream()
                .map(p -> p.loss())
                .toList();
        List<DescentSearch.Endpoint> zeros = DescentSearch.descend(new SquaredGradient(landscape), 6, 0.3, 1).stream()
                .filter(e -> e.value() < 1e-9)
                .toList();
        assertThat(zeros).isNotEmpty().allSatisfy(zero -> {
            double loss = landscape.value(zero.weight());
            assertThat(losses).anySatisfy(l -> assertThat(loss).isCloseTo(l, within(1e-5 * (1 + Math.abs(l)))));
        });
    }

    /** Descents that know nothing of stationary points end at the rank that the eigenvalues of B alone give. */
    @Property(tries = 100)
    void descentsEndAtTheRankForNonCommutingCovariances(
            @ForAll("general") CovariancePair pair, @ForAll @IntRange(min = 1, max = 3) int d1) {
        RealMatrix b = pair.data().real().subtract(pair.augmentation().real());
        RealMatrix sigma = pair.data().real().add(pair.augmentation().real());
        double[] eigenvalues = new EigenDecompositionSymmetric(b).getEigenvalues();
        boolean clear = java.util.Arrays.stream(eigenvalues).allMatch(e -> Math.abs(e) > 0.05);
        int positive =
                (int) java.util.Arrays.stream(eigenvalues).filter(e -> e > 0).count();
        for (DescentSearch.Endpoint end :
                DescentSearch.descend(QuarticLandscape.of(b, sigma, 1, 0, 0, d1), 2, 0.5, 5)) {
            RealMatrix gram = end.weight().transposeMultiply(end.weight());
            double[] spectrum = new EigenDecompositionSymmetric(gram).getEigenvalues();
            long rank = java.util.Arrays.stream(spectrum).filter(e -> e > 1e-4).count();
            if (clear) {
                assertThat(rank).isEqualTo(Math.min(positive, d1));
            }
        }
    }

    private static RealMatrix b(CovariancePair pair) {
        return pair.data().real().subtract(pair.augmentation().real().scalarMultiply(0.5));
    }

    private static RealMatrix sigma(CovariancePair pair) {
        return pair.data().real().add(pair.augmentation().real());
    }

    /** |gradient|^2, with the Hessian times the gradient by central differences. */
    private record SquaredGradient(QuarticLandscape landscape) implements SmoothLandscape {
        @Override
        public int rows() {
            return landscape.rows();
        }

        @Override
        public int columns() {
            return landscape.columns();
        }

        @Override
        public double value(RealMatrix w) {
            return Math.pow(landscape.gradient(w).getFrobeniusNorm(), 2);
        }

        @Override
        public RealMatrix gradient(RealMatrix w) {
            RealMatrix g = landscape.gradient(w);
            double t = 1e-5 / (1e-9 + g.getFrobeniusNorm());
            RealMatrix ahead = landscape.gradient(w.add(g.scalarMultiply(t)));
            RealMatrix behind = landscape.gradient(w.subtract(g.scalarMultiply(t)));
            return ahead.subtract(behind).scalarMultiply(1 / t);
        }
    }
}
