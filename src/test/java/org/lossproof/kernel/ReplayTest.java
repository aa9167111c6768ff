package org.lossproof.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What is written is read and checked again; a text with one change is not. */
class ReplayTest {
    private static String text() {
        return Replay.write(Certificates.all());
    }

    @Test
    void everyTheoremComesBack() {
        List<Replay.Checked> checked = Replay.check(text());
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
        String text = text();
        for (MatchResult token : Pattern.compile("[0-9]+|[A-Za-z]+|[-+*^()`]|>=|==|!=|>")
                .matcher(text)
                .results()
                .toList()) {
            String other = changed(token.group());
            String damaged = text.substring(0, token.start()) + other + text.substring(token.end());
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
        String altered = text().replace("x + y > 0 given", "x + y > 1 given");
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

    @Test
    void whatIsWrongIsNamedWithItsLine() {
        assertThatThrownBy(() -> Replay.check("(lossproof-certificates 1)\n\n(theorem\n  (name x)\n  )y"))
                .hasMessageStartingWith("line 3: no (theorem ...) of five parts");
        assertThatThrownBy(
                        () -> Replay.check(
                                "(lossproof-certificates 1)\n(theorem\n (name x) (says x) (no-point\n `x = 0`) (cone) (sha256 y))"))
                .hasMessage("line 2, theorem 'x': line 4: no condition: x = 0");
        assertThatThrownBy(
                        () -> Replay.check(
                                "(lossproof-certificates 1)\n(theorem (name x) (says x) (no-point) (cone\n\n(minus 1)) (sha256 y))"))
                .hasMessage("line 2, theorem 'x': line 4: no part of a cone: minus");
        assertThatThrownBy(
                        () -> Replay.check(
                                "(lossproof-certificates 1)\n(theorem (name x) (says x) (no-point) (cone (plus 1)) (sha256 y))"))
                .hasMessageContaining("'plus' has no part 2");
        assertThatThrownBy(() ->
                        Replay.check("(lossproof-certificates 1)\n(theorem () (says x) (no-point) (cone) (sha256 y))"))
                .hasMessage("line 2: unexpected ')'");
        assertThatThrownBy(() -> Replay.check("(lossproof-certificates 1)\n )")).hasMessage("line 2: unexpected ')'");
        assertThatThrownBy(() -> Replay.check("(a\n`b")).hasMessage("line 2: a backquote is not closed");
        assertThatThrownBy(() -> Replay.check("(a\nb")).hasMessage("line 2: the file ends inside 'a' of line 1");
        assertThatThrownBy(() -> Replay.check("(")).hasMessage("line 1: the file ends too early");
        assertThatThrownBy(() -> Replay.check(
                        "(lossproof-certificates 1)\n(theorem (name x) (says x) (all (some)) (cone) (sha256 y))"))
                .hasMessageContaining("no proposition: some");
        assertThatThrownBy(
                        () -> Replay.check(
                                "(lossproof-certificates 1)\n(theorem (name x) (says x) (no-point) (routes (words)) (sha256 y))"))
                .hasMessageContaining("no route: words");
        assertThatThrownBy(() -> Replay.check(
                        "(lossproof-certificates 1)\n(theorem (name x) (says x) (no-point) (why) (sha256 y))"))
                .hasMessageContaining("no certificate: why");
        assertThatThrownBy(
                        () -> Replay.check(
                                "(lossproof-certificates 1)\n(theorem (name x) (says x) (same-expansion a b 0 2 -) (cone) (sha256 y))"))
                .hasMessageContaining("line 2: orders 0 to 2");
    }

    @Test
    void aNameWithSpacesOrBracketsIsOneWord() {
        Tree tree = Tree.list("name", "a (b) c", "d");
        assertThat(tree.written()).isEqualTo("(name `a (b) c` d)");
        assertThat(Tree.read(tree.written() + " x").get(0).text(0)).isEqualTo("a (b) c");
        assertThat(Tree.read("(a b)c")).hasSize(2);
        assertThat(Tree.read("(a(b)c)").get(0).parts()).hasSize(2);
        assertThat(Tree.read("(a b`c`)").get(0).parts()).hasSize(2);
        assertThat(Tree.read("(a\n\tb)\n\n(c)").get(1).line()).isEqualTo(4);
        assertThat(Tree.read(" \n ")).isEmpty();
    }
}
