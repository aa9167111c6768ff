package org.lossproof.paper;

import java.util.List;
import java.util.function.Predicate;
import org.lossproof.claim.ExpansionClaim;
import org.lossproof.claim.LandscapeProperty;
import org.lossproof.claim.LandscapeProperty.Outcome;
import org.lossproof.covariance.CommutingModel;
import org.lossproof.landscape.StationaryPoint;

/** Stationary points with a bias: Theorem 3, Section 3.2. Its page is {@code proofs/thm-3.md}. */
public final class Theorem3 extends ExpansionClaim {
    /** The claim {@code thm-3}. */
    public Theorem3() {
        super("thm-3");
    }

    @Override
    public List<LandscapeProperty> landscapeProperties() {
        return List.of(
                LandscapeProperty.printed(
                        "B = A0 - beta C: every stationary W'W is one of Eq. (9), and rho <= c",
                        false,
                        x -> reverts(x, p -> true)),
                LandscapeProperty.correction(
                        "B = A0 - beta C: those with a bias that is not 0 are",
                        x -> reverts(x, p -> p.biasSquared() > 0)));
    }

    private static Outcome reverts(CommutingModel x, Predicate<StationaryPoint> meant) {
        ModeLandscape l = ModeLandscape.indefinite(x);
        double c = x.hyperparameters().c().doubleValue();
        return ModeLandscape.everyPoint(
                l,
                l.penalty(),
                true,
                meant,
                p -> p.rho() <= c
                        && ModeLandscape.hasEigenvalues(
                                p, i -> l.b().get(i).doubleValue() / (2 * Math.pow(l.s(i).doubleValue(), 2))));
    }
}
