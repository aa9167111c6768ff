package org.lossproof.paper;

import org.lossproof.claim.ExpansionClaim;

/** W = 0 is an isolated minimum if (1 - alpha)/N C - A0 >= 0: below Eq. (8), Section 3.1. Its page is {@code proofs/eq-08-minimum.md}. */
public final class Equation8Minimum extends ExpansionClaim {
    /** The claim {@code eq-08-minimum}. */
    public Equation8Minimum() {
        super("eq-08-minimum");
    }
}
