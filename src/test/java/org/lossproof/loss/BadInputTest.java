package org.lossproof.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lossproof.expansion.SeriesExpansion;

/** What users get wrong: one line that says where, what, and what would be right. */
class BadInputTest {
    private static final String DATUM = "datum xh with views x, x'\n";

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "L = E[x](foo(|f(x)|^2)) ; bad.loss:2:10: unknown function 'foo'",
                "L = log(E(|f(x)|^2)) ; bad.loss:2:9: 'E' is written with what it runs over in square brackets: E[x](..)",
                "L = Var(|f(x)|^2) ; Var[x](..)",
                "L = E[x](N * |f(x)|^2) ; 'N' is not declared; write 'param N' before it is used",
                "L = E[x](exp(|f(x)|^2, 1)) ; bad.loss:2:22: exp takes one argument",
                "L = E[x](exp()) ; takes one argument, here it has none",
                "L = |f(x)|^2 ; the vector 'x' is unbound",
                "L = E[x](exp(|f(x)|^2) ; is not closed",
                "L = E[x](|f(x)|^2)) ; where an operator or the end is needed",
                "L = E[z](1) ; 'z' is no datum or view",
                "L = E[x](f(x)) ; a representation is a vector",
                "L = E[x](f(x)[i]) ; the coordinate index 'i' is not summed over",
                "L = E[x](|f(x)|^2)^|f(x)|^2 ; unbound",
                "L = 1/0 ; division by zero",
                "L = E[x](sum[x](|f(x)|^2)) ; has one copy only",
                "L = System.exit(1) ; unexpected character '.'",
                "L = Import[1] ; 'Import' is not declared",
                "let a = a + 1 L = a ; cannot be recursive",
                "datum xh with view y L = 1 ; declared already",
                "param alpha in L = 1 ; bad.loss:2",
                "L = 1 L = 2 ; a definition has one loss",
                "L = 99999^99999 ; too large",
                "claim 1 == 1 ; a claim stands on a page",
                "L = tr(A^0) ; bad.loss:2:10: the exponent of a letter in tr(...) is a whole number >= 1",
                "L = tr(C^-3) ; bad.loss:2:10: the exponent of a letter",
                "L = tr(A^(5/2)) ; bad.loss:2:10: the exponent of a letter",
                "L = tr(A^5/2) ; bad.loss:2:10: the exponent of a letter",
                "L = tr(A^2.0) ; bad.loss:2:10: the exponent of a letter",
                "L = tr(A^2^2) ; bad.loss:2:10: the exponent of a letter",
                "L = tr(A^) ; bad.loss:2:10: the exponent of a letter",
                "param N integer >= 2 L = tr(A^N) ; bad.loss:2:31: the exponent of a letter",
                "L = tr(A C^65) ; bad.loss:2:12: the exponent is too large; at most 64",
                "L = tr(A^99999999999999999999) ; bad.loss:2:10: the exponent is too large",
                "L = E[x](|f(x)|^0) ; bad.loss:2:10: the exponent 0 makes 1 of anything but 0",
                "L = E[x](sum[i](f(x)[i]^(1-1))) ; the exponent 0 makes 1 of anything but 0",
                "L = E[x](|f(x)|^66) ; the exponent 66 is too large; at most 64",
                "L = 2^(32 + 33) ; bad.loss:2:7: the exponent 65 is too large; at most 64",
                "L = 0^0 ; bad.loss:2:5: 0 to the power 0 is undefined",
                "L = (1 - 1)^(-2) ; bad.loss:2:5: 0 to the power -2 is undefined",
                "L = 1/(1 - 1) ; bad.loss:2:7: division by zero",
                "L = 1/(2^2 - 4)^(1/2 + 1/2) ; division by zero",
                "L = (9999999999^64)^64 ; bad.loss:2:5: the number is too large: more than 4000 bits",
                "L = 99999999^64 * 99999999^64 * 99999999^64 ; the number is too large",
                "param t > 1 > 2 L = 1 ; bad.loss:2:13: t has such a bound already",
                "param t > 1/(1 + 1) L = 1 ; a bound is a number",
                "param t > 1/2 * 3 L = 1 ; found '*' where a statement is needed"
            })
    void aDefinitionIsRefusedInOneLineThatNamesThePlace(String body, String message) {
        assertThatThrownBy(() -> LossParser.parse(DATUM + body, "bad.loss"))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("bad.loss:")
                .hasMessageContaining(message)
                .message()
                .doesNotContain("\n");
    }

    @Test
    void deepNestingIsRefusedAndDoesNotExhaustTheStack() {
        String deep = "(".repeat(100_000) + "1" + ")".repeat(100_000);
        assertThatThrownBy(() -> LossParser.parse("L = " + deep, "deep.loss"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("nested more than");
    }

    @Test
    void exponentialLetsAreRefused() {
        StringBuilder text = new StringBuilder("let a0 = 1 + 1\n");
        for (int i = 1; i < 40; i++) {
            text.append("let a")
                    .append(i)
                    .append(" = a")
                    .append(i - 1)
                    .append(" * a")
                    .append(i - 1)
                    .append('\n');
        }
        assertThatThrownBy(() -> LossParser.parse(text + "L = a39", "lets.loss"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("too large");
    }

    @Test
    void filesThatAreNoDefinitionsAreRefused(@TempDir Path folder) throws IOException {
        Path empty = Files.writeString(folder.resolve("empty.loss"), " \n");
        Path binary = Files.write(folder.resolve("binary.loss"), new byte[] {0, (byte) 0xff, 3});
        Path big = Files.writeString(folder.resolve("big.loss"), "a".repeat(10_000_000));
        for (Path file : List.of(empty, binary, big, folder, folder.resolve("missing.loss"))) {
            assertThatThrownBy(() -> LossParser.parseFile(file))
                    .isInstanceOf(InputException.class)
                    .hasMessageStartingWith(file + ":1:1: ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"N=0", "N=1", "N=2.5", "N=x", "N", "M=3", "alpha=-1", "alpha=1/0", "N=NaN", "=3", "N=3=4"})
    void parametersOutOfRangeAreRefused(String assignment) {
        assertThatThrownBy(() -> ParameterValues.of(Catalogue.load("weighted-infonce"), List.of(assignment)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(assignment.startsWith("N=NaN") ? "NaN" : assignment.replaceAll("=.*", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "L = E[x](sqrt(|f(x)|^2))",
                "L = E[x](|f(x)|)",
                "L = E[x, x'](<f(x), f(x')> / (|f(x)| * |f(x')|))",
                "L = E[x](log(|f(x)|^2))",
                "L = E[x](relu(|f(x)|^2))",
                "L = sqrt(Var[x](|f(x)|^2))"
            })
    void aLossThatIsSingularAtTheOriginIsRefusedWithTheSubexpression(String body) {
        LossDefinition loss = LossParser.parse(DATUM + body, "singular.loss");
        assertThatThrownBy(() -> SeriesExpansion.expand(loss, 4, Map.of()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("singular.loss:2:")
                .hasMessageContaining("not analytic at W = 0");
    }

    @Test
    void aRootThatStaysAwayFromZeroIsFine() {
        LossDefinition loss =
                LossParser.parse("param eps > 0\n" + DATUM + "L = sqrt(Var[x](|f(x)|^2) + eps^2)", "fine.loss");
        assertThat(SeriesExpansion.expand(loss, 4, Map.of()).ofOrder(4)).isNotEmpty();
    }
}
