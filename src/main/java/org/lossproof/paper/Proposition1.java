package org.lossproof.paper;

import org.lossproof.claim.ExpansionClaim;

/** The quartic form for Gaussian data: Proposition 1, Section 3.1. Its page is {@code proofs/prop-1.md}. */
public final class Proposition1 extends ExpansionClaim {
    /** The claim {@code prop-1}. */
    public Proposition1() {
        super("prop-1");
    }
}
