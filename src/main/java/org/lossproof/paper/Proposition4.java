package org.lossproof.paper;

import org.lossproof.claim.ExpansionClaim;

/** The norm at stationary points: Proposition 4, Section 3.2. Its page is {@code proofs/prop-4.md}. */
public final class Proposition4 extends ExpansionClaim {
    /** The claim {@code prop-4}. */
    public Proposition4() {
        super("prop-4");
    }
}
