package org.lossproof.paper;

import org.lossproof.claim.ExpansionClaim;

/** What rotation invariance leaves of a loss: Eq. (16), Section 4.1. Its page is {@code proofs/eq-16.md}. */
public final class Equation16 extends ExpansionClaim {
    /** The claim {@code eq-16}. */
    public Equation16() {
        super("eq-16");
    }
}
