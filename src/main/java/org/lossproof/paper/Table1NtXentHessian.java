package org.lossproof.paper;

import org.lossproof.claim.ExpansionClaim;

/** Table 1: the Hessian of NT-xent is A0 - C/N: Table 1, second row. Its page is {@code proofs/table-1-nt-xent-hessian.md}. */
public final class Table1NtXentHessian extends ExpansionClaim {
    /** The claim {@code table-1-nt-xent-hessian}. */
    public Table1NtXentHessian() {
        super("table-1-nt-xent-hessian");
    }
}
