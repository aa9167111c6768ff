package org.lossproof.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lossproof.page.LedgerRow;
import org.lossproof.page.Page;
import org.lossproof.page.Paper;
import org.lossproof.page.Verdict;

/** The ledger beside the pages of every paper says what they say; what a claim rests on is compared where certificates are made. */
class LedgersTest {
    static Stream<String> papers() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("proofs"))) {
            return folders
                    .filter(f -> Files.exists(f.resolve("paper.md")))
                    .map(f -> f.getFileName().toString())
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("papers")
    void theLedgerListsEveryClaimAsItsPageHasIt(String name) throws IOException {
        Paper paper = Paper.read(Path.of("proofs", name));
        String text = Files.readString(Path.of("proofs", name, "ledger.md"));
        List<List<String>> rows = text.lines()
                .filter(l -> l.startsWith("| ["))
                .map(LedgerRow::cells)
                .toList();
        assertThat(rows).allMatch(r -> r.size() == 5);
        List<List<String>> expected = new ArrayList<>();
        List<List<String>> found = new ArrayList<>();
        for (int i = 0; i < paper.pages().size(); i++) {
            Page page = paper.pages().get(i);
            expected.add(row(page));
            List<String> row = i < rows.size() ? rows.get(i) : List.of("", "", "", "", "");
            boolean derived = corrections(page).isEmpty();
            // Without a sentence of the page what is true instead is derived in the run.
            assertThat(!derived
                            || page.recorded().filter(v -> v == Verdict.REFUTED).isPresent()
                            || row.get(4).isEmpty())
                    .as("%s: nothing is true instead of what is not refuted", page.id())
                    .isTrue();
            found.add(List.of(row.get(0), row.get(1), row.get(2), derived ? "" : row.get(4)));
        }
        assertThat(rows).as(LedgerRow.remedy(name)).hasSameSizeAs(expected);
        assertThat(found).as(LedgerRow.remedy(name)).isEqualTo(expected);
        assertThat(text)
                .startsWith("# Ledger of " + paper.name() + "\n")
                .contains(paper.title() + " (" + paper.source() + ").", counts(paper));
    }

    private static List<String> row(Page page) {
        return List.of(
                "[" + page.id() + "](" + page.id() + ".md), " + page.place(),
                page.printed(),
                page.recorded().map(Verdict::label).orElse("(new)"),
                corrections(page));
    }

    private static String corrections(Page page) {
        if (page.recorded().filter(v -> v == Verdict.REFUTED).isEmpty()) {
            return "";
        }
        return page.in(Page.Role.CORRECTION).stream().map(Page.Block::label).collect(Collectors.joining(" "));
    }

    private static String counts(Paper paper) {
        List<String> each = new ArrayList<>();
        for (Verdict verdict : Verdict.values()) {
            long n = paper.pages().stream()
                    .filter(p -> p.recorded().filter(v -> v == verdict).isPresent())
                    .count();
            if (n > 0) {
                each.add(n + " " + verdict.label());
            }
        }
        return paper.pages().size() + " claims: " + String.join(", ", each) + ".";
    }
}
