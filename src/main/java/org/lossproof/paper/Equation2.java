package org.lossproof.paper;

import org.lossproof.claim.ExpansionClaim;

/** InfoNCE as a mean over the data: Eq. (2), Section 3. Its page is {@code proofs/eq-02.md}. */
public final class Equation2 extends ExpansionClaim {
    /** The claim {@code eq-02}. */
    public Equation2() {
        super("eq-02");
    }
}
