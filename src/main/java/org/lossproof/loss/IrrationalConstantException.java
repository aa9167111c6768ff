package org.lossproof.loss;

/** A constant that is no rational number came up in exact rational arithmetic; a larger field is needed. */
public final class IrrationalConstantException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public IrrationalConstantException(String message) {
        super(message);
    }
}
