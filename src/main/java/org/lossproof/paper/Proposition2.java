package org.lossproof.paper;

import org.lossproof.claim.ExpansionClaim;

/** The rank at any local minimum: Proposition 2, Section 3.1. Its page is {@code proofs/prop-2.md}. */
public final class Proposition2 extends ExpansionClaim {
    /** The claim {@code prop-2}. */
    public Proposition2() {
        super("prop-2");
    }
}
