package org.lossproof.paper;

import org.lossproof.claim.ExpansionClaim;

/** Augmentation changes orientation only if it does not commute: below Eq. (9), Section 3.1. Its page is {@code proofs/thm-1-orientation.md}. */
public final class Theorem1Orientation extends ExpansionClaim {
    /** The claim {@code thm-1-orientation}. */
    public Theorem1Orientation() {
        super("thm-1-orientation");
    }
}
