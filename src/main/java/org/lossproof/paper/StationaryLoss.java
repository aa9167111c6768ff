package org.lossproof.paper;

import org.lossproof.claim.ExpansionClaim;

/** The loss at stationary points: below Theorem 1, Section 3.1. Its page is {@code proofs/stationary-loss.md}. */
public final class StationaryLoss extends ExpansionClaim {
    /** The claim {@code stationary-loss}. */
    public StationaryLoss() {
        super("stationary-loss");
    }
}
