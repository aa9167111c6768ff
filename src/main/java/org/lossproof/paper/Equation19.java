package org.lossproof.paper;

import org.lossproof.claim.ExpansionClaim;

/** Negligible augmentation: Eq. (19), Appendix D.1. Its page is {@code proofs/eq-19.md}. */
public final class Equation19 extends ExpansionClaim {
    /** The claim {@code eq-19}. */
    public Equation19() {
        super("eq-19");
    }
}
