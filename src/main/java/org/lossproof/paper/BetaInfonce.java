package org.lossproof.paper;

import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.claim.ExpansionClaim;
import org.lossproof.claim.LandscapeProperty;
import org.lossproof.covariance.CommutingModel;

/** The leading term of beta-InfoNCE: Section 4.2. Its page is {@code proofs/beta-infonce.md}. */
public final class BetaInfonce extends ExpansionClaim {
    /** The claim {@code beta-infonce}. */
    public BetaInfonce() {
        super("beta-infonce");
    }

    @Override
    public List<LandscapeProperty> landscapeProperties() {
        return List.of(
                LandscapeProperty.printed(
                        "mode i collapses just when (1 - beta) c_i >= a_i",
                        false,
                        x -> CatalogueLandscape.collapsesWhere(
                                "beta-infonce", x, (a, c) -> balance(x, a, c, BigFraction.ONE))),
                LandscapeProperty.correction(
                        "just when (1 - beta) c_i >= beta a_i",
                        x -> CatalogueLandscape.collapsesWhere(
                                "beta-infonce",
                                x,
                                (a, c) -> balance(x, a, c, x.hyperparameters().beta()))));
    }

    private static boolean balance(CommutingModel x, BigFraction a, BigFraction c, BigFraction weight) {
        BigFraction beta = x.hyperparameters().beta();
        return BigFraction.ONE.subtract(beta).multiply(c).compareTo(weight.multiply(a)) >= 0;
    }
}
