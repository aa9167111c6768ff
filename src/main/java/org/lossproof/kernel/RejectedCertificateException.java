package org.lossproof.kernel;

/** A certificate does not show what it is meant to show. */
public final class RejectedCertificateException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RejectedCertificateException(String message) {
        super(message);
    }

    static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new RejectedCertificateException(otherwise);
        }
    }
}
