package org.lossproof.paper;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.claim.ExpansionClaim;
import org.lossproof.claim.LandscapeProperty;
import org.lossproof.claim.LandscapeProperty.Outcome;
import org.lossproof.covariance.CommutingModel;
import org.lossproof.landscape.CommutingLandscape;
import org.lossproof.landscape.StationaryPoint;
import org.lossproof.landscape.UnsolvedMask;

/** Which modes survive normalisation: Eq. (13), Section 3.2. Its page is {@code proofs/eq-13.md}. */
public final class Equation13 extends ExpansionClaim {
    private static final double ROUNDING = 1e-9;

    /** The claim {@code eq-13}. */
    public Equation13() {
        super("eq-13");
    }

    @Override
    public List<LandscapeProperty> landscapeProperties() {
        return List.of(LandscapeProperty.printed(
                "B = A0 - beta C: a mask has a solution just when g_i + 2c/d_M > mean of g for each of its modes",
                true,
                Equation13::solvable));
    }

    private static Outcome solvable(CommutingModel x) {
        if (!ModeLandscape.isRegular(x)) {
            return Outcome.SILENT;
        }
        ModeLandscape l = ModeLandscape.indefinite(x);
        CommutingLandscape.Result all = l.solve(l.constraint(), false);
        List<List<Integer>> solved =
                all.points().stream().map(StationaryPoint::mask).toList();
        List<List<Integer>> unsolved =
                all.unsolved().stream().map(UnsolvedMask::mask).toList();
        // The solver rounds: what is that close to the boundary proves nothing.
        boolean clear = Stream.concat(solved.stream(), unsolved.stream())
                .flatMap(m -> margins(l, m).stream())
                .noneMatch(d -> Math.abs(d) < ROUNDING);
        return clear
                ? Outcome.of(solved.stream().allMatch(m -> isMet(l, m))
                        && unsolved.stream().noneMatch(m -> isMet(l, m)))
                : Outcome.SILENT;
    }

    private static boolean isMet(ModeLandscape l, List<Integer> mask) {
        return mask.contains(1) && margins(l, mask).stream().allMatch(d -> d > 0);
    }

    /** g_i + 2c/d_M - mean for each active mode. */
    private static List<Double> margins(ModeLandscape l, List<Integer> mask) {
        List<Integer> active = IntStream.range(0, mask.size())
                .filter(i -> mask.get(i) == 1)
                .boxed()
                .toList();
        BigFraction share = l.model().hyperparameters().c().multiply(2);
        BigFraction sum = active.stream().map(l::g).reduce(BigFraction.ZERO, BigFraction::add);
        return active.stream()
                .map(i -> l.g(i).add(share.subtract(sum).divide(active.size())).doubleValue())
                .toList();
    }
}
