package org.lossproof.paper;

import org.lossproof.claim.ExpansionClaim;

/** The repulsion term: Eq. (6), Section 3.1. Its page is {@code proofs/eq-06.md}. */
public final class Equation6 extends ExpansionClaim {
    /** The claim {@code eq-06}. */
    public Equation6() {
        super("eq-06");
    }
}
