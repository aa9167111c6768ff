package org.lossproof.paper;

import java.util.List;
import java.util.stream.IntStream;
import org.lossproof.claim.ExpansionClaim;
import org.lossproof.claim.LandscapeProperty;
import org.lossproof.claim.LandscapeProperty.Outcome;
import org.lossproof.covariance.CommutingModel;

/** Complete collapse with a bias: below Theorem 3, Section 3.2. Its page is {@code proofs/bias-complete-collapse.md}. */
public final class BiasCompleteCollapse extends ExpansionClaim {
    /** The claim {@code bias-complete-collapse}. */
    public BiasCompleteCollapse() {
        super("bias-complete-collapse");
    }

    @Override
    public List<LandscapeProperty> landscapeProperties() {
        return List.of(
                LandscapeProperty.printed(
                        "W = 0, |b|^2 = c is a local minimum if c < (a_i - c_i)/(a_i + c_i) for all i",
                        false,
                        x -> collapsed(x, true)),
                LandscapeProperty.correction("it is none", x -> collapsed(x, false)));
    }

    private static Outcome collapsed(CommutingModel x, boolean isMinimum) {
        ModeLandscape l = ModeLandscape.difference(x);
        boolean meant = ModeLandscape.isRegular(x)
                && IntStream.range(0, x.modes())
                        .allMatch(i -> x.hyperparameters().c().compareTo(l.g(i)) < 0);
        return meant
                ? ModeLandscape.everyPoint(
                        l, l.constraint(), true, p -> p.rank() == 0, p -> (p.negativeDirections() == 0) == isMinimum)
                : Outcome.SILENT;
    }
}
