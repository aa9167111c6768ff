package org.lossproof.paper;

import org.lossproof.claim.ExpansionClaim;

/** Eigenvalues of the learned W'W are proportional to B: Section 4.2, first sentence. Its page is {@code proofs/imbalance.md}. */
public final class Imbalance extends ExpansionClaim {
    /** The claim {@code imbalance}. */
    public Imbalance() {
        super("imbalance");
    }
}
