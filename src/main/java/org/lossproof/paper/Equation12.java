package org.lossproof.paper;

import java.util.List;
import java.util.stream.IntStream;
import org.lossproof.claim.ExpansionClaim;
import org.lossproof.claim.LandscapeProperty;
import org.lossproof.claim.LandscapeProperty.Outcome;
import org.lossproof.covariance.CommutingModel;

/** The limit rewritten: Eq. (12), Section 3.2. Its page is {@code proofs/eq-12.md}. */
public final class Equation12 extends ExpansionClaim {
    /** The claim {@code eq-12}. */
    public Equation12() {
        super("eq-12");
    }

    @Override
    public List<LandscapeProperty> landscapeProperties() {
        return List.of(
                LandscapeProperty.printed(
                        "B = A0 - beta C: the term 2c/d_M without the mask", false, x -> rewritten(x, 1)),
                LandscapeProperty.correction("B = A0 - beta C: the term 2c/d_M M", x -> rewritten(x, 0)));
    }

    /** W'W = 1/2 [g M - mean M + 2c/d_M M] Sigma^(-1), with {@code collapsed} for M in the last term where a mode collapsed. */
    private static Outcome rewritten(CommutingModel x, int collapsed) {
        ModeLandscape l = ModeLandscape.indefinite(x);
        double c = x.hyperparameters().c().doubleValue();
        return ModeLandscape.everyPoint(l, l.constraint(), false, p -> {
            double mean = l.sumOfG(ModeLandscape.active(p)) / p.rank();
            return IntStream.range(0, l.modes()).allMatch(i -> {
                int m = p.mask().get(i);
                double bracket = m * (l.g(i).doubleValue() - mean) + Math.max(m, collapsed) * 2 * c / p.rank();
                return ModeLandscape.close(p.wtw().get(i), bracket / (2 * l.s(i).doubleValue()));
            });
        });
    }
}
