package org.lossproof.landscape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.expansion.Expansion;
import org.lossproof.expansion.OriginHessian;
import org.lossproof.expansion.SeriesExpansion;
import org.lossproof.loss.Catalogue;
import org.lossproof.loss.Expr;
import org.lossproof.loss.LossDefinition;
import org.lossproof.loss.LossParser;

/** The threshold that derive prints, on both sides of it: the landscape loses the mode where it says so. */
class ThresholdProperties {
    /** The eigenvalue of B as derive prints it, read back with numbers for a_i and c_i. */
    private static double printed(Expansion expansion, double a, double c, Map<String, Double> parameters) {
        String text = new OriginHessian(expansion)
                .eigenvalue()
                .replaceAll("(?<=[0-9a-z)]) (?=[ac]_i)", "*")
                .replace("a_i", "(" + a + ")")
                .replace("c_i", "(" + c + ")");
        LossDefinition loss = expansion.loss();
        Expr e = LossParser.parseExpression(text, text, loss);
        return value(e, parameters);
    }

    private static double value(Expr e, Map<String, Double> parameters) {
        if (e instanceof Expr.Constant constant) {
            return constant.value().doubleValue();
        } else if (e instanceof Expr.Parameter p) {
            return parameters.get(p.name());
        } else if (e instanceof Expr.Sum sum) {
            return sum.terms().stream().mapToDouble(t -> value(t, parameters)).sum();
        } else if (e instanceof Expr.Product product) {
            return product.factors().stream()
                    .mapToDouble(t -> value(t, parameters))
                    .reduce(1, (x, y) -> x * y);
        } else if (e instanceof Expr.Power power) {
            return Math.pow(value(power.base(), parameters), value(power.exponent(), parameters));
        }
        throw new AssertionError(e);
    }

    private static boolean survives(Expansion expansion, double a, double c, Map<String, Double> parameters) {
        ExpansionLandscape read = new ExpansionLandscape(expansion, parameters, 2);
        List<Double> as = List.of(a, 1.0);
        List<Double> cs = List.of(c, 0.1);
        StationaryPoint lowest = CommutingLandscape.of(read.b(as, cs), as, cs, read.quartic(), 2)
                .solve()
                .globalMinimum()
                .orElseThrow();
        return lowest.mask().get(0) == 1;
    }

    @Property
    void betaInfonce(
            @ForAll @DoubleRange(min = 0.1, max = 4) double a,
            @ForAll @DoubleRange(min = 0.1, max = 0.9) double beta,
            @ForAll boolean above) {
        Expansion expansion = SeriesExpansion.expand(Catalogue.load("beta-infonce"), 4, Map.of());
        Map<String, Double> parameters = Map.of("beta", beta);
        double c = a * beta / (1 - beta) * (above ? 1.02 : 0.98);
        assertThat(printed(expansion, a, c, parameters) > 0).isEqualTo(!above);
        assertThat(survives(expansion, a, c, parameters)).isEqualTo(!above);
    }

    @Property
    void weightDecay(
            @ForAll @DoubleRange(min = 0.1, max = 4) double a,
            @ForAll @DoubleRange(min = 0, max = 4) double c,
            @ForAll boolean above) {
        Expansion expansion = SeriesExpansion.expand(Catalogue.load("infonce-weight-decay"), 4, Map.of());
        Map<String, Double> parameters = Map.of("gamma", a * (above ? 1.02 : 0.98));
        assertThat(printed(expansion, a, c, parameters) > 0).isEqualTo(!above);
        assertThat(survives(expansion, a, c, parameters)).isEqualTo(!above);
    }

    @Property
    void weightedInfonceKeepsEveryModeHoweverStrongTheAugmentation(
            @ForAll @DoubleRange(min = 0.1, max = 4) double a, @ForAll @DoubleRange(min = 0, max = 1000) double c) {
        Expansion expansion = SeriesExpansion.expand(
                Catalogue.load("weighted-infonce"), 4, Map.of("N", new BigFraction(3), "alpha", BigFraction.ZERO));
        assertThat(survives(expansion, a, c, Map.of())).isTrue();
    }
}
