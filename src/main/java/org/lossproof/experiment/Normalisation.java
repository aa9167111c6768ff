package org.lossproof.experiment;

import org.lossproof.landscape.Penalty;
import org.lossproof.loss.InputException;
import org.lossproof.loss.ParameterValues;

/**
 * What is done to representations before the loss sees them.
 *
 * @param kind of normalisation
 * @param c the mean of |f(x)|^2 that is held; 1 for each item
 */
public record Normalisation(Kind kind, double c) {
    /** Nothing; f/|f| as in practice; or one factor for all that makes the mean of |f(x)|^2 over the views c, as in the theory. */
    public enum Kind {
        NONE,
        PER_SAMPLE,
        MEAN
    }

    public static final Normalisation NONE = new Normalisation(Kind.NONE, 1);

    /** What it is to a landscape: none, or the norm held at c, in the mean. */
    public Penalty penalty() {
        return kind == Kind.NONE ? Penalty.NONE : new Penalty(c, Double.POSITIVE_INFINITY);
    }

    /**
     * Reads {@code per-sample}, {@code mean}, {@code mean:2}.
     *
     * @throws InputException if it is none of them
     */
    public static Normalisation parse(String text) {
        if (text.equals("per-sample")) {
            return new Normalisation(Kind.PER_SAMPLE, 1);
        } else if (text.equals("mean")) {
            return new Normalisation(Kind.MEAN, 1);
        } else if (text.startsWith("mean:")) {
            double c = ParameterValues.rational("--normalize", text.substring("mean:".length()))
                    .doubleValue();
            if (c > 0) {
                return new Normalisation(Kind.MEAN, c);
            }
        }
        throw new InputException("--normalize " + text + ": write per-sample, mean or mean:c with c > 0");
    }
}
