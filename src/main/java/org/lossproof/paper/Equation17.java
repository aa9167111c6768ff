package org.lossproof.paper;

import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.claim.ExpansionClaim;
import org.lossproof.claim.LandscapeProperty;
import org.lossproof.covariance.CommutingModel;

/** Mode i collapses for N > a_i/(c_i (1 - alpha)): Eq. (17), Appendix A. Its page is {@code proofs/eq-17.md}. */
public final class Equation17 extends ExpansionClaim {
    private static final String LOSS = "weighted-infonce";

    /** The claim {@code eq-17}. */
    public Equation17() {
        super("eq-17");
    }

    @Override
    public List<LandscapeProperty> landscapeProperties() {
        return List.of(
                LandscapeProperty.printed(
                        "mode i collapses if N > a_i/(c_i (1 - alpha)), alpha < 1",
                        false,
                        x -> CatalogueLandscape.collapsesIf(LOSS, x, (a, c) -> isAbove(x, a, c))),
                LandscapeProperty.correction(
                        "no mode with a_i > 0 collapses", x -> CatalogueLandscape.neverCollapses(LOSS, x)));
    }

    private static boolean isAbove(CommutingModel x, BigFraction a, BigFraction c) {
        BigFraction denominator =
                BigFraction.ONE.subtract(x.hyperparameters().alpha()).multiply(c);
        return denominator.signum() > 0
                && a.divide(denominator)
                                .compareTo(new BigFraction(x.hyperparameters().n()))
                        < 0;
    }
}
