package org.lossproof.paper;

import org.lossproof.claim.ExpansionClaim;

/** A second-order transition: Section 4.1, Landau. Its page is {@code proofs/landau.md}. */
public final class Landau extends ExpansionClaim {
    /** The claim {@code landau}. */
    public Landau() {
        super("landau");
    }
}
