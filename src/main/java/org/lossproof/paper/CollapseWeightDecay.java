package org.lossproof.paper;

import java.util.List;
import java.util.function.BinaryOperator;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.claim.ExpansionClaim;
import org.lossproof.claim.LandscapeProperty;
import org.lossproof.claim.LandscapeProperty.Outcome;
import org.lossproof.covariance.CommutingModel;

/** With weight decay mode i collapses when (1 - alpha)/N c_i + gamma >= a_i: below Theorem 1, Section 3.1. Its page is {@code proofs/collapse-weight-decay.md}. */
public final class CollapseWeightDecay extends ExpansionClaim {
    private static final String LOSS = "weighted-infonce";

    /** The claim {@code collapse-weight-decay}. */
    public CollapseWeightDecay() {
        super("collapse-weight-decay");
    }

    @Override
    public List<LandscapeProperty> landscapeProperties() {
        return List.of(
                LandscapeProperty.printed(
                        "mode i collapses just when (1 - alpha)/N c_i + gamma >= a_i",
                        false,
                        x -> thresholds(
                                x,
                                (a, c) -> CatalogueLandscape.printedFactor(x)
                                        .multiply(c)
                                        .subtract(a))),
                LandscapeProperty.correction(
                        "just when gamma >= (N - 1)/(N - 1 + alpha) a_i",
                        x -> thresholds(x, (a, c) -> a.multiply(attraction(x)).negate())));
    }

    /** Whether mode i stays at the origin just when gamma plus the given term is not negative. */
    private static Outcome thresholds(CommutingModel x, BinaryOperator<BigFraction> term) {
        BigFraction gamma = x.hyperparameters().gamma();
        List<Double> b = CatalogueLandscape.b(LOSS, x);
        return Outcome.of(IntStream.range(0, x.modes())
                .filter(i -> x.a().get(i).signum() > 0)
                .allMatch(i -> (b.get(i) - gamma.doubleValue() <= 1e-12)
                        == (gamma.add(term.apply(x.a().get(i), x.c().get(i))).signum() >= 0)));
    }

    private static BigFraction attraction(CommutingModel x) {
        BigFraction others = new BigFraction(x.hyperparameters().n() - 1);
        return others.divide(others.add(x.hyperparameters().alpha()));
    }
}
