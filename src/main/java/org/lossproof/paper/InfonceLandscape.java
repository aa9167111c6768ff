package org.lossproof.paper;

import org.lossproof.claim.ExpansionClaim;

/** The landscape of InfoNCE: end of 'InfoNCE', Section 3.1. Its page is {@code proofs/infonce-landscape.md}. */
public final class InfonceLandscape extends ExpansionClaim {
    /** The claim {@code infonce-landscape}. */
    public InfonceLandscape() {
        super("infonce-landscape");
    }
}
