package org.lossproof.paper;

import org.lossproof.claim.ExpansionClaim;

/** The first term of the variance under rescaling: Eq. (59), Appendix F. Its page is {@code proofs/eq-59.md}. */
public final class Equation59 extends ExpansionClaim {
    /** The claim {@code eq-59}. */
    public Equation59() {
        super("eq-59");
    }
}
