package org.lossproof.paper;

import org.lossproof.claim.ExpansionClaim;

/** Weighted InfoNCE and its limits: Eq. (7), Section 3.1. Its page is {@code proofs/eq-07.md}. */
public final class Equation7 extends ExpansionClaim {
    /** The claim {@code eq-07}. */
    public Equation7() {
        super("eq-07");
    }
}
