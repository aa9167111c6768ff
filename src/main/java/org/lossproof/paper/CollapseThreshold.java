package org.lossproof.paper;

import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.claim.ExpansionClaim;
import org.lossproof.claim.LandscapeProperty;
import org.lossproof.covariance.CommutingModel;

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
                                LOSS, x, (a, c) -> threshold(x).multiply(c).compareTo(a) >= 0)),
                LandscapeProperty.correction(
                        "no mode with a_i > 0 collapses", x -> CatalogueLandscape.neverCollapses(LOSS, x)));
    }

    /** (1 - alpha)/N. */
    private static BigFraction threshold(CommutingModel x) {
        return BigFraction.ONE
                .subtract(x.hyperparameters().alpha())
                .divide(x.hyperparameters().n());
    }
}
