package org.lossproof.paper;

import org.lossproof.claim.ExpansionClaim;

/** Table 1: normalisation and bias allow complete collapse. Its page is {@code proofs/table-1-bias-complete.md}. */
public final class Table1BiasComplete extends ExpansionClaim {
    /** The claim {@code table-1-bias-complete}. */
    public Table1BiasComplete() {
        super("table-1-bias-complete");
    }
}
