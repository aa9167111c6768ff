package org.lossproof.covariance;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.hipparchus.fraction.BigFraction;

/**
 * Generators (jqwik) of covariances and weights with small exact entries; failing samples shrink towards d0 = 1, the
 * standard basis, and small integers.
 */
public final class CovarianceArbitraries {
    private static final int EXTREME = 1_000_000;

    private CovarianceArbitraries() {}

    /** Rationals n/m with |n| <= 9, 1 <= m <= 4. */
    public static Arbitrary<BigFraction> smallRationals() {
        return quotients(Arbitraries.integers().between(-9, 9).shrinkTowards(0));
    }

    /** Rationals n/m with 1 <= n <= 9, 1 <= m <= 4. */
    public static Arbitrary<BigFraction> positiveRationals() {
        return quotients(Arbitraries.integers().between(1, 9));
    }

    /** Eigenvalues of a covariance: mostly of order one, from a pool small enough to repeat; zero; 1e-6; 1e6. */
    public static Arbitrary<BigFraction> eigenvalues() {
        return Arbitraries.frequencyOf(
                Tuple.of(6, positiveRationals()),
                Tuple.of(2, Arbitraries.of(BigFraction.ONE, new BigFraction(2))),
                Tuple.of(2, Arbitraries.just(BigFraction.ZERO)),
                Tuple.of(1, positiveRationals().map(q -> q.divide(EXTREME))),
                Tuple.of(1, positiveRationals().map(q -> q.multiply(EXTREME))));
    }

    /** Spectra of length d0 of {@link #eigenvalues}. */
    public static Arbitrary<List<BigFraction>> spectra(int d0) {
        return eigenvalues().list().ofSize(d0);
    }

    /** Spectra of length d0 with eigenvalues between 1/4 and 9: well conditioned. */
    public static Arbitrary<List<BigFraction>> positiveSpectra(int d0) {
        return positiveRationals().list().ofSize(d0);
    }

    /**
     * Exactly orthogonal d0 x d0 matrices by the Cayley transform (I - K)(I + K)^(-1) of a skew K with small rational
     * entries; shrink to the identity.
     */
    public static Arbitrary<RationalMatrix> orthogonal(int d0) {
        Arbitrary<BigFraction> entry = Combinators.combine(
                        Arbitraries.integers().between(-3, 3).shrinkTowards(0),
                        Arbitraries.integers().between(1, 2))
                .as(BigFraction::new);
        return entry.list().ofSize(d0 * (d0 - 1) / 2).map(upper -> cayley(d0, upper));
    }

    /** Commuting pairs of size d0, spectra with zero, equal, tiny and huge eigenvalues. */
    public static Arbitrary<CommutingPair> commuting(int d0) {
        return Combinators.combine(orthogonal(d0), spectra(d0), spectra(d0)).as(CommutingPair::new);
    }

    /** Commuting pairs of every size from 1 to the given one. */
    public static Arbitrary<CommutingPair> commutingUpTo(int largest) {
        return Arbitraries.integers().between(1, largest).flatMap(CovarianceArbitraries::commuting);
    }

    /** Commuting pairs of size d0 with eigenvalues between 1/4 and 9. */
    public static Arbitrary<CommutingPair> commutingPositive(int d0) {
        return Combinators.combine(orthogonal(d0), positiveSpectra(d0), positiveSpectra(d0))
                .as(CommutingPair::new);
    }

    /** Models as {@code verify} draws them; they shrink to one mode and small numbers. */
    public static Arbitrary<ModelDraw> models() {
        return Arbitraries.integers()
                .between(0, ModelDraw.LARGEST)
                .shrinkTowards(0)
                .list()
                .ofSize(ModelDraw.LENGTH)
                .map(ModelDraw::new);
    }

    /** Pairs of size d0 >= 2 that do not commute, A0 and C each with its own eigenbasis and any spectrum. */
    public static Arbitrary<CovariancePair> nonCommuting(int d0) {
        return nonCommuting(d0, spectra(d0));
    }

    /** Pairs of size d0 >= 2 that do not commute, with eigenvalues between 1/4 and 9. */
    public static Arbitrary<CovariancePair> nonCommutingPositive(int d0) {
        return nonCommuting(d0, positiveSpectra(d0));
    }

    private static Arbitrary<CovariancePair> nonCommuting(int d0, Arbitrary<List<BigFraction>> spectrum) {
        if (d0 < 2) {
            throw new IllegalArgumentException("1 x 1 matrices commute: take d0 >= 2");
        }
        return Combinators.combine(orthogonal(d0), spectrum, orthogonal(d0), spectrum)
                .as((u, a, v, c) -> new CovariancePair(
                        new CommutingPair(u, a, a).inBasis(a), new CommutingPair(v, c, c).inBasis(c)))
                .filter(pair -> !pair.commutes());
    }

    /** W: d1 x d0 with entries of {@link #smallRationals}. */
    public static Arbitrary<RationalMatrix> weights(int d1, int d0) {
        return smallRationals()
                .list()
                .ofSize(d1 * d0)
                .map(entries -> RationalMatrix.of(d1, d0, (i, j) -> entries.get(i * d0 + j)));
    }

    /** W with d0 columns and 1 to d0 + 2 rows: d1 less than, equal to and greater than d0. */
    public static Arbitrary<RationalMatrix> weightsOfEveryShape(int d0) {
        return Arbitraries.integers().between(1, d0 + 2).flatMap(d1 -> weights(d1, d0));
    }

    private static Arbitrary<BigFraction> quotients(Arbitrary<Integer> numerators) {
        return Combinators.combine(numerators, Arbitraries.integers().between(1, 4))
                .as(BigFraction::new);
    }

    private static RationalMatrix cayley(int n, List<BigFraction> upper) {
        RationalMatrix skew = RationalMatrix.of(n, n, (i, j) -> {
            if (i.equals(j)) {
                return BigFraction.ZERO;
            }
            int low = Math.min(i, j);
            int high = Math.max(i, j);
            BigFraction entry = upper.get(high * (high - 1) / 2 + low);
            return i < j ? entry : entry.negate();
        });
        RationalMatrix one = RationalMatrix.identity(n);
        // I + K is invertible: a skew real matrix has imaginary eigenvalues.
        return one.add(skew.scale(BigFraction.MINUS_ONE)).multiply(one.add(skew).inverse());
    }
}
