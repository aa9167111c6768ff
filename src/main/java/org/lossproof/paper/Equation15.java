package org.lossproof.paper;

import org.lossproof.claim.ExpansionClaim;

/** The spectral contrastive loss of a linear model: Eq. (15), Section 3.2. Its page is {@code proofs/eq-15.md}. */
public final class Equation15 extends ExpansionClaim {
    /** The claim {@code eq-15}. */
    public Equation15() {
        super("eq-15");
    }
}
