package org.lossproof.paper;

import org.lossproof.claim.ExpansionClaim;

/** The proof of Theorem 1: Eqs. (30)-(37), Appendix E.2. Its page is {@code proofs/proof-thm-1.md}. */
public final class ProofTheorem1 extends ExpansionClaim {
    /** The claim {@code proof-thm-1}. */
    public ProofTheorem1() {
        super("proof-thm-1");
    }
}
