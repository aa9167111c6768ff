package org.lossproof.paper;

import org.lossproof.claim.ExpansionClaim;

/** Mode i collapses for N > a_i/(c_i (1 - alpha)): Eq. (17), Appendix A. Its page is {@code proofs/eq-17.md}. */
public final class Equation17 extends ExpansionClaim {
    /** The claim {@code eq-17}. */
    public Equation17() {
        super("eq-17");
    }
}
