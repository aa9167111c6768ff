package org.lossproof.paper;

import org.lossproof.claim.ExpansionClaim;

/** Table 1: the spectral contrastive loss does not collapse: Table 1. Its page is {@code proofs/table-1-spectral-contrastive-collapse.md}. */
public final class Table1SpectralContrastiveCollapse extends ExpansionClaim {
    /** The claim {@code table-1-spectral-contrastive-collapse}. */
    public Table1SpectralContrastiveCollapse() {
        super("table-1-spectral-contrastive-collapse");
    }
}
