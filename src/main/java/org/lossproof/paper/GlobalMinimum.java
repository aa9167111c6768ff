package org.lossproof.paper;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.claim.ExpansionClaim;
import org.lossproof.claim.LandscapeProperty;
import org.lossproof.claim.LandscapeProperty.Outcome;
import org.lossproof.covariance.CommutingModel;

/** The global minimum keeps the largest eigenvalues of B: below Theorem 1, Section 3.1. Its page is {@code proofs/global-minimum.md}. */
public final class GlobalMinimum extends ExpansionClaim {
    /** The claim {@code global-minimum}. */
    public GlobalMinimum() {
        super("global-minimum");
    }

    @Override
    public List<LandscapeProperty> landscapeProperties() {
        return List.of(
                LandscapeProperty.printed(
                        "B = A0 - beta C: the mask of least loss keeps the largest b_i",
                        false,
                        x -> keepsLargest(x, l -> l.b()::get)),
                LandscapeProperty.correction(
                        "B = A0 - beta C: the mask of least loss keeps the largest b_i/s_i",
                        x -> keepsLargest(x, l -> l::g)));
    }

    private static Outcome keepsLargest(CommutingModel x, Function<ModeLandscape, Function<Integer, BigFraction>> key) {
        if (!ModeLandscape.isRegular(x)) {
            return Outcome.SILENT;
        }
        ModeLandscape l = ModeLandscape.indefinite(x);
        Function<Integer, BigFraction> value = key.apply(l);
        return Outcome.of(l.lowest().stream()
                .anyMatch(mask -> mask.stream()
                        .allMatch(i -> IntStream.range(0, l.modes())
                                .filter(j -> !mask.contains(j))
                                .allMatch(j -> value.apply(j).compareTo(value.apply(i)) <= 0))));
    }
}
