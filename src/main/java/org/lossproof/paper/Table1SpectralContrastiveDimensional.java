package org.lossproof.paper;

import java.util.List;
import org.lossproof.claim.ExpansionClaim;
import org.lossproof.claim.LandscapeProperty;

/** Table 1: the spectral contrastive loss has no dimensional collapse. Its page is {@code proofs/table-1-spectral-contrastive-dimensional.md}. */
public final class Table1SpectralContrastiveDimensional extends ExpansionClaim {
    /** The claim {@code table-1-spectral-contrastive-dimensional}. */
    public Table1SpectralContrastiveDimensional() {
        super("table-1-spectral-contrastive-dimensional");
    }

    @Override
    public List<LandscapeProperty> landscapeProperties() {
        return List.of(CatalogueLandscape.noCollapse("spectral-contrastive"));
    }
}
