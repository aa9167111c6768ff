package org.lossproof.paper;

import org.lossproof.claim.ExpansionClaim;

/** With normalisation strong augmentation always can collapse its subspace: below Eq. (13), Section 3.2. Its page is {@code proofs/normalised-strong-augmentation.md}. */
public final class NormalisedStrongAugmentation extends ExpansionClaim {
    /** The claim {@code normalised-strong-augmentation}. */
    public NormalisedStrongAugmentation() {
        super("normalised-strong-augmentation");
    }
}
