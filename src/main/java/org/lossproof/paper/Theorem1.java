package org.lossproof.paper;

import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.claim.ExpansionClaim;
import org.lossproof.claim.LandscapeProperty;
import org.lossproof.claim.LandscapeProperty.Outcome;
import org.lossproof.covariance.CommutingModel;
import org.lossproof.covariance.RationalMatrix;
import org.lossproof.landscape.Penalty;
import org.lossproof.landscape.StationaryPoint;

/** All stationary points: Theorem 1, Section 3.1. Its page is {@code proofs/thm-1.md}. */
public final class Theorem1 extends ExpansionClaim {
    /** The claim {@code thm-1}. */
    public Theorem1() {
        super("thm-1");
    }

    @Override
    public List<LandscapeProperty> landscapeProperties() {
        return List.of(
                LandscapeProperty.printed(
                        "B = A0 - beta C: every mask of at most d* positive modes is stationary: W'W (B - 2 Sigma W'W Sigma) = 0",
                        true,
                        Theorem1::masksAreStationary),
                LandscapeProperty.printed(
                        "B = A0 - beta C: there are no other stationary points than those of the masks",
                        true,
                        Theorem1::noOthers));
    }

    private static Outcome masksAreStationary(CommutingModel x) {
        if (!ModeLandscape.isRegular(x)) {
            return Outcome.SILENT;
        }
        ModeLandscape l = ModeLandscape.indefinite(x);
        RationalMatrix b = x.pair().inBasis(l.b());
        RationalMatrix sigma = x.pair().inBasis(x.s());
        RationalMatrix zero = b.scale(BigFraction.ZERO);
        return Outcome.of(l.masks().stream().allMatch(mask -> {
            RationalMatrix p = x.pair().inBasis(l.equation9(mask));
            RationalMatrix slope = b.add(sigma.multiply(p).multiply(sigma).scale(new BigFraction(-2)));
            return p.multiply(slope).equals(zero);
        }));
    }

    /** By count, and in value, against the enumeration of the landscape package, which numerical derivatives check. */
    private static Outcome noOthers(CommutingModel x) {
        if (!ModeLandscape.isRegular(x)) {
            return Outcome.SILENT;
        }
        ModeLandscape l = ModeLandscape.indefinite(x);
        List<StationaryPoint> points = l.points(Penalty.NONE, false);
        long represented =
                points.stream().mapToLong(StationaryPoint::masksRepresented).sum();
        boolean values = points.stream()
                .allMatch(p -> l.masks().stream()
                        .anyMatch(
                                m -> ModeLandscape.close(l.loss(l.equation9(m)).doubleValue(), p.loss())));
        return Outcome.of(represented == l.masks().size() && values);
    }
}
