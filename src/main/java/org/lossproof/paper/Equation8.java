package org.lossproof.paper;

import org.lossproof.claim.ExpansionClaim;

/** The expansion of weighted InfoNCE: Eq. (8), Section 3.1. Its page is {@code proofs/eq-08.md}. */
public final class Equation8 extends ExpansionClaim {
    /** The claim {@code eq-08}. */
    public Equation8() {
        super("eq-08");
    }
}
