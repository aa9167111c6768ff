package org.lossproof.covariance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.linear.EigenDecompositionSymmetric;

class CovarianceArbitrariesProperties {
    @Provide
    Arbitrary<CommutingPair> commuting() {
        return CovarianceArbitraries.commutingUpTo(4);
    }

    @Provide
    Arbitrary<CovariancePair> nonCommuting() {
        return CovarianceArbitraries.nonCommuting(3);
    }

    @Provide
    Arbitrary<RationalMatrix> weights() {
        return CovarianceArbitraries.weightsOfEveryShape(2);
    }

    @Property
    void sharedBasisIsOrthogonalAndThePairCommutesExactly(@ForAll("commuting") CommutingPair pair) {
        assertThat(pair.basis().multiply(pair.basis().transpose()))
                .isEqualTo(RationalMatrix.identity(pair.dimension()));
        assertThat(pair.matrices().commutes()).isTrue();
        BigFraction trace = BigFraction.ZERO;
        for (int i = 0; i < pair.dimension(); i++) {
            trace = trace.add(pair.matrices().data().get(i, i));
        }
        assertThat(trace).isEqualTo(pair.a().stream().reduce(BigFraction.ZERO, BigFraction::add));
    }

    @Property
    void spectraReachZeroEqualTinyAndHuge(@ForAll("commuting") CommutingPair pair) {
        Statistics.label("zero").collect(pair.a().contains(BigFraction.ZERO));
        Statistics.label("zero").coverage(c -> c.check(true).count(n -> n > 0));
        Statistics.label("huge").collect(pair.a().stream().anyMatch(q -> q.doubleValue() > 1e5));
        Statistics.label("huge").coverage(c -> c.check(true).count(n -> n > 0));
        Statistics.label("tiny").collect(pair.a().stream().anyMatch(q -> q.signum() > 0 && q.doubleValue() < 1e-4));
        Statistics.label("tiny").coverage(c -> c.check(true).count(n -> n > 0));
        Statistics.label("equal").collect(pair.a().stream().distinct().count() < pair.dimension());
        Statistics.label("equal").coverage(c -> c.check(true).count(n -> n > 0));
    }

    @Property
    void nonCommutingPairsAreCovariances(@ForAll("nonCommuting") CovariancePair pair) {
        assertThat(pair.commutes()).isFalse();
        double[] eigenvalues = new EigenDecompositionSymmetric(pair.sigma().real()).getEigenvalues();
        double scale = Math.max(1, eigenvalues[0]);
        assertThat(Arrays.stream(eigenvalues).min().orElseThrow()).isGreaterThan(-1e-12 * scale);
    }

    @Property
    void weightsHaveEveryShape(@ForAll("weights") RationalMatrix w) {
        Statistics.label("d1 - d0").collect(Integer.signum(w.rows() - w.columns()));
        Statistics.label("d1 - d0").coverage(c -> {
            c.check(-1).count(n -> n > 0);
            c.check(0).count(n -> n > 0);
            c.check(1).count(n -> n > 0);
        });
        assertThat(w.columns()).isEqualTo(2);
    }
}
