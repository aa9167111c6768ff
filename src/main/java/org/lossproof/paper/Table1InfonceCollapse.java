package org.lossproof.paper;

import org.lossproof.claim.ExpansionClaim;

/** Table 1: InfoNCE has neither dimensional nor complete collapse: Table 1. Its page is {@code proofs/table-1-infonce-collapse.md}. */
public final class Table1InfonceCollapse extends ExpansionClaim {
    /** The claim {@code table-1-infonce-collapse}. */
    public Table1InfonceCollapse() {
        super("table-1-infonce-collapse");
    }
}
