package org.lossproof.paper;

import org.lossproof.claim.ExpansionClaim;

/** Stationary points for commuting covariances: Eq. (9), Section 3.1. Its page is {@code proofs/thm-1-commuting.md}. */
public final class Theorem1Commuting extends ExpansionClaim {
    /** The claim {@code thm-1-commuting}. */
    public Theorem1Commuting() {
        super("thm-1-commuting");
    }
}
