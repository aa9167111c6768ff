package org.lossproof.claim;

/** What is known about a claim. */
public enum Verdict {
    /** An exact identity on which independent computations agree, or a fact decided over all reals. */
    PROVED("Proved"),
    /** Statistical or property evidence only, with its error rates. */
    CORROBORATED("Corroborated"),
    /** Wrong as printed; there is a counterexample and a corrected statement. */
    REFUTED("Refuted"),
    /** Not decided, with the reason. */
    INCONCLUSIVE("Inconclusive");

    private final String label;

    Verdict(String label) {
        this.label = label;
    }

    /** As it is written in pages and reports. */
    public String label() {
        return label;
    }

    /**
     * The verdict of a label.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Verdict ofLabel(String label) {
        for (Verdict verdict : values()) {
            if (verdict.label.equals(label)) {
                return verdict;
            }
        }
        throw new IllegalArgumentException("no verdict '" + label + "'");
    }
}
