package org.lossproof.landscape;

import org.lossproof.loss.InputException;

/**
 * Normalisation as Eq. (10) models it: kappa (E|f(x)|^2 - c)^2 is added to the loss.
 *
 * @param c the wanted mean square norm, c >= 0
 * @param kappa the strength, kappa >= 0; positive infinity imposes E|f(x)|^2 = c
 */
public record Penalty(double c, double kappa) {
    /** No normalisation. */
    public static final Penalty NONE = new Penalty(0, 0);

    public Penalty {
        if (!(c >= 0) || Double.isInfinite(c)) {
            throw new InputException("normalisation: c = " + c + " is not a norm; give a finite number >= 0");
        }
        if (!(kappa >= 0)) {
            throw new InputException("normalisation: kappa = " + kappa + " is negative; give a number >= 0 or inf");
        }
    }

    /** Whether the norm is imposed exactly. */
    public boolean isConstraint() {
        return Double.isInfinite(kappa);
    }

    /** kappa (norm - c)^2; 0 for the constraint, which holds. */
    double value(double norm) {
        return isConstraint() ? 0 : kappa * (norm - c) * (norm - c);
    }
}
