package org.lossproof.paper;

import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.claim.ExpansionClaim;
import org.lossproof.claim.LandscapeProperty;
import org.lossproof.claim.LandscapeProperty.Outcome;
import org.lossproof.covariance.CommutingModel;

/** Strong augmentation on one mode: itself: Eq. (21), Appendix D.1. Its page is {@code proofs/eq-21.md}. */
public final class Equation21 extends ExpansionClaim {
    /** The claim {@code eq-21}. */
    public Equation21() {
        super("eq-21");
    }

    @Override
    public List<LandscapeProperty> landscapeProperties() {
        return List.of(LandscapeProperty.printed(
                "c_1 = 10^6 a_1, the others 0: the first mode collapses at the global minimum just when d0 > 2",
                true,
                Equation21::survivors));
    }

    private static Outcome survivors(CommutingModel x) {
        if (x.modes() < 2) {
            return Outcome.SILENT;
        }
        return ModeLandscape.lowestAtUnitNorm(x, i -> i == 0 ? x.a().get(0).multiply(1_000_000) : BigFraction.ZERO)
                .map(p -> Outcome.of((p.mask().get(0) == 0) == (x.modes() > 2)))
                .orElse(Outcome.SILENT);
    }
}
