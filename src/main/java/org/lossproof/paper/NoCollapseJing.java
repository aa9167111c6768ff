package org.lossproof.paper;

import org.lossproof.claim.ExpansionClaim;

/** No collapse in the setting of Jing et al. (2021): below Proposition 2, Section 3.1. Its page is {@code proofs/no-collapse-jing.md}. */
public final class NoCollapseJing extends ExpansionClaim {
    /** The claim {@code no-collapse-jing}. */
    public NoCollapseJing() {
        super("no-collapse-jing");
    }
}
