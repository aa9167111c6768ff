package org.lossproof.paper;

import java.util.List;
import java.util.function.Supplier;
import org.lossproof.claim.Claim;
import org.lossproof.loss.InputException;

/** The claims of the paper, in its order. */
public final class Claims {
    private static final List<Supplier<Claim>> ALL = List.of(
            Equation2::new,
            Equation3::new,
            OddOrders::new,
            Equation4::new,
            Equation5::new,
            Equation6::new,
            InfonceLandscape::new,
            Equation7::new,
            Equation8::new,
            Equation8Minimum::new,
            Proposition1::new,
            Theorem1::new,
            Theorem1Commuting::new,
            Theorem1Orientation::new,
            CollapseThreshold::new,
            CollapseWeightDecay::new,
            StationaryLoss::new,
            GlobalMinimum::new,
            Proposition2::new,
            NoCollapseJing::new,
            Table1InfonceHessian::new,
            Table1InfonceDimensional::new,
            Table1InfonceComplete::new,
            Table1NtXentHessian::new,
            Table1NtXentDimensional::new,
            Table1NtXentComplete::new,
            Table1SpectralContrastiveHessian::new,
            Table1SpectralContrastiveDimensional::new,
            Table1SpectralContrastiveComplete::new,
            Table1BarlowTwinsHessian::new,
            Table1BarlowTwinsDimensional::new,
            Table1BarlowTwinsComplete::new,
            Table1NormalisationDimensional::new,
            Table1NormalisationComplete::new,
            Table1BiasDimensional::new,
            Table1BiasComplete::new,
            Table1WeightDecayHessian::new,
            Table1WeightDecayDimensional::new,
            Table1WeightDecayComplete::new,
            Equation10::new,
            Proposition3::new,
            Proposition4::new,
            VicregCollapse::new,
            VicregNotExpandable::new,
            Theorem2::new,
            Equation12::new,
            Equation13::new,
            NormalisedStrongAugmentation::new,
            BiasInvariance::new,
            Theorem3::new,
            BiasCompleteCollapse::new,
            BiasWeakAugmentation::new,
            Equation14::new,
            Equation15::new,
            SclNoCollapse::new,
            BarlowTwins::new,
            Equation16::new,
            Landau::new,
            BetaInfonce::new,
            Imbalance::new,
            Equation17::new,
            Equation18::new,
            Equation19::new,
            Equation20::new,
            Equation21::new,
            Equation22::new,
            Equation23::new,
            ProofProposition1::new,
            ProofTheorem1::new,
            ProofProposition2::new,
            ProofProposition3::new,
            ProofProposition4::new,
            Equation53::new,
            Equation54::new,
            Equation57::new,
            Equation59::new,
            Equation60::new,
            Equation61::new,
            AppFSpecialCase::new);

    private Claims() {}

    /** All of them. */
    public static List<Claim> all() {
        return ALL.stream().map(Supplier::get).toList();
    }

    /**
     * Those whose id is one of {@code names} or begins with one of them and a hyphen ({@code table-1} names every cell);
     * all if there is no name.
     *
     * @throws InputException if a name fits none
     */
    public static List<Claim> named(List<String> names) {
        List<Claim> all = all();
        for (String name : names) {
            if (all.stream().noneMatch(c -> fits(c, name))) {
                throw new InputException("no claim '" + name + "'; 'lossproof list' shows them, such as "
                        + all.get(0).id() + " or " + all.get(all.size() - 1).id());
            }
        }
        return all.stream()
                .filter(c -> names.isEmpty() || names.stream().anyMatch(n -> fits(c, n)))
                .toList();
    }

    private static boolean fits(Claim claim, String name) {
        return claim.id().equals(name) || claim.id().startsWith(name + "-");
    }
}
