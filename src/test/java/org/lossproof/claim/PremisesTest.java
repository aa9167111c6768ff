package org.lossproof.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lossproof.covariance.RationalMatrix;
import org.lossproof.expansion.rational.RationalEvaluation;
import org.lossproof.expansion.rational.RationalModel;
import org.lossproof.loss.Expr;
import org.lossproof.loss.Formula;
import org.lossproof.loss.InputException;
import org.lossproof.loss.LossDefinition;
import org.lossproof.loss.LossParser;
import org.lossproof.loss.Losses;
import org.lossproof.loss.ParameterDeclaration;
import org.lossproof.loss.RationalArithmetic;
import org.lossproof.page.Fact;
import org.lossproof.page.Page;
import org.lossproof.page.Setting;

/**
 * What is derived from a setting is what differences of the landscape say, which is evaluated without it: by exact Gaussian moments
 * of the loss, or in matrices for the form that is granted.
 */
class PremisesTest {
    private static final List<String> LOSSES =
            List.of("infonce", "weighted-infonce", "spectral-contrastive", "barlow-twins");
    private static final String GRANTED =
            "param beta >= 0 example 1/2\ngranted L = -tr(B) + tr(SS)\ngranted B = 2*a - beta*c + s/3\n";

    /** A fact below a setting. */
    private static Fact fact(String setting, String text) {
        String page = "# p: P\n\n- Place: here\n- Printed: as below\n\n```setting\n" + setting
                + "\n```\n\n```fact printed\n" + text + "\n```\n";
        return (Fact) Page.parse("p", page, "p.md", Losses.CATALOGUE)
                .in(Page.Role.PRINTED)
                .get(0)
                .statement();
    }

    /** A landscape at rational covariances and hyperparameters, by itself. */
    private static final class Landscape {
        private final Setting setting;
        private final Map<String, BigFraction> values;

        Landscape(Setting setting, Map<String, BigFraction> values) {
            this.setting = setting;
            this.values = values;
        }

        private BigFraction value(String name) {
            return values.getOrDefault(name, BigFraction.ZERO);
        }

        private RationalMatrix diagonal(String letter) {
            return RationalMatrix.of(
                    setting.modes(),
                    setting.modes(),
                    (i, j) -> i.equals(j) ? value(letter + (i + 1)) : BigFraction.ZERO);
        }

        private RationalMatrix sigma() {
            return diagonal("a").add(diagonal("c"));
        }

        private static RationalMatrix weights(Setting setting, Map<String, BigFraction> point) {
            return RationalMatrix.of(setting.rows(), setting.modes(), (r, i) -> point.get(setting.entry(r + 1, i + 1)));
        }

        private static BigFraction trace(RationalMatrix m) {
            BigFraction sum = BigFraction.ZERO;
            for (int i = 0; i < m.rows(); i++) {
                sum = sum.add(m.get(i, i));
            }
            return sum;
        }

        BigFraction rho(Map<String, BigFraction> point) {
            RationalMatrix w = weights(setting, point);
            BigFraction sum = trace(w.multiply(sigma()).multiply(w.transpose()));
            for (String v : setting.biasEntries()) {
                sum = sum.add(point.get(v).multiply(point.get(v)));
            }
            return sum;
        }

        /** L + mu (rho - c). */
        BigFraction at(Map<String, BigFraction> point) {
            RationalMatrix w = weights(setting, point);
            BigFraction gram = trace(w.multiply(w.transpose()));
            BigFraction excess = rho(point).subtract(value("c"));
            BigFraction sum = quartic(w).add(value("gamma").multiply(gram));
            return switch (setting.norm()) {
                case FREE -> sum;
                case PENALTY -> sum.add(value("kappa").multiply(excess).multiply(excess));
                case CONSTRAINT -> sum.add(value("mu").multiply(excess));
            };
        }

        private BigFraction quartic(RationalMatrix w) {
            if (setting.form() instanceof Setting.OfLoss of) {
                LossDefinition loss = of.loss();
                RationalModel model = RationalModel.of(
                        w.rows(),
                        w.exact(),
                        diagonal("a").exact(),
                        diagonal("c").exact());
                List<BigFraction> orders = RationalEvaluation.coefficients(loss, values, model, 4);
                return orders.get(1).add(orders.get(3));
            }
            RationalMatrix b = diagonal("a")
                    .scale(BigFraction.TWO)
                    .add(diagonal("c").scale(value("beta").negate()))
                    .add(sigma().scale(new BigFraction(1, 3)));
            RationalMatrix ks = w.multiply(sigma()).multiply(w.transpose());
            return trace(ks.multiply(ks)).subtract(trace(w.multiply(b).multiply(w.transpose())));
        }

        /** Of a polynomial of degree 4, exactly: (8 (f(h) - f(-h)) - (f(2h) - f(-2h)))/(12 h). */
        BigFraction derivative(Map<String, BigFraction> point, List<String> by) {
            if (by.isEmpty()) {
                return at(point);
            }
            List<String> rest = by.subList(1, by.size());
            BigFraction near = derivative(moved(point, by.get(0), 1), rest)
                    .subtract(derivative(moved(point, by.get(0), -1), rest));
            BigFraction far = derivative(moved(point, by.get(0), 2), rest)
                    .subtract(derivative(moved(point, by.get(0), -2), rest));
            return near.multiply(8).subtract(far).divide(12);
        }

        private static Map<String, BigFraction> moved(Map<String, BigFraction> point, String name, int steps) {
            Map<String, BigFraction> out = new HashMap<>(point);
            out.merge(name, new BigFraction(steps), BigFraction::add);
            return out;
        }
    }

    static Stream<String> settings() {
        List<String> out = new ArrayList<>();
        for (String size : List.of("modes 2\nrows 1\n", "modes 1\nrows 2\n", "modes 2\nrows 2\n")) {
            for (String loss : LOSSES) {
                out.add("landscape " + loss + "\n" + size);
            }
            for (String more : List.of(
                    "",
                    "decay gamma",
                    "bias\npenalty kappa, c",
                    "decay gamma\npenalty kappa, c",
                    "constraint c",
                    "bias\nconstraint c\ndecay gamma")) {
                out.add(GRANTED + size + more);
            }
        }
        out.add("landscape infonce\nmodes 2\nbias\npenalty kappa, c\ndecay gamma");
        out.add("landscape weighted-infonce\nmodes 2\nbias\nconstraint c");
        return out.stream();
    }

    private static Map<String, BigFraction> drawn(Setting setting, Random random) {
        Map<String, BigFraction> out = new LinkedHashMap<>();
        for (int i = 1; i <= setting.modes(); i++) {
            for (String letter : List.of("a", "c")) {
                out.put(letter + i, new BigFraction(1 + random.nextInt(5), 1 + random.nextInt(4)));
            }
        }
        for (String name : List.of("gamma", "kappa", "c", "mu")) {
            out.put(name, new BigFraction(1 + random.nextInt(7), 1 + random.nextInt(3)));
        }
        for (ParameterDeclaration p : setting.form().parameters()) {
            out.put(p.name(), p.integer() ? new BigFraction(2 + random.nextInt(2)) : p.example());
        }
        if (setting.decay().isEmpty()) {
            out.remove("gamma");
        }
        return out;
    }

    /** The value of a name as derived. */
    private static BigFraction derived(String setting, String name, Map<String, BigFraction> values) {
        Formula claim =
                Premises.elaborate(fact(setting, "claim " + name + " >= 0")).claim();
        return RationalArithmetic.value(((Formula.Comparison) claim).left(), values);
    }

    @ParameterizedTest
    @MethodSource("settings")
    void whatIsDerivedIsWhatDifferencesOfTheLandscapeSay(String text) {
        Setting setting = fact(text, "claim 1 >= 0").setting().orElseThrow();
        Random random = new Random(text.hashCode());
        Map<String, BigFraction> values = drawn(setting, random);
        Landscape landscape = new Landscape(setting, values);
        Map<String, BigFraction> point = new LinkedHashMap<>();
        setting.unknowns().forEach(u -> point.put(u, new BigFraction(random.nextInt(9) - 4, 1 + random.nextInt(3))));
        Map<String, BigFraction> all = new HashMap<>(values);
        all.putAll(point);
        List<String> unknowns = setting.unknowns();
        for (int i = 0; i < unknowns.size(); i++) {
            String u = unknowns.get(i);
            assertThat(derived(text, "L_" + u, all)).as(u).isEqualTo(landscape.derivative(point, List.of(u)));
            String v = unknowns.get((i + 1) % unknowns.size());
            assertThat(derived(text, "L_" + u + "_" + v, all))
                    .as(u + " " + v)
                    .isEqualTo(landscape.derivative(point, List.of(u, v)));
            assertThat(derived(text, "L_" + u + "_" + u, all))
                    .as(u + " " + u)
                    .isEqualTo(landscape.derivative(point, List.of(u, u)));
        }
        assertThat(derived(text, "rho", all)).isEqualTo(landscape.rho(point));
        BigFraction multiplier = setting.norm() == Setting.Norm.CONSTRAINT
                ? values.get("mu").multiply(landscape.rho(point).subtract(values.get("c")))
                : BigFraction.ZERO;
        assertThat(derived(text, "L", all)).isEqualTo(landscape.at(point).subtract(multiplier));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void eigenvaluesAndCurvaturesAreThoseAtTheOrigin(String text) {
        Setting setting = fact(text, "claim 1 >= 0").setting().orElseThrow();
        Map<String, BigFraction> values = drawn(setting, new Random(7));
        Map<String, BigFraction> plain = new HashMap<>(values);
        List.of("gamma", "kappa", "mu").forEach(plain::remove);
        Map<String, BigFraction> origin = new LinkedHashMap<>();
        setting.unknowns().forEach(u -> origin.put(u, BigFraction.ZERO));
        for (int i = 1; i <= setting.modes(); i++) {
            List<String> twice = List.of(setting.entry(1, i), setting.entry(1, i));
            // L = -b w^2 + ... without what is added.
            assertThat(derived(text, "b" + i, values).multiply(-2))
                    .isEqualTo(new Landscape(setting, plain).derivative(origin, twice));
            assertThat(derived(text, "s" + i, values))
                    .isEqualTo(values.get("a" + i).add(values.get("c" + i)));
            if (setting.norm() != Setting.Norm.CONSTRAINT) {
                assertThat(derived(text, "h" + i, values))
                        .isEqualTo(new Landscape(setting, values).derivative(origin, twice));
            }
        }
    }

    @Test
    void theGramMatrixIsThatOfTheEntries() {
        String setting = GRANTED + "modes 2\nrows 2";
        Map<String, BigFraction> w = Map.of(
                "w11", new BigFraction(1),
                "w12", new BigFraction(2),
                "w21", new BigFraction(3),
                "w22", new BigFraction(-5));
        assertThat(derived(setting, "lambda1", w)).isEqualTo(new BigFraction(10));
        assertThat(derived(setting, "lambda2", w)).isEqualTo(new BigFraction(29));
        assertThat(derived(setting, "M12", w)).isEqualTo(new BigFraction(-13));
    }

    @Test
    void aPremiseTakesThePlaceOfWhatIsDerived() {
        String setting = "landscape weighted-infonce\npremise eq-08: b = a - (1 - alpha)/N*c";
        Fact fact = fact(setting, "claim b1 >= 0");
        Map<String, BigFraction> values = Map.of(
                "a1", new BigFraction(2),
                "c1", new BigFraction(3),
                "N", new BigFraction(4),
                "alpha", new BigFraction(1, 2));
        Formula printed = Premises.underPrintedPremise(fact).orElseThrow().claim();
        assertThat(RationalArithmetic.value(((Formula.Comparison) printed).left(), values))
                .isEqualTo(new BigFraction(13, 8));
        // (N - 1)/(N - 1 + alpha) a: augmentation plays no part.
        assertThat(derived(setting, "b1", values)).isEqualTo(new BigFraction(12, 7));
        assertThat(Premises.underPrintedPremise(fact("landscape infonce", "claim b1 >= 0")))
                .isEmpty();
    }

    @Test
    void rangesOfWhatOccursAreAssumed() {
        Fact fact = Premises.elaborate(
                fact("landscape weighted-infonce\npenalty kappa, c\ndecay gamma", "claim h1 >= 0 or alpha >= 0"));
        List<String> ranges = fact.assumptions().stream()
                .map(f -> ((Formula.Comparison) f).text())
                .toList();
        assertThat(ranges)
                .containsExactlyInAnyOrder(
                        "a1 >= 0", "c1 >= 0", "gamma >= 0", "kappa > 0", "c > 0", "N >= 2", "alpha >= 0");
        assertThat(Premises.elaborate(fact("landscape infonce", "claim b1 >= 0"))
                        .variables())
                .containsExactly("a1");
    }

    @Test
    void aFreeBLeavesSigmaFree() {
        Fact free = Premises.elaborate(fact("granted L = -tr(B) + tr(SS)", "claim b1/s1 >= 0"));
        assertThat(free.variables()).containsExactlyInAnyOrder("b1", "s1");
        assertThat(free.assumptions()).hasSize(1);
        Fact tied = Premises.elaborate(fact("granted L = -tr(B) + tr(SS)", "claim b1/s1 >= a1"));
        assertThat(tied.variables()).containsExactlyInAnyOrder("b1", "a1", "c1");
    }

    @Test
    void theScopeIsThatOfTheEntriesThatOccur() {
        String setting = "granted L = -tr(B) + tr(SS)\nmodes 2";
        assertThat(Premises.scope(fact(setting, "claim b1 >= b1"))).isEmpty();
        assertThat(Premises.scope(fact(setting, "assume h1 >= 0\nclaim s2 >= 0")))
                .isEmpty();
        for (String claim : List.of(
                "w1^2 >= 0", "L >= L", "rho >= 0", "lambda2 >= 0", "M12^2 >= 0", "L_w2^2 >= 0", "L_w1_w2^2 >= 0")) {
            assertThat(Premises.scope(fact(setting, "claim " + claim)))
                    .as(claim)
                    .contains("d0 = 2, d1 = 1");
        }
        assertThat(Premises.scope(fact(setting, "assume stationary\nclaim s1 >= 0")))
                .isPresent();
        assertThat(Premises.scope(fact(setting, "assume minimum\nclaim s1 >= 0")))
                .isPresent();
        assertThat(Premises.scope(fact(setting + "\nconstraint c", "claim mu^2 >= 0")))
                .isPresent();
        // What holds somewhere in one size holds somewhere.
        assertThat(Premises.scope(fact(setting, "exists w1^2 > 0"))).isEmpty();
    }

    /** A variable of the fact that looks like a derivative or an entry is a variable. */
    @Test
    void whatTheFactDeclaresIsNotOfTheSetting() {
        Fact fact = fact("landscape infonce", "real L_x, lambda7\nclaim L_x == 0 and lambda7 == 0");
        assertThat(FactDecision.of(fact).outcome()).isEqualTo(FactDecision.Outcome.FAILS);
        assertThat(Premises.scope(fact)).isEmpty();
    }

    @Test
    void aMinimumIsStationaryWithMinorsThatAreNotNegative() {
        String one = "granted L = -tr(B) + tr(SS)\nmodes 1\nrows 1";
        assertThat(decided(one, "assume s1 > 0 and b1 > 0 and minimum\nclaim w1^2 == b1/(2*s1^2)"))
                .isEqualTo(FactDecision.Outcome.HOLDS);
        assertThat(decided(one, "assume s1 > 0 and b1 > 0 and stationary\nclaim w1^2 == b1/(2*s1^2)"))
                .isEqualTo(FactDecision.Outcome.FAILS);
        assertThat(decided(one, "assume s1 > 0 and b1 < 0 and stationary\nclaim w1 == 0"))
                .isEqualTo(FactDecision.Outcome.HOLDS);
        assertThat(decided(one + "\nconstraint c", "assume s1 > 0 and stationary\nclaim w1^2*s1 == c"))
                .isEqualTo(FactDecision.Outcome.HOLDS);
        // The determinant of the Hessian: both modes cannot be at rest at the origin if one of them falls.
        assertThat(decided(
                        "granted L = -tr(B) + tr(SS)\nmodes 2",
                        "assume s1 > 0 and s2 > 0 and b1 > 0 and minimum\nclaim w1 != 0 or w2 != 0"))
                .isEqualTo(FactDecision.Outcome.HOLDS);
    }

    private static FactDecision.Outcome decided(String setting, String text) {
        return FactDecision.of(fact(setting, text)).outcome();
    }

    @Test
    void aParameterThatIsAWholeNumberIsOneAtEveryPointThatCounts() {
        String setting = "landscape weighted-infonce";
        assertThat(decided(setting, "claim (N - 2)*(N - 3) >= 0")).isEqualTo(FactDecision.Outcome.OPEN);
        assertThat(decided(setting, "exists (N - 2)*(N - 3) < 0")).isEqualTo(FactDecision.Outcome.OPEN);
        assertThat(decided(setting, "exists N^2 == 8")).isEqualTo(FactDecision.Outcome.OPEN);
        assertThat(decided(setting, "exists N^2 == 9")).isEqualTo(FactDecision.Outcome.HOLDS);
        assertThat(decided(setting, "claim N != 3")).isEqualTo(FactDecision.Outcome.FAILS);
    }

    @Test
    void aLossWithoutAFormOfOneEncoderIsRefused() {
        LossDefinition loss =
                LossParser.parse("encoder g\ndatum xh with view x\nL = E[x](|f(x) - g(x)|^2)", "two.loss");
        Fact fact = fact("landscape infonce", "claim b1 >= 0")
                .in(new Setting(
                        new Setting.OfLoss(loss), Optional.empty(), 1, 1, Optional.empty(), Setting.Norm.FREE, false));
        assertThatThrownBy(() -> Premises.elaborate(fact))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("order 2 has");
    }

    @Test
    void whatIsDerivedIsAnExpressionInRealVariables() {
        Fact fact = Premises.elaborate(fact("landscape barlow-twins\nmodes 2\nrows 2", "claim L_w11 >= 0"));
        Expr left = ((Formula.Comparison) fact.claim()).left();
        assertThat(Fact.isAlgebraic(left)).isTrue();
        assertThat(fact.setting()).isEmpty();
        assertThat(fact.variables()).doesNotContain("L_w11", "b1", "s1");
    }
}
