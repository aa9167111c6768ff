package org.lossproof.paper;

import org.lossproof.claim.ExpansionClaim;

/** Table 1: weight decay collapses: Table 1. Its page is {@code proofs/table-1-weight-decay-collapse.md}. */
public final class Table1WeightDecayCollapse extends ExpansionClaim {
    /** The claim {@code table-1-weight-decay-collapse}. */
    public Table1WeightDecayCollapse() {
        super("table-1-weight-decay-collapse");
    }
}
