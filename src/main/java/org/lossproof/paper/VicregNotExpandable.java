package org.lossproof.paper;

import org.lossproof.claim.ExpansionClaim;

/** VICReg's variance term cannot be expanded: below Proposition 4, Section 3.2. Its page is {@code proofs/vicreg-not-expandable.md}. */
public final class VicregNotExpandable extends ExpansionClaim {
    /** The claim {@code vicreg-not-expandable}. */
    public VicregNotExpandable() {
        super("vicreg-not-expandable");
    }
}
