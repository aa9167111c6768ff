package org.lossproof.paper;

import org.lossproof.claim.ExpansionClaim;

/** The variance under rescaling: Eq. (60), Appendix F. Its page is {@code proofs/eq-60.md}. */
public final class Equation60 extends ExpansionClaim {
    /** The claim {@code eq-60}. */
    public Equation60() {
        super("eq-60");
    }
}
