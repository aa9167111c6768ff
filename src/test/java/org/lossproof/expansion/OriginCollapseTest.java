package org.lossproof.expansion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lossproof.expansion.OriginCollapse.Answer;
import org.lossproof.expansion.OriginCollapse.Mode;
import org.lossproof.expansion.OriginCollapse.Word;
import org.lossproof.expansion.rational.RationalEvaluation;
import org.lossproof.expansion.rational.RationalModel;
import org.lossproof.expansion.rational.RationalPoint;
import org.lossproof.loss.Catalogue;
import org.lossproof.loss.LossDefinition;
import org.lossproof.loss.LossParser;

/** What is said of collapse at the origin, against the loss evaluated exactly, one mode at a time, without its expansion. */
class OriginCollapseTest {
    private static final List<BigFraction> GRID =
            List.of(new BigFraction(1, 50), new BigFraction(1, 2), BigFraction.ONE, new BigFraction(7));

    static List<String> names() {
        return CatalogueLosses.ofOneEncoder();
    }

    private static OriginCollapse of(LossDefinition loss) {
        return OriginCollapse.of(SeriesExpansion.expand(loss, 2, Map.of()));
    }

    /** -b_i, the coefficient of order 2 at d0 = d1 = 1 and W = 1. */
    private static BigFraction second(
            LossDefinition loss, Map<String, BigFraction> parameters, BigFraction a, BigFraction c) {
        return RationalEvaluation.coefficients(loss, parameters, RationalModel.scalar(a, c), 2)
                .get(1);
    }

    @ParameterizedTest
    @MethodSource("names")
    void aWitnessIsOneAndWhatIsExcludedDoesNotHappen(String name) {
        LossDefinition loss = Catalogue.load(name);
        OriginCollapse collapse = of(loss);
        for (Answer answer : List.of(collapse.complete(), collapse.dimensional())) {
            assertThat(answer.word()).isNotEqualTo(Word.UNDECIDED);
            if (answer.word() == Word.POSSIBLE) {
                Map<String, BigFraction> at = new LinkedHashMap<>(
                        RationalPoint.random(loss, answer.parameters(), 1, 3).parameters());
                at.putAll(answer.parameters());
                for (Mode mode : answer.modes()) {
                    assertThat(second(loss, at, mode.a(), mode.c()))
                            .as(mode.toString())
                            .isEqualTo(mode.b().negate());
                }
            }
        }
        if (collapse.complete().word() == Word.IMPOSSIBLE) {
            for (int seed = 1; seed <= 5; seed++) {
                Map<String, BigFraction> at =
                        RationalPoint.random(loss, Map.of(), 1, seed).parameters();
                for (BigFraction a : GRID) {
                    assertThat(second(loss, at, a, new BigFraction(seed - 1L)).signum())
                            .as("%s", at)
                            .isNegative();
                }
            }
        }
    }

    /** By hand: b = a - gamma, with gamma <= 1/2. */
    @Test
    void complementsByHand() {
        LossDefinition bounded = LossParser.parse("""
                param gamma >= 0 <= 1/2 example 1/10
                datum xh with views x, x'
                L = -E[x, x'](<f(x), f(x')>) + gamma * |W|^2
                """, "bounded.loss");
        assertThat(of(bounded).complete().witness()).isEqualTo("gamma = 1/10, a = 1/10, c = 0");
        assertThat(of(bounded).dimensional().witness()).isEqualTo("gamma = 1/10, a = 1, 1/10, c = 0, 0");
        LossDefinition always = LossParser.parse("datum xh with views x, x'\nL = E[x, x'](|f(x) - f(x')|^2)", "c.loss");
        assertThat(of(always).complete().word()).isEqualTo(Word.POSSIBLE);
        assertThat(of(always).dimensional().word()).isEqualTo(Word.IMPOSSIBLE);
        assertThatThrownBy(() -> of(Catalogue.load("clip"))).hasMessageContaining("no form -Tr[W B W']");
    }
}
