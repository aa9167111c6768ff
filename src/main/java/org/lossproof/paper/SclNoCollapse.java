package org.lossproof.paper;

import java.util.List;
import java.util.stream.IntStream;
import org.lossproof.claim.ExpansionClaim;
import org.lossproof.claim.LandscapeProperty;
import org.lossproof.claim.LandscapeProperty.Outcome;
import org.lossproof.covariance.CommutingModel;

/** The spectral contrastive loss does not collapse; its features spread along C: below Eq. (15), Section 3.2. Its page is {@code proofs/scl-no-collapse.md}. */
public final class SclNoCollapse extends ExpansionClaim {
    /** The claim {@code scl-no-collapse}. */
    public SclNoCollapse() {
        super("scl-no-collapse");
    }

    @Override
    public List<LandscapeProperty> landscapeProperties() {
        return List.of(
                LandscapeProperty.printed(
                        "b_i = 2 c_i for every mode", false, x -> equals(x, ModeLandscape.doubles(x.c()))),
                LandscapeProperty.correction(
                        "b_i = 2 a_i for every mode", x -> equals(x, ModeLandscape.doubles(x.a()))));
    }

    private static Outcome equals(CommutingModel x, List<Double> half) {
        List<Double> b = CatalogueLandscape.b("spectral-contrastive", x);
        return Outcome.of(IntStream.range(0, x.modes()).allMatch(i -> ModeLandscape.close(b.get(i), 2 * half.get(i))));
    }
}
