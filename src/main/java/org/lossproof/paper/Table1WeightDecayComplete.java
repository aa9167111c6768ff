package org.lossproof.paper;

import org.lossproof.claim.ExpansionClaim;

/** Table 1: weight decay causes complete collapse. Its page is {@code proofs/table-1-weight-decay-complete.md}. */
public final class Table1WeightDecayComplete extends ExpansionClaim {
    /** The claim {@code table-1-weight-decay-complete}. */
    public Table1WeightDecayComplete() {
        super("table-1-weight-decay-complete");
    }
}
