package org.lossproof.paper;

import java.util.List;
import org.lossproof.claim.ExpansionClaim;
import org.lossproof.claim.LandscapeProperty;
import org.lossproof.claim.LandscapeProperty.Outcome;
import org.lossproof.covariance.CommutingModel;
import org.lossproof.landscape.Penalty;
import org.lossproof.landscape.StationaryPoint;

/** A second-order transition: Section 4.1, Landau. Its page is {@code proofs/landau.md}. */
public final class Landau extends ExpansionClaim {
    /** The claim {@code landau}. */
    public Landau() {
        super("landau");
    }

    @Override
    public List<LandscapeProperty> landscapeProperties() {
        return List.of(LandscapeProperty.printed(
                "B = A0 - beta C: one mode: s lambda = max(0, g/2) at the minimum, and the curvature along the mode is 4 g above, -2 g below"
                        + " the transition",
                true,
                Landau::transition));
    }

    private static Outcome transition(CommutingModel x) {
        if (x.modes() != 1 || !ModeLandscape.isRegular(x)) {
            return Outcome.SILENT;
        }
        ModeLandscape l = ModeLandscape.indefinite(x);
        StationaryPoint lowest = l.points(Penalty.NONE, false).get(0);
        double g = l.g(0).doubleValue();
        double curvature = g > 0 ? 4 * g : -2 * g;
        return Outcome.of(ModeLandscape.close(lowest.rho(), Math.max(0, g / 2))
                && lowest.hessian().eigenvalues().stream().anyMatch(e -> ModeLandscape.close(e, curvature)));
    }
}
