package org.lossproof.expansion;

/** A computation has more irrational constants than {@link Indeterminates#MAX_CONSTANTS}. */
final class TooManyConstantsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManyConstantsException() {
        super("more than " + Indeterminates.MAX_CONSTANTS + " irrational constants at W = 0");
    }
}
