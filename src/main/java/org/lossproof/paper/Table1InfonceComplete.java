package org.lossproof.paper;

import org.lossproof.claim.ExpansionClaim;

/** Table 1: InfoNCE has no complete collapse. Its page is {@code proofs/table-1-infonce-complete.md}. */
public final class Table1InfonceComplete extends ExpansionClaim {
    /** The claim {@code table-1-infonce-complete}. */
    public Table1InfonceComplete() {
        super("table-1-infonce-complete");
    }
}
