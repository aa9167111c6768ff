package org.lossproof.kernel;

/** What a theorem may rest on beside arithmetic: a fixed list. */
public enum Axiom {
    /** An equality (or difference) of expansions is what at least two routes that share no code found. */
    ROUTES_AGREE("independent routes agree"),
    /** A system of polynomial conditions has no real solution, or has one that is not rational, because two procedures of one solver say so. */
    Z3_SAYS("Z3 says so, by two procedures");

    private final String words;

    Axiom(String words) {
        this.words = words;
    }

    /** In words, for a ledger. */
    public String words() {
        return words;
    }
}
