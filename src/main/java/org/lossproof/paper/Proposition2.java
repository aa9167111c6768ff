package org.lossproof.paper;

import java.util.List;
import org.lossproof.claim.ExpansionClaim;
import org.lossproof.claim.LandscapeProperty;
import org.lossproof.claim.LandscapeProperty.Outcome;
import org.lossproof.covariance.CommutingModel;
import org.lossproof.landscape.Penalty;
import org.lossproof.landscape.StationaryPoint;

/** The rank at any local minimum: Proposition 2, Section 3.1. Its page is {@code proofs/prop-2.md}. */
public final class Proposition2 extends ExpansionClaim {
    /** The claim {@code prop-2}. */
    public Proposition2() {
        super("prop-2");
    }

    @Override
    public List<LandscapeProperty> landscapeProperties() {
        return List.of(LandscapeProperty.printed(
                "B = A0 - beta C: every stationary point without negative direction has rank min(m, d*), and there is one",
                true,
                Proposition2::ranks));
    }

    private static Outcome ranks(CommutingModel x) {
        if (!ModeLandscape.isRegular(x)) {
            return Outcome.SILENT;
        }
        ModeLandscape l = ModeLandscape.indefinite(x);
        List<StationaryPoint> minima = l.minima(Penalty.NONE, false);
        return Outcome.of(!minima.isEmpty()
                && minima.stream().allMatch(p -> p.rank() == Math.min(l.positive(), l.mostActive())));
    }
}
