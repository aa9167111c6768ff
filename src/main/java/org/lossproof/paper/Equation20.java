package org.lossproof.paper;

import org.lossproof.claim.ExpansionClaim;

/** Strong augmentation on one mode: the others: Eq. (20), Appendix D.1. Its page is {@code proofs/eq-20.md}. */
public final class Equation20 extends ExpansionClaim {
    /** The claim {@code eq-20}. */
    public Equation20() {
        super("eq-20");
    }
}
