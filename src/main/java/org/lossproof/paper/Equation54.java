package org.lossproof.paper;

import org.lossproof.claim.ExpansionClaim;

/** The augmentation covariance under rescaling: Eq. (54), Appendix F. Its page is {@code proofs/eq-54.md}. */
public final class Equation54 extends ExpansionClaim {
    /** The claim {@code eq-54}. */
    public Equation54() {
        super("eq-54");
    }
}
