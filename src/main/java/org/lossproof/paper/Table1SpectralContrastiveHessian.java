package org.lossproof.paper;

import org.lossproof.claim.ExpansionClaim;

/** Table 1: the Hessian of the spectral contrastive loss is C: Table 1, third row. Its page is {@code proofs/table-1-spectral-contrastive-hessian.md}. */
public final class Table1SpectralContrastiveHessian extends ExpansionClaim {
    /** The claim {@code table-1-spectral-contrastive-hessian}. */
    public Table1SpectralContrastiveHessian() {
        super("table-1-spectral-contrastive-hessian");
    }
}
