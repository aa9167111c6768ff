package org.lossproof.paper;

import org.lossproof.claim.ExpansionClaim;

/** The proof of Proposition 3: Eqs. (39)-(45), Appendix E.4. Its page is {@code proofs/proof-prop-3.md}. */
public final class ProofProposition3 extends ExpansionClaim {
    /** The claim {@code proof-prop-3}. */
    public ProofProposition3() {
        super("proof-prop-3");
    }
}
