package org.lossproof.loss;

/** A loss has no value at W = 0: a logarithm, a root or a fractional power is taken of a negative number there. */
public final class UndefinedAtOriginException extends InputException {
    private static final long serialVersionUID = 1L;

    /**
     * @param where the place of the part
     * @param what the function and its argument, in words
     */
    public UndefinedAtOriginException(Span where, String what) {
        super(where, "not defined at W = 0: " + what);
    }
}
