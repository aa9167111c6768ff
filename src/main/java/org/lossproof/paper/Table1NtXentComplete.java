package org.lossproof.paper;

import org.lossproof.claim.ExpansionClaim;

/** Table 1: NT-xent has complete collapse. Its page is {@code proofs/table-1-nt-xent-complete.md}. */
public final class Table1NtXentComplete extends ExpansionClaim {
    /** The claim {@code table-1-nt-xent-complete}. */
    public Table1NtXentComplete() {
        super("table-1-nt-xent-complete");
    }
}
