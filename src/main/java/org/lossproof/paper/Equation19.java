package org.lossproof.paper;

import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.claim.ExpansionClaim;
import org.lossproof.claim.LandscapeProperty;
import org.lossproof.claim.LandscapeProperty.Outcome;
import org.lossproof.covariance.CommutingModel;

/** Negligible augmentation: Eq. (19), Appendix D.1. Its page is {@code proofs/eq-19.md}. */
public final class Equation19 extends ExpansionClaim {
    /** The claim {@code eq-19}. */
    public Equation19() {
        super("eq-19");
    }

    @Override
    public List<LandscapeProperty> landscapeProperties() {
        return List.of(LandscapeProperty.printed(
                "c_i = 0: every mode survives at the global minimum", true, Equation19::survivors));
    }

    private static Outcome survivors(CommutingModel x) {
        if (x.modes() < 1) {
            return Outcome.SILENT;
        }
        return ModeLandscape.lowestAtUnitNorm(x, i -> BigFraction.ZERO)
                .map(p -> Outcome.of(p.rank() == x.modes()))
                .orElse(Outcome.SILENT);
    }
}
