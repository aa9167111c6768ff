package org.lossproof.paper;

import java.util.List;
import org.lossproof.claim.ExpansionClaim;
import org.lossproof.claim.LandscapeProperty;

/** Table 1: InfoNCE has no dimensional collapse. Its page is {@code proofs/table-1-infonce-dimensional.md}. */
public final class Table1InfonceDimensional extends ExpansionClaim {
    /** The claim {@code table-1-infonce-dimensional}. */
    public Table1InfonceDimensional() {
        super("table-1-infonce-dimensional");
    }

    @Override
    public List<LandscapeProperty> landscapeProperties() {
        return List.of(CatalogueLandscape.noCollapse("infonce"));
    }
}
