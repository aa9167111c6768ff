package org.lossproof.paper;

import org.lossproof.claim.ExpansionClaim;

/** Table 1: normalisation causes dimensional collapse. Its page is {@code proofs/table-1-normalisation-dimensional.md}. */
public final class Table1NormalisationDimensional extends ExpansionClaim {
    /** The claim {@code table-1-normalisation-dimensional}. */
    public Table1NormalisationDimensional() {
        super("table-1-normalisation-dimensional");
    }
}
