package org.lossproof.paper;

import java.util.List;
import java.util.function.BiFunction;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.claim.ExpansionClaim;
import org.lossproof.claim.LandscapeProperty;
import org.lossproof.claim.LandscapeProperty.Outcome;
import org.lossproof.covariance.CommutingModel;

/** The limit of infinite normalisation: Theorem 2, Eq. (11) and the sentence below, Section 3.2. Its page is {@code proofs/thm-2.md}. */
public final class Theorem2 extends ExpansionClaim {
    /** The claim {@code thm-2}. */
    public Theorem2() {
        super("thm-2");
    }

    @Override
    public List<LandscapeProperty> landscapeProperties() {
        return List.of(
                LandscapeProperty.printed(
                        "B = A0 - beta C: Eq. (11) at every point with the norm c",
                        true,
                        x -> limit(x, ModeLandscape::g, false)),
                LandscapeProperty.printed(
                        "B = A0 - beta C: with the correction (2c - Tr[Sigma B_M])/d_0 of the sentence",
                        false,
                        x -> limit(x, (l, i) -> l.b().get(i).multiply(l.s(i)), true)));
    }

    /** lambda_i = 1/2 [b_i + (2c - sum_M summand)/d s_i]/s_i^2. */
    private static Outcome limit(
            CommutingModel x, BiFunction<ModeLandscape, Integer, BigFraction> summand, boolean overAll) {
        ModeLandscape l = ModeLandscape.indefinite(x);
        double c = x.hyperparameters().c().doubleValue();
        return ModeLandscape.everyPoint(l, l.constraint(), false, p -> {
            double sum = ModeLandscape.active(p).stream()
                    .mapToDouble(i -> summand.apply(l, i).doubleValue())
                    .sum();
            double shift = (2 * c - sum) / (overAll ? l.modes() : p.rank());
            return ModeLandscape.hasEigenvalues(
                    p,
                    i -> (l.b().get(i).doubleValue() + shift * l.s(i).doubleValue())
                            / (2 * Math.pow(l.s(i).doubleValue(), 2)));
        });
    }
}
