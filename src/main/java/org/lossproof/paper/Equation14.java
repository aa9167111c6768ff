package org.lossproof.paper;

import org.lossproof.claim.ExpansionClaim;

/** The spectral contrastive loss: Eq. (14), Section 3.2. Its page is {@code proofs/eq-14.md}. */
public final class Equation14 extends ExpansionClaim {
    /** The claim {@code eq-14}. */
    public Equation14() {
        super("eq-14");
    }
}
