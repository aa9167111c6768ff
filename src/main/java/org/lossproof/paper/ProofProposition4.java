package org.lossproof.paper;

import org.lossproof.claim.ExpansionClaim;

/** The proof of Proposition 4: Eqs. (46)-(50), Appendix E.5. Its page is {@code proofs/proof-prop-4.md}. */
public final class ProofProposition4 extends ExpansionClaim {
    /** The claim {@code proof-prop-4}. */
    public ProofProposition4() {
        super("proof-prop-4");
    }
}
