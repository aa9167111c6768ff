package org.lossproof.paper;

import org.lossproof.claim.ExpansionClaim;

/** Table 1: normalisation excludes complete collapse. Its page is {@code proofs/table-1-normalisation-complete.md}. */
public final class Table1NormalisationComplete extends ExpansionClaim {
    /** The claim {@code table-1-normalisation-complete}. */
    public Table1NormalisationComplete() {
        super("table-1-normalisation-complete");
    }
}
