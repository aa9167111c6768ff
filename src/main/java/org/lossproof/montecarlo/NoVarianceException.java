package org.lossproof.montecarlo;

/** The variance of a sampled coefficient cannot be derived; the message says why. */
final class NoVarianceException extends RuntimeException {
    private static final long serialVersionUID = 1;

    NoVarianceException(String reason) {
        super(reason);
    }
}
