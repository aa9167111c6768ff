package org.lossproof.paper;

import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.claim.ExpansionClaim;
import org.lossproof.claim.LandscapeProperty;
import org.lossproof.claim.LandscapeProperty.Outcome;
import org.lossproof.covariance.CommutingModel;

/** W = 0 is an isolated minimum if (1 - alpha)/N C - A0 >= 0: below Eq. (8), Section 3.1. Its page is {@code proofs/eq-08-minimum.md}. */
public final class Equation8Minimum extends ExpansionClaim {
    private static final String LOSS = "weighted-infonce";

    /** The claim {@code eq-08-minimum}. */
    public Equation8Minimum() {
        super("eq-08-minimum");
    }

    @Override
    public List<LandscapeProperty> landscapeProperties() {
        return List.of(
                LandscapeProperty.printed(
                        "no mode leaves W = 0 if (1 - alpha)/N C - A0 >= 0", false, Equation8Minimum::isMinimum),
                LandscapeProperty.correction(
                        "every mode with a_i > 0 leaves W = 0", x -> CatalogueLandscape.neverCollapses(LOSS, x)));
    }

    private static Outcome isMinimum(CommutingModel x) {
        BigFraction factor = CatalogueLandscape.printedFactor(x);
        boolean positive = IntStream.range(0, x.modes())
                .allMatch(i -> factor.multiply(x.c().get(i)).compareTo(x.a().get(i)) >= 0);
        return positive ? CatalogueLandscape.collapsesIf(LOSS, x, (a, c) -> true) : Outcome.SILENT;
    }
}
