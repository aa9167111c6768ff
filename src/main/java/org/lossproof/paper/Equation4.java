package org.lossproof.paper;

import org.lossproof.claim.ExpansionClaim;

/** The energy term: Eq. (4), Section 3.1. Its page is {@code proofs/eq-04.md}. */
public final class Equation4 extends ExpansionClaim {
    /** The claim {@code eq-04}. */
    public Equation4() {
        super("eq-04");
    }
}
