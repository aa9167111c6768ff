package org.lossproof.paper;

import org.lossproof.claim.ExpansionClaim;

/** All stationary points: Theorem 1, Section 3.1. Its page is {@code proofs/thm-1.md}. */
public final class Theorem1 extends ExpansionClaim {
    /** The claim {@code thm-1}. */
    public Theorem1() {
        super("thm-1");
    }
}
