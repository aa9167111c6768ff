package org.lossproof.paper;

import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.claim.ExpansionClaim;
import org.lossproof.claim.LandscapeProperty;
import org.lossproof.claim.LandscapeProperty.Outcome;
import org.lossproof.covariance.CommutingModel;

/** The range of the eigenvalues: Eq. (18), Appendix D.1. Its page is {@code proofs/eq-18.md}. */
public final class Equation18 extends ExpansionClaim {
    /** The claim {@code eq-18}. */
    public Equation18() {
        super("eq-18");
    }

    @Override
    public List<LandscapeProperty> landscapeProperties() {
        return List.of(LandscapeProperty.printed(
                "-1 <= (a_i - c_i)/(a_i + c_i) <= 1 for every mode", true, Equation18::range));
    }

    private static Outcome range(CommutingModel x) {
        if (!ModeLandscape.isRegular(x)) {
            return Outcome.SILENT;
        }
        ModeLandscape l = ModeLandscape.difference(x);
        return Outcome.of(
                IntStream.range(0, x.modes()).allMatch(i -> l.g(i).abs().compareTo(BigFraction.ONE) <= 0));
    }
}
