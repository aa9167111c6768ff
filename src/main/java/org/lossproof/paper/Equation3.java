package org.lossproof.paper;

import org.lossproof.claim.ExpansionClaim;

/** The universal form of the expansion: Eq. (3), Section 3.1. Its page is {@code proofs/eq-03.md}. */
public final class Equation3 extends ExpansionClaim {
    /** The claim {@code eq-03}. */
    public Equation3() {
        super("eq-03");
    }
}
