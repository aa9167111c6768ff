package org.lossproof.paper;

import org.lossproof.claim.ExpansionClaim;

/** With weight decay mode i collapses when (1 - alpha)/N c_i + gamma >= a_i: below Theorem 1, Section 3.1. Its page is {@code proofs/collapse-weight-decay.md}. */
public final class CollapseWeightDecay extends ExpansionClaim {
    /** The claim {@code collapse-weight-decay}. */
    public CollapseWeightDecay() {
        super("collapse-weight-decay");
    }
}
