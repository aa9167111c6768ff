package org.lossproof.paper;

import org.lossproof.claim.ExpansionClaim;

/** The entropy term to fourth order: Eq. (5), Section 3.1. Its page is {@code proofs/eq-05.md}. */
public final class Equation5 extends ExpansionClaim {
    /** The claim {@code eq-05}. */
    public Equation5() {
        super("eq-05");
    }
}
