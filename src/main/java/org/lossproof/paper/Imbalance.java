package org.lossproof.paper;

import java.util.List;
import java.util.function.Function;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.claim.ExpansionClaim;
import org.lossproof.claim.LandscapeProperty;
import org.lossproof.claim.LandscapeProperty.Outcome;
import org.lossproof.covariance.CommutingModel;
import org.lossproof.landscape.Penalty;
import org.lossproof.landscape.StationaryPoint;

/** Eigenvalues of the learned W'W are proportional to B: Section 4.2, first sentence. Its page is {@code proofs/imbalance.md}. */
public final class Imbalance extends ExpansionClaim {
    /** The claim {@code imbalance}. */
    public Imbalance() {
        super("imbalance");
    }

    @Override
    public List<LandscapeProperty> landscapeProperties() {
        return List.of(
                LandscapeProperty.printed(
                        "B = A0 - beta C: at the global minimum lambda_i b_j = lambda_j b_i for all active modes",
                        false,
                        x -> proportional(x, l -> i -> l.b().get(i))),
                LandscapeProperty.correction(
                        "B = A0 - beta C: proportional to b_i/s_i^2",
                        x -> proportional(x, l -> i -> l.g(i).divide(l.s(i)))));
    }

    private static Outcome proportional(CommutingModel x, Function<ModeLandscape, Function<Integer, BigFraction>> key) {
        if (!ModeLandscape.isRegular(x)) {
            return Outcome.SILENT;
        }
        ModeLandscape l = ModeLandscape.indefinite(x);
        StationaryPoint lowest = l.points(Penalty.NONE, false).get(0);
        List<Integer> active = ModeLandscape.active(lowest);
        if (active.size() < 2) {
            return Outcome.SILENT;
        }
        List<Double> shares = active.stream()
                .map(i -> lowest.wtw().get(i) / key.apply(l).apply(i).doubleValue())
                .toList();
        return Outcome.of(shares.stream().allMatch(r -> ModeLandscape.close(r, shares.get(0))));
    }
}
