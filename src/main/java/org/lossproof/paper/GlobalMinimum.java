package org.lossproof.paper;

import org.lossproof.claim.ExpansionClaim;

/** The global minimum keeps the largest eigenvalues of B: below Theorem 1, Section 3.1. Its page is {@code proofs/global-minimum.md}. */
public final class GlobalMinimum extends ExpansionClaim {
    /** The claim {@code global-minimum}. */
    public GlobalMinimum() {
        super("global-minimum");
    }
}
