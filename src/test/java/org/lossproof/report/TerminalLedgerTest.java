package org.lossproof.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lossproof.claim.ClaimResult;
import org.lossproof.claim.Verification;
import org.lossproof.page.Paper;

class TerminalLedgerTest {
    private static final String LONG =
            "the square of a real number that is not zero is positive, whatever its sign is, "
                    + "and so is the square of the number that is opposite to it, which has the same square, and the claim "
                    + "printed is that of neither of these two, which is what this sentence takes so many words to say";

    @TempDir
    private Path folder;

    /** A page about the square of x, under its own verdict. */
    private static String page(String id, String title, String claim, String verdict, String more) {
        return "# " + id + ": " + title + "\n\n- Place: here\n- Printed: something\n" + verdict
                + "\n```fact printed\nreal x\n" + claim + "\n```\n" + more;
    }

    private String ledger(String... pages) throws IOException {
        StringBuilder list = new StringBuilder("# paper: A paper\n\n- Source: nowhere\n\n");
        for (String page : pages) {
            String id = page.substring(2, page.indexOf(':'));
            Files.writeString(folder.resolve(id + ".md"), page);
            list.append("- [").append(id).append("](").append(id).append(".md)\n");
        }
        Files.writeString(folder.resolve("paper.md"), list);
        Paper paper = Paper.read(folder);
        Verification verification = Verification.of(paper, 1);
        List<ClaimResult> results = verification.checkAll(paper.pages(), r -> {});
        return String.join("\n", TerminalLedger.lines(results, new ReportFacts(paper, verification.settings(), 12.34)));
    }

    @Test
    void whatIsTrueInsteadIsPrintedWholeInLinesOfAtMost110Characters() throws IOException {
        String text = ledger(
                page(
                        "short",
                        "A square is negative",
                        "claim x^2 < 0",
                        "- Verdict: Refuted\n",
                        "\n```fact correction: " + LONG + "\nreal x\nassume x != 0\nclaim x^2 > 0\n```\n"),
                page(
                        "a-claim-whose-name-is-longer-than-names-of-claims-should-be",
                        "A square is not negative, which is a title of some length that does not fit beside the name",
                        "claim x^2 >= 0",
                        "- Verdict: Proved\n",
                        ""));
        assertThat(text.replaceAll("\\s+", " ")).contains("A square is negative instead: " + LONG + " a-claim");
        assertThat(text.lines()).allSatisfy(l -> assertThat(l).hasSizeLessThanOrEqualTo(110));
        assertThat(text).doesNotContain("...").contains("\n    A square is not negative");
        assertThat(text)
                .endsWith("2 claims: 1 Proved, 1 Refuted; all as recorded.\n"
                        + "seed 1, 1 sampled check has a false-fail rate of 1e-09, 12.3 s");
    }

    @Test
    void newPagesAreCountedApart() throws IOException {
        List<String> pages = new ArrayList<>(List.of(page("one", "A square", "claim x^2 >= 0", "", "")));
        assertThat(ledger(pages.toArray(String[]::new))).contains("1 claim: 1 Proved; 1 new.");
        pages.add(page("two", "A square", "claim x^2 >= 0", "- Verdict: Proved\n", ""));
        assertThat(ledger(pages.toArray(String[]::new))).contains("2 claims: 2 Proved; 1 as recorded, 1 new.");
        pages.add(page("three", "A square", "claim x^2 >= 0", "- Verdict: Refuted\n", ""));
        assertThat(ledger(pages.toArray(String[]::new)))
                .contains("3 claims: 3 Proved; 1 as recorded, 1 NOT as recorded, 1 new.");
    }
}
