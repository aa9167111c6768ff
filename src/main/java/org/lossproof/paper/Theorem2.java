package org.lossproof.paper;

import org.lossproof.claim.ExpansionClaim;

/** The limit of infinite normalisation: Theorem 2, Eq. (11) and the sentence below, Section 3.2. Its page is {@code proofs/thm-2.md}. */
public final class Theorem2 extends ExpansionClaim {
    /** The claim {@code thm-2}. */
    public Theorem2() {
        super("thm-2");
    }
}
