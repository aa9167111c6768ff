package org.lossproof.paper;

import org.lossproof.claim.ExpansionClaim;

/** The proof of Proposition 1: Eqs. (24)-(29), Appendix E.1. Its page is {@code proofs/proof-prop-1.md}. */
public final class ProofProposition1 extends ExpansionClaim {
    /** The claim {@code proof-prop-1}. */
    public ProofProposition1() {
        super("proof-prop-1");
    }
}
