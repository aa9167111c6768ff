package org.lossproof.paper;

import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.claim.ExpansionClaim;
import org.lossproof.claim.LandscapeProperty;
import org.lossproof.claim.LandscapeProperty.Outcome;
import org.lossproof.covariance.CommutingModel;

/** Augmentation as strong as the variation but for one mode: Eq. (22), Appendix D.1. Its page is {@code proofs/eq-22.md}. */
public final class Equation22 extends ExpansionClaim {
    /** The claim {@code eq-22}. */
    public Equation22() {
        super("eq-22");
    }

    @Override
    public List<LandscapeProperty> landscapeProperties() {
        return List.of(LandscapeProperty.printed(
                "c_1 = 0, c_i = a_i for the others: every mode survives at the global minimum",
                true,
                Equation22::survivors));
    }

    private static Outcome survivors(CommutingModel x) {
        if (x.modes() < 1) {
            return Outcome.SILENT;
        }
        return ModeLandscape.lowestAtUnitNorm(x, i -> i == 0 ? BigFraction.ZERO : x.a().get(i))
                .map(p -> Outcome.of(p.rank() == x.modes()))
                .orElse(Outcome.SILENT);
    }
}
