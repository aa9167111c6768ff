package org.lossproof.covariance;

import java.util.List;
import org.hipparchus.fraction.BigFraction;

/**
 * Commuting covariances A0 = U diag(a) U', C = U diag(c) U' with a shared rational eigenbasis.
 *
 * @param basis U: d0 x d0, orthogonal, exactly
 * @param a eigenvalues of A0, none negative
 * @param c eigenvalues of C in the same order, none negative
 */
public record CommutingPair(RationalMatrix basis, List<BigFraction> a, List<BigFraction> c) {
    public CommutingPair {
        a = List.copyOf(a);
        c = List.copyOf(c);
        if (a.size() != c.size() || basis.rows() != a.size() || basis.columns() != a.size()) {
            throw new IllegalArgumentException("basis, a and c have one dimension");
        }
    }

    /** The matrices A0 and C. */
    public CovariancePair matrices() {
        return new CovariancePair(inBasis(a), inBasis(c));
    }

    /** U diag(eigenvalues) U'. */
    public RationalMatrix inBasis(List<BigFraction> eigenvalues) {
        return basis.multiply(RationalMatrix.diagonal(eigenvalues)).multiply(basis.transpose());
    }

    /** d0. */
    public int dimension() {
        return a.size();
    }

    /** The eigenvalues of A0 in floating point. */
    public List<Double> aValues() {
        return a.stream().map(BigFraction::doubleValue).toList();
    }

    /** The eigenvalues of C in floating point. */
    public List<Double> cValues() {
        return c.stream().map(BigFraction::doubleValue).toList();
    }

    @Override
    public String toString() {
        return "a = " + a + ", c = " + c + ", U = " + basis;
    }
}
