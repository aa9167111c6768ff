package org.lossproof.paper;

import org.lossproof.claim.ExpansionClaim;

/** Table 1: Barlow Twins has no complete collapse. Its page is {@code proofs/table-1-barlow-twins-complete.md}. */
public final class Table1BarlowTwinsComplete extends ExpansionClaim {
    /** The claim {@code table-1-barlow-twins-complete}. */
    public Table1BarlowTwinsComplete() {
        super("table-1-barlow-twins-complete");
    }
}
