package org.lossproof.paper;

import java.util.List;
import java.util.function.Predicate;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.claim.ExpansionClaim;
import org.lossproof.claim.LandscapeProperty;
import org.lossproof.claim.LandscapeProperty.Outcome;
import org.lossproof.covariance.CommutingModel;
import org.lossproof.landscape.StationaryPoint;

/** At most two subspaces with weak augmentation and a bias: below Theorem 3, Section 3.2. Its page is {@code proofs/bias-weak-augmentation.md}. */
public final class BiasWeakAugmentation extends ExpansionClaim {
    /** The claim {@code bias-weak-augmentation}. */
    public BiasWeakAugmentation() {
        super("bias-weak-augmentation");
    }

    @Override
    public List<LandscapeProperty> landscapeProperties() {
        return List.of(
                LandscapeProperty.printed(
                        "c = 1, augmentation a thousandth of the variation: no stationary point has rank above 2",
                        false,
                        x -> ranks(x, p -> true)),
                LandscapeProperty.correction(
                        "none with a bias that is not 0 has", x -> ranks(x, p -> p.biasSquared() > 0)));
    }

    private static Outcome ranks(CommutingModel x, Predicate<StationaryPoint> meant) {
        if (x.a().stream().anyMatch(a -> a.signum() == 0)) {
            return Outcome.SILENT;
        }
        List<BigFraction> weak = x.a().stream().map(a -> a.divide(1000)).toList();
        ModeLandscape l = ModeLandscape.difference(x.with(x.a(), weak));
        return ModeLandscape.everyPoint(l, ModeLandscape.UNIT_NORM, true, meant, p -> p.rank() <= 2);
    }
}
