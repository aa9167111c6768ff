package org.lossproof.paper;

import org.lossproof.claim.ExpansionClaim;

/** The loss under rescaling: Eq. (61), Appendix F. Its page is {@code proofs/eq-61.md}. */
public final class Equation61 extends ExpansionClaim {
    /** The claim {@code eq-61}. */
    public Equation61() {
        super("eq-61");
    }
}
