package org.lossproof.paper;

import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.claim.ExpansionClaim;
import org.lossproof.claim.LandscapeProperty;
import org.lossproof.claim.LandscapeProperty.Outcome;
import org.lossproof.covariance.CommutingModel;

/** Complete collapse of VICReg for small kappa: below Proposition 4, Section 3.2. Its page is {@code proofs/vicreg-collapse.md}. */
public final class VicregCollapse extends ExpansionClaim {
    /** The claim {@code vicreg-collapse}. */
    public VicregCollapse() {
        super("vicreg-collapse");
    }

    @Override
    public List<LandscapeProperty> landscapeProperties() {
        return List.of(LandscapeProperty.printed(
                "B = -A0: W = 0 is a minimum just when kappa <= a_i/(2 c s_i) for every mode",
                true,
                VicregCollapse::originIsMinimum));
    }

    private static Outcome originIsMinimum(CommutingModel x) {
        ModeLandscape l = ModeLandscape.of(x, (a, c) -> a.negate());
        BigFraction pull =
                x.hyperparameters().kappa().multiply(x.hyperparameters().c()).multiply(2);
        boolean atThreshold = IntStream.range(0, x.modes())
                .anyMatch(i -> ModeLandscape.close(
                        pull.multiply(x.s().get(i)).doubleValue(), x.a().get(i).doubleValue()));
        if (atThreshold) {
            return Outcome.SILENT;
        }
        boolean weak = IntStream.range(0, x.modes())
                .allMatch(i -> pull.multiply(x.s().get(i)).compareTo(x.a().get(i)) <= 0);
        return ModeLandscape.everyPoint(
                l, l.penalty(), false, p -> p.rank() == 0, p -> (p.negativeDirections() == 0) == weak);
    }
}
