package org.lossproof.paper;

import org.lossproof.claim.ExpansionClaim;

/** Stationary points with normalisation: Proposition 3, Section 3.2. Its page is {@code proofs/prop-3.md}. */
public final class Proposition3 extends ExpansionClaim {
    /** The claim {@code prop-3}. */
    public Proposition3() {
        super("prop-3");
    }
}
