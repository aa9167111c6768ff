package org.lossproof.paper;

import org.lossproof.claim.ExpansionClaim;

/** At most two subspaces with weak augmentation and a bias: below Theorem 3, Section 3.2. Its page is {@code proofs/bias-weak-augmentation.md}. */
public final class BiasWeakAugmentation extends ExpansionClaim {
    /** The claim {@code bias-weak-augmentation}. */
    public BiasWeakAugmentation() {
        super("bias-weak-augmentation");
    }
}
