package org.lossproof.paper;

import org.lossproof.claim.ExpansionClaim;

/** Unit norm minimises the normalisation penalty: Eq. (10), Section 3.2. Its page is {@code proofs/eq-10.md}. */
public final class Equation10 extends ExpansionClaim {
    /** The claim {@code eq-10}. */
    public Equation10() {
        super("eq-10");
    }
}
