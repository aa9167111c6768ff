package org.lossproof.paper;

import org.lossproof.claim.ExpansionClaim;

/** The leading term of beta-InfoNCE: Section 4.2. Its page is {@code proofs/beta-infonce.md}. */
public final class BetaInfonce extends ExpansionClaim {
    /** The claim {@code beta-infonce}. */
    public BetaInfonce() {
        super("beta-infonce");
    }
}
