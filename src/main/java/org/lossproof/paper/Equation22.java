package org.lossproof.paper;

import org.lossproof.claim.ExpansionClaim;

/** Augmentation as strong as the variation but for one mode: Eq. (22), Appendix D.1. Its page is {@code proofs/eq-22.md}. */
public final class Equation22 extends ExpansionClaim {
    /** The claim {@code eq-22}. */
    public Equation22() {
        super("eq-22");
    }
}
