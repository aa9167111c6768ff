package org.lossproof.landscape;

import java.util.Locale;

/**
 * What the Hessian says of a stationary point, up to the O(d1) symmetry, whose zero directions are always there.
 * Strictly negative and strictly positive directions together make a saddle, whatever else is zero.
 */
public enum Kind {
    /** All directions off the orbit are positive: a strict local minimum up to rotation. */
    MINIMUM,
    /** Both signs occur. */
    SADDLE,
    /** All directions off the orbit are negative. */
    MAXIMUM,
    /** One sign or none, and zero directions that the O(d1) symmetry does not explain. */
    DEGENERATE;

    /** The name in output: minimum, saddle, maximum, degenerate. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
