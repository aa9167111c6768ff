package org.lossproof.paper;

import java.util.List;
import org.lossproof.claim.ExpansionClaim;
import org.lossproof.claim.LandscapeProperty;
import org.lossproof.claim.LandscapeProperty.Outcome;
import org.lossproof.covariance.CommutingModel;

/** The norm at stationary points: Proposition 4, Section 3.2. Its page is {@code proofs/prop-4.md}. */
public final class Proposition4 extends ExpansionClaim {
    /** The claim {@code prop-4}. */
    public Proposition4() {
        super("prop-4");
    }

    @Override
    public List<LandscapeProperty> landscapeProperties() {
        return List.of(LandscapeProperty.printed(
                "B = A0 - beta C: c - rho = (c - 1/2 Tr[Sigma^(-1) B_M])/(1 + kappa d_M) at every stationary point",
                true,
                Proposition4::norm));
    }

    private static Outcome norm(CommutingModel x) {
        ModeLandscape l = ModeLandscape.indefinite(x);
        double kappa = x.hyperparameters().kappa().doubleValue();
        double c = x.hyperparameters().c().doubleValue();
        return ModeLandscape.everyPoint(
                l,
                l.penalty(),
                false,
                p -> ModeLandscape.close(
                        c - p.rho(), (c - 0.5 * l.sumOfG(ModeLandscape.active(p))) / (1 + kappa * p.rank())));
    }
}
