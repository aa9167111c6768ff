package org.lossproof.paper;

import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.claim.ExpansionClaim;
import org.lossproof.claim.LandscapeProperty;
import org.lossproof.claim.LandscapeProperty.Outcome;
import org.lossproof.covariance.CommutingModel;

/** Strong augmentation on one mode: the others: Eq. (20), Appendix D.1. Its page is {@code proofs/eq-20.md}. */
public final class Equation20 extends ExpansionClaim {
    /** The claim {@code eq-20}. */
    public Equation20() {
        super("eq-20");
    }

    @Override
    public List<LandscapeProperty> landscapeProperties() {
        return List.of(LandscapeProperty.printed(
                "c_1 = 10^6 a_1, the others 0: all modes but the first survive at the global minimum",
                true,
                Equation20::survivors));
    }

    private static Outcome survivors(CommutingModel x) {
        if (x.modes() < 2) {
            return Outcome.SILENT;
        }
        return ModeLandscape.lowestAtUnitNorm(x, i -> i == 0 ? x.a().get(0).multiply(1_000_000) : BigFraction.ZERO)
                .map(p -> Outcome.of(p.mask().subList(1, x.modes()).stream().allMatch(m -> m == 1)))
                .orElse(Outcome.SILENT);
    }
}
