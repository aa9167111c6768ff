package org.lossproof.paper;

import java.util.List;
import java.util.function.Function;
import org.lossproof.claim.ExpansionClaim;
import org.lossproof.claim.LandscapeProperty;
import org.lossproof.claim.LandscapeProperty.Outcome;
import org.lossproof.covariance.CommutingModel;

/** Stationary points with normalisation: Proposition 3, Section 3.2. Its page is {@code proofs/prop-3.md}. */
public final class Proposition3 extends ExpansionClaim {
    /** The claim {@code prop-3}. */
    public Proposition3() {
        super("prop-3");
    }

    @Override
    public List<LandscapeProperty> landscapeProperties() {
        return List.of(LandscapeProperty.printed(
                "B = A0 - beta C: every stationary point has W'W = 1/2 Sigma^(-1) B'_M Sigma^(-1), active modes where b'_i > 0",
                true,
                Proposition3::form));
    }

    private static Outcome form(CommutingModel x) {
        ModeLandscape l = ModeLandscape.indefinite(x);
        double kappa = x.hyperparameters().kappa().doubleValue();
        double c = x.hyperparameters().c().doubleValue();
        return ModeLandscape.everyPoint(l, l.penalty(), false, p -> {
            Function<Integer, Double> b =
                    i -> l.b().get(i).doubleValue() + 2 * kappa * (c - p.rho()) * l.s(i).doubleValue();
            return ModeLandscape.hasEigenvalues(p, i -> b.apply(i) / (2 * Math.pow(l.s(i).doubleValue(), 2)))
                    && ModeLandscape.active(p).stream().allMatch(i -> b.apply(i) > 0);
        });
    }
}
