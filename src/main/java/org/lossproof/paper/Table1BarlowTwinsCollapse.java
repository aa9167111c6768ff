package org.lossproof.paper;

import org.lossproof.claim.ExpansionClaim;

/** Table 1: Barlow Twins does not collapse: Table 1. Its page is {@code proofs/table-1-barlow-twins-collapse.md}. */
public final class Table1BarlowTwinsCollapse extends ExpansionClaim {
    /** The claim {@code table-1-barlow-twins-collapse}. */
    public Table1BarlowTwinsCollapse() {
        super("table-1-barlow-twins-collapse");
    }
}
