package org.lossproof.paper;

import java.util.List;
import java.util.function.UnaryOperator;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.claim.ExpansionClaim;
import org.lossproof.claim.LandscapeProperty;
import org.lossproof.claim.LandscapeProperty.Outcome;
import org.lossproof.covariance.CommutingModel;

/** Augmentation on the first mode only: Eq. (23), Appendix D.1. Its page is {@code proofs/eq-23.md}. */
public final class Equation23 extends ExpansionClaim {
    /** The claim {@code eq-23}. */
    public Equation23() {
        super("eq-23");
    }

    @Override
    public List<LandscapeProperty> landscapeProperties() {
        return List.of(
                LandscapeProperty.printed(
                        "augmentation on the first mode: it collapses just when e <= s (d - 3)/(d + s)",
                        false,
                        x -> threshold(x, s -> s)),
                LandscapeProperty.correction(
                        "just when e <= s (d - 3)/(d - 1)", x -> threshold(x, s -> BigFraction.MINUS_ONE)));
    }

    /** e = a_1 - c_1 > 0, s = a_1 + c_1, c_i = 0 else; collapse just when e (d + term) <= s (d - 3). */
    private static Outcome threshold(CommutingModel x, UnaryOperator<BigFraction> term) {
        BigFraction e = x.a().get(0).subtract(x.c().get(0));
        BigFraction s = x.s().get(0);
        int d = x.modes();
        if (d < 3 || e.signum() <= 0) {
            return Outcome.SILENT;
        }
        boolean predicted = e.multiply(term.apply(s).add(d)).compareTo(s.multiply(d - 3)) <= 0;
        return ModeLandscape.lowestAtUnitNorm(x, i -> i == 0 ? x.c().get(0) : BigFraction.ZERO)
                .map(p -> Outcome.of((p.mask().get(0) == 0) == predicted))
                .orElse(Outcome.SILENT);
    }
}
