package org.lossproof.paper;

import java.util.List;
import org.lossproof.claim.ExpansionClaim;
import org.lossproof.claim.LandscapeProperty;

/** No collapse in the setting of Jing et al. (2021): below Proposition 2, Section 3.1. Its page is {@code proofs/no-collapse-jing.md}. */
public final class NoCollapseJing extends ExpansionClaim {
    /** The claim {@code no-collapse-jing}. */
    public NoCollapseJing() {
        super("no-collapse-jing");
    }

    @Override
    public List<LandscapeProperty> landscapeProperties() {
        return List.of(CatalogueLandscape.noCollapse("infonce"));
    }
}
