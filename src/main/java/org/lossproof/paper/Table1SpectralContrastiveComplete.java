package org.lossproof.paper;

import org.lossproof.claim.ExpansionClaim;

/** Table 1: the spectral contrastive loss has no complete collapse. Its page is {@code proofs/table-1-spectral-contrastive-complete.md}. */
public final class Table1SpectralContrastiveComplete extends ExpansionClaim {
    /** The claim {@code table-1-spectral-contrastive-complete}. */
    public Table1SpectralContrastiveComplete() {
        super("table-1-spectral-contrastive-complete");
    }
}
