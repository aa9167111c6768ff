package org.lossproof.kernel;

/** What a theorem may rest on beside arithmetic: a fixed list. */
public enum Axiom {
    /** An equality (or difference) of expansions is what at least two routes that share no code found. */
    ROUTES_AGREE("independent routes agree"),
    /** A system of polynomial conditions has no real solution, or has one that is not rational, because two procedures of one solver say so. */
    Z3_SAYS("Z3 says so, by two procedures"),
    /** A loss is analytic in t^2 plus c |t|^p (or c log |t|) along W -> tW, c not 0, as homogeneity of its definition shows. */
    HOMOGENEITY("homogeneity of the definition along a ray");

    private final String words;

    Axiom(String words) {
        this.words = words;
    }

    /** In words, for a ledger. */
    public String words() {
        return words;
    }
}
