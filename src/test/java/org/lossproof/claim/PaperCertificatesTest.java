package org.lossproof.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lossproof.kernel.Axiom;
import org.lossproof.kernel.RejectedCertificateException;
import org.lossproof.kernel.Replay;
import org.lossproof.paper.Claims;

/** Every statement of the paper's pages is a theorem, that it holds or that it fails, and no certificate survives damage. */
class PaperCertificatesTest {
    private static final Pattern TOKEN =
            Pattern.compile("(?<![A-Za-z0-9_])[0-9]+(?![A-Za-z_])|[-+](?= ?[0-9A-Za-z])|>=|==|!=|>");
    private static final int DAMAGES = 4;

    private static final Map<String, List<Replay.Entry>> ENTRIES = new TreeMap<>();
    private static final List<String> WITHOUT = new ArrayList<>();

    @BeforeAll
    static void collect() {
        for (Claim claim : Claims.all()) {
            List<Replay.Entry> entries = new ArrayList<>();
            for (ClaimPage.Block block : claim.page().blocks()) {
                Optional<Replay.Entry> entry = entry(block.statement());
                entry.ifPresent(e -> entries.add(
                        new Replay.Entry("" + entries.size(), e.statement(), e.proposition(), e.certificate())));
                WITHOUT.addAll(entry.isPresent() ? List.of() : List.of(claim.id() + ": " + block.label()));
            }
            ENTRIES.put(claim.id(), entries);
        }
    }

    private static Optional<Replay.Entry> entry(Assertion assertion) {
        if (assertion instanceof Fact fact) {
            return FactDecision.of(fact).entry();
        } else if (assertion instanceof Singularity singularity) {
            return singularity.check().entry();
        }
        return Optional.of(StatementChecker.entry((Statement) assertion));
    }

    @Test
    void everyStatementHasACertificateThatReplays() {
        assertThat(WITHOUT).isEmpty();
        List<String> onTheSolver = new ArrayList<>();
        List<String> onHomogeneity = new ArrayList<>();
        ENTRIES.forEach((id, entries) -> Replay.check(Replay.write(entries)).forEach(checked -> {
            onTheSolver.addAll(checked.theorem().axioms().contains(Axiom.Z3_SAYS) ? List.of(id) : List.of());
            onHomogeneity.addAll(checked.theorem().axioms().contains(Axiom.HOMOGENEITY) ? List.of(id) : List.of());
        }));
        assertThat(onTheSolver).containsExactly("table-1-spectral-contrastive-dimensional");
        assertThat(onHomogeneity).containsExactly("vicreg-not-expandable");
    }

    /** One number, sign or relation of a proposition or a certificate. */
    @Test
    void oneChangeToAnyOfThemIsNoticedWithItsPlace() {
        Random random = new Random(20230501);
        int damages = 0;
        for (List<Replay.Entry> entries : ENTRIES.values()) {
            for (Replay.Entry entry : entries) {
                String text = Replay.write(List.of(entry));
                List<MatchResult> tokens = TOKEN.matcher(text)
                        .results()
                        .filter(t -> t.start() > text.indexOf("(name"))
                        .toList();
                for (int i = 0; i < DAMAGES; i++) {
                    MatchResult token = tokens.get(random.nextInt(tokens.size()));
                    String damaged =
                            text.substring(0, token.start()) + other(token.group()) + text.substring(token.end());
                    assertThatThrownBy(() -> Replay.check(damaged))
                            .as("%s: %s at %d", entry.statement(), token.group(), token.start())
                            .isInstanceOf(RejectedCertificateException.class)
                            .hasMessageContaining("line ");
                    damages++;
                }
            }
        }
        assertThat(damages).isGreaterThan(900);
    }

    private static String other(String token) {
        return switch (token) {
            case "-" -> "+";
            case "+" -> "-";
            case ">=" -> ">";
            case ">" -> ">=";
            case "==" -> ">=";
            case "!=" -> "==";
            default -> token + "1";
        };
    }
}
