package org.lossproof.theorem;

import org.lossproof.loss.Span;

/** A line of a proof does not follow, as far as was searched: no error of the page, and no verdict on the statement. */
public final class ProofGapException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Span span;

    ProofGapException(Span span, String message) {
        super(message);
        this.span = span;
    }

    /** The line. */
    public Span span() {
        return span;
    }
}
