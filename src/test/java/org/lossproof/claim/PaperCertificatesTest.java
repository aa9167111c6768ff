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
import org.lossproof.page.Assertion;
import org.lossproof.page.Experiment;
import org.lossproof.page.Fact;
import org.lossproof.page.LedgerRow;
import org.lossproof.page.ModelProperty;
import org.lossproof.page.Page;
import org.lossproof.page.Paper;
import org.lossproof.page.Singularity;
import org.lossproof.page.Statement;
import org.lossproof.page.TheoremStatement;

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
        for (Page page : Paper.shipped(Paper.DEFAULT).pages()) {
            List<Replay.Entry> entries = new ArrayList<>();
            Set<String> rests = RESTS_ON.computeIfAbsent(page.id(), id -> new TreeSet<>());
            for (Page.Block block : page.blocks()) {
                // Trials make no theorem.
                if (isTrial(block)) {
                    continue;
                }
                Optional<Replay.Entry> entry = entry(block.statement());
                if (block.role() == Page.Role.PRINTED) {
                    if (block.statement() instanceof Fact fact && Premises.restsOnRoutes(fact)) {
                        rests.add(Axiom.ROUTES_AGREE.name());
                    }
                    entry.map(e -> Theorem.prove(e.proposition(), e.certificate()))
                            .ifPresent(t -> {
                                t.axioms().forEach(a -> rests.add(a.name()));
                                rests.addAll(t.lemmas().isEmpty() ? List.of() : List.of("lemmas"));
                            });
                }
                entry.ifPresent(e -> entries.add(
                        new Replay.Entry("" + entries.size(), e.statement(), e.proposition(), e.certificate())));
                WITHOUT.addAll(entry.isPresent() ? List.of() : List.of(page.id() + ": " + block.label()));
            }
            ENTRIES.put(page.id(), entries);
        }
    }

    private static boolean isTrial(Page.Block block) {
        return block.statement() instanceof ModelProperty || block.statement() instanceof Experiment;
    }

    private static Optional<Replay.Entry> entry(Assertion assertion) {
        if (assertion instanceof Fact fact) {
            return FactDecision.of(fact).entry();
        } else if (assertion instanceof Singularity singularity) {
            return SingularityChecker.check(singularity).entry();
        } else if (assertion instanceof TheoremStatement theorem) {
            return TheoremChecker.certificate(theorem);
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
        int all = ENTRIES.values().stream().mapToInt(List::size).sum();
        assertThat(onTheSolver).hasSizeLessThan(all / 10);
        assertThat(onHomogeneity).contains("vicreg-not-expandable");
    }

    /** Everything else in the ledger is compared with the pages, without a run. */
    @Test
    void theLedgerOnFileSaysWhatEachClaimRestsOn() throws IOException {
        Map<String, String> found = new TreeMap<>();
        for (String line : Files.readAllLines(Path.of("proofs", Paper.DEFAULT, "ledger.md"))) {
            if (line.startsWith("| [")) {
                List<String> cells = LedgerRow.cells(line);
                found.put(cells.get(0).replaceAll("\\[(.*)\\].*", "$1"), cells.get(3));
            }
        }
        Map<String, String> expected = new TreeMap<>();
        for (Page page : Paper.shipped(Paper.DEFAULT).pages()) {
            expected.put(page.id(), restsOn(page));
        }
        assertThat(found).as(LedgerRow.remedy(Paper.DEFAULT)).isEqualTo(expected);
    }

    private static String restsOn(Page page) {
        List<String> all = new ArrayList<>(RESTS_ON.get(page.id()));
        String granted = String.join("; ", page.allGranted());
        if (!granted.isEmpty()) {
            return String.join(", ", all) + (all.isEmpty() ? "" : ", ") + "granted: " + granted;
        }
        boolean known = page.in(Page.Role.PRINTED).stream().anyMatch(b -> !isTrial(b));
        return all.isEmpty() ? (known ? "arithmetic" : "trials") : String.join(", ", all);
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
