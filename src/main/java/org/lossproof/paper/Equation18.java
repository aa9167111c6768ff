package org.lossproof.paper;

import org.lossproof.claim.ExpansionClaim;

/** The range of the eigenvalues: Eq. (18), Appendix D.1. Its page is {@code proofs/eq-18.md}. */
public final class Equation18 extends ExpansionClaim {
    /** The claim {@code eq-18}. */
    public Equation18() {
        super("eq-18");
    }
}
