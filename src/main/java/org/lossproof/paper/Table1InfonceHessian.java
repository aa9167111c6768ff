package org.lossproof.paper;

import org.lossproof.claim.ExpansionClaim;

/** Table 1: the Hessian of InfoNCE is A0: Table 1, first row. Its page is {@code proofs/table-1-infonce-hessian.md}. */
public final class Table1InfonceHessian extends ExpansionClaim {
    /** The claim {@code table-1-infonce-hessian}. */
    public Table1InfonceHessian() {
        super("table-1-infonce-hessian");
    }
}
