package org.lossproof.paper;

import org.lossproof.claim.ExpansionClaim;

/** Augmentation on the first mode only: Eq. (23), Appendix D.1. Its page is {@code proofs/eq-23.md}. */
public final class Equation23 extends ExpansionClaim {
    /** The claim {@code eq-23}. */
    public Equation23() {
        super("eq-23");
    }
}
