package org.lossproof.paper;

import org.lossproof.claim.ExpansionClaim;

/** Which modes survive normalisation: Eq. (13), Section 3.2. Its page is {@code proofs/eq-13.md}. */
public final class Equation13 extends ExpansionClaim {
    /** The claim {@code eq-13}. */
    public Equation13() {
        super("eq-13");
    }
}
