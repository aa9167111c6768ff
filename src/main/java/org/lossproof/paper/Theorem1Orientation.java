package org.lossproof.paper;

import java.util.List;
import org.lossproof.claim.ExpansionClaim;
import org.lossproof.claim.LandscapeProperty;
import org.lossproof.claim.LandscapeProperty.Outcome;
import org.lossproof.covariance.CommutingModel;

/** Augmentation changes orientation only if it does not commute: below Eq. (9), Section 3.1. Its page is {@code proofs/thm-1-orientation.md}. */
public final class Theorem1Orientation extends ExpansionClaim {
    /** The claim {@code thm-1-orientation}. */
    public Theorem1Orientation() {
        super("thm-1-orientation");
    }

    @Override
    public List<LandscapeProperty> landscapeProperties() {
        return List.of(LandscapeProperty.printed(
                "B = A0 - beta C: commuting: W'W of every mask commutes with A0",
                true,
                Theorem1Orientation::keepsOrientation));
    }

    private static Outcome keepsOrientation(CommutingModel x) {
        if (!ModeLandscape.isRegular(x)) {
            return Outcome.SILENT;
        }
        ModeLandscape l = ModeLandscape.indefinite(x);
        return Outcome.of(l.masks().stream()
                .allMatch(m -> x.pair()
                        .inBasis(l.equation9(m))
                        .commutesWith(x.pair().matrices().data())));
    }
}
