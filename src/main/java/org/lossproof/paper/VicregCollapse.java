package org.lossproof.paper;

import org.lossproof.claim.ExpansionClaim;

/** Complete collapse of VICReg for small kappa: below Proposition 4, Section 3.2. Its page is {@code proofs/vicreg-collapse.md}. */
public final class VicregCollapse extends ExpansionClaim {
    /** The claim {@code vicreg-collapse}. */
    public VicregCollapse() {
        super("vicreg-collapse");
    }
}
