package org.lossproof.paper;

import java.util.List;
import org.lossproof.claim.ExpansionClaim;
import org.lossproof.claim.LandscapeProperty;

/** Table 1: Barlow Twins has no dimensional collapse. Its page is {@code proofs/table-1-barlow-twins-dimensional.md}. */
public final class Table1BarlowTwinsDimensional extends ExpansionClaim {
    /** The claim {@code table-1-barlow-twins-dimensional}. */
    public Table1BarlowTwinsDimensional() {
        super("table-1-barlow-twins-dimensional");
    }

    @Override
    public List<LandscapeProperty> landscapeProperties() {
        return List.of(LandscapeProperty.printed(
                "no mode with a_i > 0 stays at the origin",
                true,
                x -> CatalogueLandscape.neverCollapses("barlow-twins", x)));
    }
}
