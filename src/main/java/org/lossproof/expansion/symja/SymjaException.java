package org.lossproof.expansion.symja;

import org.lossproof.expansion.BudgetExceededException;
import org.lossproof.loss.InputException;

/** Symja could not do a computation: an error of its own, or a result that is not what was asked for. */
public final class SymjaException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private SymjaException(Throwable cause) {
        super(cause.getClass().getSimpleName() + (cause.getMessage() == null ? "" : ": " + cause.getMessage()), cause);
    }

    /** What a failure is for the caller: errors of input and of budget pass as they are. */
    static RuntimeException of(Throwable cause) {
        if (cause instanceof InputException input) {
            return input;
        } else if (cause instanceof BudgetExceededException budget) {
            return budget;
        } else if (cause instanceof OutOfMemoryError || cause instanceof AssertionError) {
            throw (Error) cause;
        }
        return new SymjaException(cause);
    }
}
