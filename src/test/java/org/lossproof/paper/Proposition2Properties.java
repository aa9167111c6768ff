package org.lossproof.paper;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.RealMatrix;
import org.lossproof.covariance.CovarianceArbitraries;
import org.lossproof.covariance.CovariancePair;
import org.lossproof.landscape.DescentSearch;
import org.lossproof.landscape.QuarticLandscape;

/** The properties of the claim {@code prop-2}. */
final class Proposition2Properties extends ClaimProperties {
    Proposition2Properties() {
        super(new Proposition2());
    }

    @Provide
    Arbitrary<CovariancePair> general() {
        return CovarianceArbitraries.nonCommutingPositive(3);
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
}
