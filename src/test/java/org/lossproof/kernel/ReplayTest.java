package org.lossproof.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What is written is read and checked again; a text with one change is not. */
class ReplayTest {
    private static final String TEXT = Replay.write(Certificates.all());

    @Test
    void everyTheoremComesBack() {
        List<Replay.Checked> checked = Replay.check(TEXT);
        assertThat(checked)
                .extracting(Replay.Checked::name)
                .containsExactlyElementsOf(
                        Certificates.all().stream().map(Replay.Entry::name).toList());
        assertThat(checked)
                .extracting(c -> c.theorem().proposition())
                .containsExactlyElementsOf(Certificates.all().stream()
                        .map(Replay.Entry::proposition)
                        .toList());
    }

    /** Numbers, signs, relations, names and brackets, one at a time. */
    @Test
    void oneChangeAnywhereIsNoticedWithItsPlace() {
        int changes = 0;
        for (MatchResult token : Pattern.compile("[0-9]+|[A-Za-z]+|[-+*^()`]|>=|==|!=|>")
                .matcher(TEXT)
                .results()
                .toList()) {
            String other = changed(token.group());
            String damaged = TEXT.substring(0, token.start()) + other + TEXT.substring(token.end());
            assertThatThrownBy(() -> Replay.check(damaged))
                    .as("%s for %s at %d", other, token.group(), token.start())
                    .isInstanceOf(RejectedCertificateException.class)
                    .hasMessageContaining("line ");
            changes++;
        }
        assertThat(changes).isGreaterThan(400);
    }

    private static String changed(String token) {
        return switch (token) {
            case "-" -> "+";
            case "+" -> "-";
            case "*" -> "^";
            case "^" -> "*";
            case "(" -> ")";
            case ")" -> "(";
            case "`" -> "";
            case ">=" -> ">";
            case ">" -> ">=";
            case "==" -> ">=";
            case "!=" -> "==";
            default -> Character.isDigit(token.charAt(0)) ? token + "1" : token + "q";
        };
    }

    /** Also where the checksum was made anew for the damaged text, the identities themselves fail. */
    @Test
    void aForgerWhoMendsTheChecksumGainsNothing() {
        Replay.Entry sum = Certificates.sum();
        Replay.Entry forged = new Replay.Entry(
                sum.name(), sum.statement(), Certificates.system("x >= 0", "y >= 0", "-x - y >= 0"), sum.certificate());
        assertThatThrownBy(() -> Replay.check(Replay.write(List.of(forged))))
                .isInstanceOf(RejectedCertificateException.class)
                .hasMessage("line 2, theorem 'sum': no summand is positive");
    }

    @Test
    void anAlteredStatementIsNoticedThoughTheMathematicsIsRight() {
        String altered = TEXT.replace("x + y > 0 given", "x + y > 1 given");
        assertThatThrownBy(() -> Replay.check(altered)).hasMessageContaining("theorem 'sum': the text was altered");
    }

    @Test
    void aTextOfAnotherKindIsRefusedInALine() {
        for (String text : List.of(
                "",
                "()",
                "(lossproof-certificates 2)",
                "hello",
                "(theorem",
                "(lossproof-certificates 1) (theorem x)")) {
            assertThatThrownBy(() -> Replay.check(text))
                    .as(text)
                    .isInstanceOf(RejectedCertificateException.class)
                    .hasMessageMatching("line \\d+: .*");
        }
    }
}
