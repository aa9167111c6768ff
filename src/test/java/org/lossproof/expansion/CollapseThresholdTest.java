package org.lossproof.expansion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lossproof.loss.Catalogue;
import org.lossproof.loss.LossDefinition;
import org.lossproof.loss.LossParser;

/** What {@code derive} says of collapse is decided for the declared ranges of the parameters. */
class CollapseThresholdTest {
    private static final String NEVER = "no mode with a_i > 0 collapses at the origin";
    private static final String WHERE = "mode i collapses at the origin where ";

    private static String of(String declarations, String quadratic) {
        return of(LossParser.parse(
                "loss t \"t\"\n" + declarations + "\ndatum xh with view x\nL = " + quadratic + "\n", "t.loss"));
    }

    private static String of(LossDefinition loss) {
        return new OriginHessian(SeriesExpansion.expand(loss, 2, Map.of())).collapse();
    }

    @ParameterizedTest
    @CsvSource({
        "infonce, no mode with a_i > 0 collapses at the origin",
        "weighted-infonce, no mode with a_i > 0 collapses at the origin",
        "simclr, no mode with a_i > 0 collapses at the origin",
        "infonce-weight-decay, mode i collapses at the origin where a_i <= gamma",
        "beta-infonce, mode i collapses at the origin where c_i >= beta/(1 - beta) a_i if beta < 1; no mode with a_i > 0 collapses"
                + " at the origin if beta >= 1",
    })
    void losses(String name, String expected) {
        assertThat(of(Catalogue.load(name))).isEqualTo(expected);
    }

    @Test
    void aModeWithoutAugmentationIsNotForgotten() {
        assertThat(of("", "-tr(C)")).isEqualTo(WHERE + "c_i = 0, and nowhere else");
        assertThat(of("param t > 0", "-t*tr(C)")).isEqualTo(WHERE + "c_i = 0, and nowhere else");
        assertThat(of("param t >= 0", "-t*tr(C)"))
                .isEqualTo("order 2 vanishes, it does not tell whether a mode leaves the origin if t = 0; " + WHERE
                        + "c_i = 0, and nowhere else if t > 0");
        assertThat(of("", "tr(C)")).isEqualTo("every mode collapses at the origin");
    }

    @Test
    void anEndThatBelongsToTheRangeCounts() {
        assertThat(of("param t > 0 <= 1 example 1/2", "(t - 1)*tr(A)"))
                .contains("if t < 1")
                .contains("if t = 1");
        assertThat(of("param t > 0 < 1 example 1/2", "(t - 1)*tr(A)")).isEqualTo(NEVER);
        assertThat(of("param t >= 0 < 1 example 1/2", "(t - 1)*tr(A) - t*tr(C)"))
                .isEqualTo(NEVER);
        assertThat(of("param n integer >= 2", "-(n - 2)*tr(A)"))
                .contains("if n = 2")
                .contains(NEVER + " if n > 2");
    }

    @Test
    void thresholdsInTheOtherDirectionAndSeveralParameters() {
        assertThat(of("", "2*tr(A) - 3*tr(C)")).isEqualTo(WHERE + "c_i <= 2/3 a_i");
        assertThat(of("", "-tr(A) + 3*tr(C)")).isEqualTo(WHERE + "c_i >= 1/3 a_i");
        assertThat(of("param g >= 0\nparam t >= 1", "-t*tr(A) + g*|W|^2")).isEqualTo(WHERE + "a_i <= g/t");
        assertThat(of("param g >= 0", "-tr(A) - tr(C) + g*|W|^2"))
                .contains("c_i <= -a_i + g")
                .contains("g > 0");
    }

    /** The sentence, written down as a condition, says what the sign of b says. */
    @Test
    void theCasesOfOneParameterAgreeWithTheSign() {
        assertThat(of("param t", "-(t + 1)*tr(A) + t*tr(C)"))
                .isEqualTo(WHERE + "c_i <= (t + 1)/t a_i if t < -1; " + WHERE + "c_i = 0, and nowhere else if t = -1; "
                        + NEVER + " if t > -1 and t <= 0; " + WHERE + "c_i >= (t + 1)/t a_i if t > 0");
        for (double t = -3; t <= 3; t += 0.25) {
            for (double c = 0; c <= 3; c += 0.125) {
                double a = 0.75;
                boolean said = t < -1 ? c <= (t + 1) / t * a : t == -1 ? c == 0 : t > 0 && c >= (t + 1) / t * a;
                assertThat((t + 1) * a - t * c <= 0).as("t = %s, c = %s", t, c).isEqualTo(said);
            }
        }
    }
}
