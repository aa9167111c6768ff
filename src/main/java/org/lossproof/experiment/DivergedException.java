package org.lossproof.experiment;

import org.lossproof.loss.InputException;

/** A training whose numbers left the range of floating point. */
public final class DivergedException extends InputException {
    private static final long serialVersionUID = 1L;

    DivergedException(String message) {
        super(message);
    }
}
