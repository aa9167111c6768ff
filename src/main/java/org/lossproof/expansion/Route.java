package org.lossproof.expansion;

/** The independent computations of an expansion. They share the parsed definition and nothing after it. */
public enum Route {
    /** Truncated series of polynomials in traces and open paths, Isserlis leg by leg. */
    SERIES("exact series over traces and open paths"),
    /** Coordinates at random exact points, Stein's identity. */
    EXACT("exact evaluation at random rationals"),
    /** Derivatives by a computer algebra system, pairings listed one by one. */
    SYMJA("Symja (symbolic derivatives, listed pairings)");

    private final String words;

    Route(String words) {
        this.words = words;
    }

    /** How it is named in output. */
    public String words() {
        return words;
    }
}
