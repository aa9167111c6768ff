package org.lossproof.paper;

import org.lossproof.claim.ExpansionClaim;

/** The covariance of a rescaled datum: Eq. (53), Appendix F. Its page is {@code proofs/eq-53.md}. */
public final class Equation53 extends ExpansionClaim {
    /** The claim {@code eq-53}. */
    public Equation53() {
        super("eq-53");
    }
}
