package org.lossproof.paper;

import org.lossproof.claim.ExpansionClaim;

/** The limit rewritten: Eq. (12), Section 3.2. Its page is {@code proofs/eq-12.md}. */
public final class Equation12 extends ExpansionClaim {
    /** The claim {@code eq-12}. */
    public Equation12() {
        super("eq-12");
    }
}
