package org.lossproof.paper;

import java.util.List;
import java.util.function.BinaryOperator;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.claim.ExpansionClaim;
import org.lossproof.claim.LandscapeProperty;
import org.lossproof.claim.LandscapeProperty.Outcome;
import org.lossproof.covariance.CommutingModel;

/** The loss at stationary points: below Theorem 1, Section 3.1. Its page is {@code proofs/stationary-loss.md}. */
public final class StationaryLoss extends ExpansionClaim {
    /** The claim {@code stationary-loss}. */
    public StationaryLoss() {
        super("stationary-loss");
    }

    @Override
    public List<LandscapeProperty> landscapeProperties() {
        return List.of(
                LandscapeProperty.printed(
                        "B = A0 - beta C: L = -1/4 Tr[Sigma^2 B_M B] at every mask",
                        false,
                        x -> losses(x, (b, s) -> b.multiply(b).multiply(s).multiply(s))),
                LandscapeProperty.correction(
                        "B = A0 - beta C: L = -1/4 Tr[Sigma^(-2) B_M B] at every mask",
                        x -> losses(x, (b, s) -> b.multiply(b).divide(s).divide(s))));
    }

    private static Outcome losses(CommutingModel x, BinaryOperator<BigFraction> ofMode) {
        if (!ModeLandscape.isRegular(x)) {
            return Outcome.SILENT;
        }
        ModeLandscape l = ModeLandscape.indefinite(x);
        return Outcome.of(l.masks().stream()
                .allMatch(mask -> l.loss(l.equation9(mask))
                        .equals(mask.stream()
                                .map(i -> ofMode.apply(l.b().get(i), l.s(i)).divide(-4))
                                .reduce(BigFraction.ZERO, BigFraction::add))));
    }
}
