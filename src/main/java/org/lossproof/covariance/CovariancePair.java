package org.lossproof.covariance;

/**
 * The covariances of the data and of the augmentation.
 *
 * @param data A0: d0 x d0, symmetric positive semi-definite
 * @param augmentation C: d0 x d0, symmetric positive semi-definite
 */
public record CovariancePair(RationalMatrix data, RationalMatrix augmentation) {
    public CovariancePair {
        if (!data.equals(data.transpose()) || !augmentation.equals(augmentation.transpose())) {
            throw new IllegalArgumentException("a covariance is symmetric");
        }
        if (data.rows() != augmentation.rows()) {
            throw new IllegalArgumentException("A0 and C have one size");
        }
    }

    /** d0. */
    public int dimension() {
        return data.rows();
    }

    /** Sigma = A0 + C. */
    public RationalMatrix sigma() {
        return data.add(augmentation);
    }

    /** Whether A0 C = C A0, exactly. */
    public boolean commutes() {
        return data.commutesWith(augmentation);
    }

    @Override
    public String toString() {
        return "A0 = " + data + ", C = " + augmentation;
    }
}
