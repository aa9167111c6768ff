package org.lossproof.expansion;

/**
 * What became of a route.
 *
 * @param route which
 * @param fate whether it confirms the expansion
 * @param detail where it agrees, or why it does not
 */
public record RouteReport(Route route, Fate fate, String detail) {
    /** What can become of a route that does not contradict. */
    public enum Fate {
        /** It gave the same expansion. */
        AGREES,
        /** It needs more than its budget. */
        CUT,
        /** It cannot hold what occurs: irrational constants, two encoders, a high order. */
        CANNOT_HOLD,
        /** It gave an expansion that was neither shown to be the same nor to be another. */
        NOT_DECIDED
    }

    /** Whether it confirms the expansion. */
    public boolean agrees() {
        return fate == Fate.AGREES;
    }

    /** The route and where it agrees, or why it does not. */
    public String words() {
        if (agrees()) {
            return route.words() + (detail.isEmpty() ? "" : " " + detail);
        }
        String verb = switch (fate) {
            case CUT -> "cut";
            case CANNOT_HOLD -> "does not apply";
            case NOT_DECIDED, AGREES -> "not decided";
        };
        return route.words() + ": " + verb + ", " + detail;
    }
}
