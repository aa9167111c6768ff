package org.lossproof.paper;

import org.lossproof.claim.ExpansionClaim;

/** Strong augmentation on one mode: itself: Eq. (21), Appendix D.1. Its page is {@code proofs/eq-21.md}. */
public final class Equation21 extends ExpansionClaim {
    /** The claim {@code eq-21}. */
    public Equation21() {
        super("eq-21");
    }
}
