package org.lossproof.paper;

import org.lossproof.claim.ExpansionClaim;

/** Without normalisation a bias changes nothing: Effect of Bias, Section 3.2. Its page is {@code proofs/bias-invariance.md}. */
public final class BiasInvariance extends ExpansionClaim {
    /** The claim {@code bias-invariance}. */
    public BiasInvariance() {
        super("bias-invariance");
    }
}
