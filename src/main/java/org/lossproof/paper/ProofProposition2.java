package org.lossproof.paper;

import org.lossproof.claim.ExpansionClaim;

/** The proof of Proposition 2: Eq. (38), Appendix E.3. Its page is {@code proofs/proof-prop-2.md}. */
public final class ProofProposition2 extends ExpansionClaim {
    /** The claim {@code proof-prop-2}. */
    public ProofProposition2() {
        super("proof-prop-2");
    }
}
