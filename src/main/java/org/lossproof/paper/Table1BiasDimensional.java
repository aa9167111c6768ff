package org.lossproof.paper;

import org.lossproof.claim.ExpansionClaim;

/** Table 1: normalisation and bias cause dimensional collapse. Its page is {@code proofs/table-1-bias-dimensional.md}. */
public final class Table1BiasDimensional extends ExpansionClaim {
    /** The claim {@code table-1-bias-dimensional}. */
    public Table1BiasDimensional() {
        super("table-1-bias-dimensional");
    }
}
