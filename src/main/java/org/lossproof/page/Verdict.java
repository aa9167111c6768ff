package org.lossproof.page;

/** What is known about a claim. */
public enum Verdict {
    /** Every printed statement is a theorem of the kernel. */
    PROVED("Proved"),
    /** It holds, but for instances of a wider claim, or by one route. */
    CORROBORATED("Corroborated"),
    /** That a printed statement fails is a theorem; there is a corrected statement. */
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
