package org.lossproof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.lossproof.claim.CheckSettings;
import org.lossproof.claim.ClaimCheck;
import org.lossproof.claim.ClaimResult;
import org.lossproof.kernel.Lemma;
import org.lossproof.loss.Losses;
import org.lossproof.page.Experiment;
import org.lossproof.page.Fact;
import org.lossproof.page.ModelProperty;
import org.lossproof.page.Page;
import org.lossproof.page.Singularity;
import org.lossproof.page.Statement;
import org.lossproof.page.TheoremStatement;
import org.lossproof.page.Verdict;

/** The manual of the page language is a page: what it shows is executed, with the outcome that it says. */
class ManualTest {
    private static final Path MANUAL = Path.of("proofs/README.md");

    @Test
    void everyBlockHasTheOutcomeThatTheManualSays() throws IOException {
        Page page = Page.parse("manual", Files.readString(MANUAL), MANUAL.toString(), Losses.CATALOGUE);
        assertThat(page.blocks())
                .extracting(b -> (Object) b.statement().getClass())
                .contains(
                        Statement.class,
                        Fact.class,
                        ModelProperty.class,
                        Singularity.class,
                        Experiment.class,
                        TheoremStatement.class);
        ClaimResult result = new ClaimCheck(page).check(CheckSettings.of(1, 1));
        assertThat(result.problems()).isEmpty();
        assertThat(result.verdict()).isEqualTo(Verdict.REFUTED);
        assertThat(result.correction()).contains("Only where x is not 0 is x/x equal to 1.");
    }

    @Test
    void everyLemmaIsNamed() throws IOException {
        String manual = Files.readString(MANUAL);
        assertThat(Lemma.values()).allSatisfy(l -> assertThat(manual).contains("| `" + l.word() + "` |"));
    }

    @Test
    void theIndexNamesEveryPaper() throws IOException {
        String manual = Files.readString(MANUAL);
        List<Path> papers;
        try (var all = Files.list(Path.of("proofs"))) {
            papers = all.filter(d -> Files.exists(d.resolve("paper.md"))).toList();
        }
        assertThat(papers)
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(d -> assertThat(manual)
                        .containsPattern(Pattern.quote("(" + d.getFileName() + "/paper.md)"))
                        .containsPattern(Pattern.quote("(" + d.getFileName() + "/ledger.md)")));
    }
}
