package org.lossproof.paper;

import java.util.List;
import org.lossproof.claim.ExpansionClaim;
import org.lossproof.claim.LandscapeProperty;

/** Weighted InfoNCE collapses mode i when (1 - alpha)/N c_i >= a_i: below Theorem 1, Section 3.1. Its page is {@code proofs/collapse-threshold.md}. */
public final class CollapseThreshold extends ExpansionClaim {
    private static final String LOSS = "weighted-infonce";

    /** The claim {@code collapse-threshold}. */
    public CollapseThreshold() {
        super("collapse-threshold");
    }

    @Override
    public List<LandscapeProperty> landscapeProperties() {
        return List.of(
                LandscapeProperty.printed(
                        "mode i collapses if (1 - alpha)/N c_i >= a_i",
                        false,
                        x -> CatalogueLandscape.collapsesIf(
                                LOSS,
                                x,
                                (a, c) -> CatalogueLandscape.printedFactor(x)
                                                .multiply(c)
                                                .compareTo(a)
                                        >= 0)),
                LandscapeProperty.correction(
                        "no mode with a_i > 0 collapses", x -> CatalogueLandscape.neverCollapses(LOSS, x)));
    }
}
