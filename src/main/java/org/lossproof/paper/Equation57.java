package org.lossproof.paper;

import org.lossproof.claim.ExpansionClaim;

/** The variance under rescaling, split: Eqs. (55)-(57), Appendix F. Its page is {@code proofs/eq-57.md}. */
public final class Equation57 extends ExpansionClaim {
    /** The claim {@code eq-57}. */
    public Equation57() {
        super("eq-57");
    }
}
