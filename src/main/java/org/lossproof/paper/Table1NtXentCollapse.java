package org.lossproof.paper;

import org.lossproof.claim.ExpansionClaim;

/** Table 1: NT-xent has dimensional and complete collapse: Table 1. Its page is {@code proofs/table-1-nt-xent-collapse.md}. */
public final class Table1NtXentCollapse extends ExpansionClaim {
    /** The claim {@code table-1-nt-xent-collapse}. */
    public Table1NtXentCollapse() {
        super("table-1-nt-xent-collapse");
    }
}
