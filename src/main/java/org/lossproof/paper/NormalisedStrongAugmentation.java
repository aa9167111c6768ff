package org.lossproof.paper;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.claim.ExpansionClaim;
import org.lossproof.claim.LandscapeProperty;
import org.lossproof.claim.LandscapeProperty.Outcome;
import org.lossproof.covariance.CommutingModel;
import org.lossproof.landscape.StationaryPoint;

/** With normalisation strong augmentation always can collapse its subspace: below Eq. (13), Section 3.2. Its page is {@code proofs/normalised-strong-augmentation.md}. */
public final class NormalisedStrongAugmentation extends ExpansionClaim {
    /** The claim {@code normalised-strong-augmentation}. */
    public NormalisedStrongAugmentation() {
        super("normalised-strong-augmentation");
    }

    @Override
    public List<LandscapeProperty> landscapeProperties() {
        return List.of(
                LandscapeProperty.printed(
                        "B = A0 - C, c = 1: a mode collapses if its augmentation is a million times its variation",
                        false,
                        x -> last(x, 2, true)),
                LandscapeProperty.correction("two modes both survive", x -> last(x, 2, false)),
                LandscapeProperty.correction(
                        "it collapses among three or more modes if the others have no augmentation",
                        x -> last(x, 3, true)));
    }

    /** Whether the last mode collapses, or survives, at the global minimum, when its augmentation alone is strong. */
    private static Outcome last(CommutingModel x, int leastModes, boolean collapses) {
        boolean enough = leastModes == 2 ? x.modes() == 2 : x.modes() >= leastModes;
        if (!enough || x.d1() < x.modes() || x.a().stream().anyMatch(a -> a.signum() == 0)) {
            return Outcome.SILENT;
        }
        List<BigFraction> c =
                new ArrayList<>(leastModes == 2 ? x.c() : Collections.nCopies(x.modes(), BigFraction.ZERO));
        int strong = x.modes() - 1;
        c.set(strong, x.a().get(strong).multiply(1_000_000));
        ModeLandscape l = ModeLandscape.difference(x.with(x.a(), c));
        StationaryPoint lowest = l.points(ModeLandscape.UNIT_NORM, false).get(0);
        return Outcome.of((lowest.mask().get(strong) == 0) == collapses);
    }
}
