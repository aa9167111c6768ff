package org.lossproof.paper;

import org.lossproof.claim.ExpansionClaim;

/** Stationary points with a bias: Theorem 3, Section 3.2. Its page is {@code proofs/thm-3.md}. */
public final class Theorem3 extends ExpansionClaim {
    /** The claim {@code thm-3}. */
    public Theorem3() {
        super("thm-3");
    }
}
