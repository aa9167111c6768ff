package org.lossproof.property;

/** The landscape solver and a computation that shares no code with it say different things: neither can be believed. */
public final class LandscapeContradictionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** In one line: where, what the solver says, what the other computation says. */
    public LandscapeContradictionException(String message) {
        super(message);
    }
}
