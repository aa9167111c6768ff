package org.lossproof.paper;

import org.lossproof.claim.ExpansionClaim;

/** Table 1: the Hessian of Barlow Twins is A0 + C: Table 1, fourth row. Its page is {@code proofs/table-1-barlow-twins-hessian.md}. */
public final class Table1BarlowTwinsHessian extends ExpansionClaim {
    /** The claim {@code table-1-barlow-twins-hessian}. */
    public Table1BarlowTwinsHessian() {
        super("table-1-barlow-twins-hessian");
    }
}
