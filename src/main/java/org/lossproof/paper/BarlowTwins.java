package org.lossproof.paper;

import org.lossproof.claim.ExpansionClaim;

/** The second order of Barlow Twins: below Eq. (15), Section 3.2. Its page is {@code proofs/barlow-twins.md}. */
public final class BarlowTwins extends ExpansionClaim {
    /** The claim {@code barlow-twins}. */
    public BarlowTwins() {
        super("barlow-twins");
    }
}
