package org.lossproof.paper;

import org.lossproof.claim.ExpansionClaim;

/** The spectral contrastive loss does not collapse; its features spread along C: below Eq. (15), Section 3.2. Its page is {@code proofs/scl-no-collapse.md}. */
public final class SclNoCollapse extends ExpansionClaim {
    /** The claim {@code scl-no-collapse}. */
    public SclNoCollapse() {
        super("scl-no-collapse");
    }
}
