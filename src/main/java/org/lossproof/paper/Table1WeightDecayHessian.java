package org.lossproof.paper;

import org.lossproof.claim.ExpansionClaim;

/** Table 1: weight decay adds + gamma I: Table 1, last row. Its page is {@code proofs/table-1-weight-decay-hessian.md}. */
public final class Table1WeightDecayHessian extends ExpansionClaim {
    /** The claim {@code table-1-weight-decay-hessian}. */
    public Table1WeightDecayHessian() {
        super("table-1-weight-decay-hessian");
    }
}
