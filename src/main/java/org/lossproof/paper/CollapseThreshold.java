package org.lossproof.paper;

import org.lossproof.claim.ExpansionClaim;

/** Weighted InfoNCE collapses mode i when (1 - alpha)/N c_i >= a_i: below Theorem 1, Section 3.1. Its page is {@code proofs/collapse-threshold.md}. */
public final class CollapseThreshold extends ExpansionClaim {
    /** The claim {@code collapse-threshold}. */
    public CollapseThreshold() {
        super("collapse-threshold");
    }
}
