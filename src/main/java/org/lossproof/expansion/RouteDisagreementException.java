package org.lossproof.expansion;

/** Two independent computations of one coefficient differ: neither can be trusted, so the run stops. */
public final class RouteDisagreementException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RouteDisagreementException(String message) {
        super(message);
    }
}
