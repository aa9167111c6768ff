package org.lossproof.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lossproof.expansion.Expansion;
import org.lossproof.expansion.routes.Derivation;
import org.lossproof.kernel.Axiom;
import org.lossproof.kernel.RejectedCertificateException;
import org.lossproof.kernel.Replay;
import org.lossproof.kernel.Theorem;
import org.lossproof.paper.Claims;

/** Every statement of the paper's pages is a theorem, that it holds or that it fails, and no certificate survives damage. */
class PaperCertificatesTest {
    private static final Pattern TOKEN =
            Pattern.compile("(?<![A-Za-z0-9_])[0-9]+(?![A-Za-z_])|[-+](?= ?[0-9A-Za-z])|>=|==|!=|>");
    private static final int DAMAGES = 4;

    private static final Map<String, List<Replay.Entry>> ENTRIES = new TreeMap<>();
    private static final List<String> WITHOUT = new ArrayList<>();

    /** The axioms of the printed statements, by claim. */
    private static final Map<String, Set<String>> RESTS_ON = new TreeMap<>();

    @BeforeAll
    static void collect() {
        for (Claim claim : Claims.all()) {
            List<Replay.Entry> entries = new ArrayList<>();
            for (ClaimPage.Block block : claim.page().blocks()) {
                Optional<Replay.Entry> entry = entry(block.statement());
                if (block.role() == ClaimPage.Role.PRINTED) {
                    Set<String> axioms = RESTS_ON.computeIfAbsent(claim.id(), id -> new TreeSet<>());
                    entry.ifPresent(e -> Theorem.prove(e.proposition(), e.certificate())
                            .axioms()
                            .forEach(a -> axioms.add(a.name())));
                }
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
        Statement statement = (Statement) assertion;
        Expansion left = Derivation.agreed(statement.equation().left(), statement.to(), statement.where());
        Expansion right = Derivation.agreed(statement.equation().right(), statement.to(), statement.where());
        Optional<Integer> failing = StatementChecker.failingOrder(statement, StatementChecker.difference(statement));
        return Optional.of(ExpansionTheorem.of(statement, left, right, failing));
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

    @Test
    void theLedgerOnFileSaysWhatEachClaimRestsOn() throws IOException {
        Map<String, String> found = new TreeMap<>();
        for (String line : Files.readAllLines(Path.of("proofs/README.md"))) {
            if (line.startsWith("| [")) {
                String[] cells = line.split("\\|", -1);
                found.put(cells[1].strip().replaceAll("\\[(.*)\\].*", "$1"), cells[5].strip());
            }
        }
        Map<String, String> expected = new TreeMap<>();
        RESTS_ON.forEach((id, axioms) -> expected.put(id, axioms.isEmpty() ? "arithmetic" : String.join(", ", axioms)));
        assertThat(found).as("run: verify --ledger proofs/README.md").isEqualTo(expected);
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
