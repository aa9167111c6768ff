package org.lossproof.paper;

import org.lossproof.claim.ExpansionClaim;

/** Complete collapse with a bias: below Theorem 3, Section 3.2. Its page is {@code proofs/bias-complete-collapse.md}. */
public final class BiasCompleteCollapse extends ExpansionClaim {
    /** The claim {@code bias-complete-collapse}. */
    public BiasCompleteCollapse() {
        super("bias-complete-collapse");
    }
}
