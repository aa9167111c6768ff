package org.lossproof.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lossproof.loss.InputException;

/** A paper is what stands in its directory; names choose among its claims. */
class PaperTest {
    private static final String BLOCK = "```fact printed\nreal x\nclaim x^2 >= 0\n```\n";

    @TempDir
    private Path folder;

    private void page(String id, String more) throws IOException {
        Files.writeString(
                folder.resolve(id + ".md"),
                "# " + id + ": T\n\n- Place: here\n- Printed: as below\n" + more + "\n" + BLOCK);
    }

    private Paper paper(String... listed) throws IOException {
        StringBuilder text = new StringBuilder("# p: A paper\n\n- Source: nobody, 2026\n\n");
        for (String id : listed) {
            text.append("- [").append(id).append("](").append(id).append(".md)\n");
        }
        Files.writeString(folder.resolve("paper.md"), text);
        return Paper.read(folder);
    }

    @Test
    void pagesComeInTheOrderOfThePaperAndThenTheOthers() throws IOException {
        for (String id : List.of("eq-1", "eq-2", "eq-3", "a-1")) {
            page(id, "");
        }
        Files.writeString(folder.resolve("README.md"), "no page");
        Files.writeString(folder.resolve("ledger.md"), "no page");
        Paper paper = paper("eq-3", "eq-1");
        assertThat(paper.pages()).extracting(Page::id).containsExactly("eq-3", "eq-1", "a-1", "eq-2");
        assertThat(List.of(paper.name(), paper.title(), paper.source()))
                .containsExactly("p", "A paper", "nobody, 2026");
        assertThat(paper.pages().get(0).file()).isEqualTo(folder + "/eq-3.md");
    }

    @Test
    void itsOwnLossesComeFirst() throws IOException {
        Files.createDirectory(folder.resolve("losses"));
        Files.writeString(folder.resolve("losses/mine.loss"), "datum xh with view x\nL = E[x](|f(x)|^4)");
        page("eq-1", "");
        Files.writeString(
                folder.resolve("eq-2.md"),
                "# eq-2: T\n\n- Place: here\n- Printed: as below\n\n```expansion printed\nclaim loss(mine) == tr(S)^2 +"
                        + " 2*tr(SS) at order 4\n```\n");
        Statement statement =
                (Statement) paper("eq-2").pages().get(0).blocks().get(0).statement();
        assertThat(statement.equation().left().data()).hasSize(1);
    }

    @Test
    void aNameChoosesItsClaimOrAllThatBeginWithIt() throws IOException {
        for (String id : List.of("eq-1", "table-1-a", "table-1-b", "table-10")) {
            page(id, "");
        }
        Paper paper = paper("eq-1");
        assertThat(paper.named(List.of("table-1"))).extracting(Page::id).containsExactly("table-1-a", "table-1-b");
        assertThat(paper.named(List.of("table-10", "eq-1")))
                .extracting(Page::id)
                .containsExactly("eq-1", "table-10");
        assertThat(paper.named(List.of())).hasSize(4);
    }

    @Test
    void anUnknownNameIsAnError() throws IOException {
        page("eq-1", "");
        Paper paper = paper("eq-1");
        assertThatThrownBy(() -> paper.named(List.of("eq-1", "eq-99")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("no claim 'eq-99' in p; it has eq-1");
    }

    /** Every paper that ships: its pages are all listed, in the directory as well as on the path of the program. */
    @Test
    void everyPaperThatShipsIsRead() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("proofs"))) {
            List<Path> papers =
                    folders.filter(f -> Files.exists(f.resolve("paper.md"))).toList();
            assertThat(papers).extracting(f -> f.getFileName().toString()).contains(Paper.DEFAULT);
            for (Path folder : papers) {
                Paper shipped = Paper.shipped(folder.getFileName().toString());
                assertThat(shipped.name()).isEqualTo(folder.getFileName().toString());
                Paper read = Paper.read(folder);
                assertThat(read.pages())
                        .extracting(Page::id)
                        .isEqualTo(shipped.pages().stream().map(Page::id).toList());
                assertThat(read.pages())
                        .allSatisfy(p -> assertThat(read.markdown()).contains("(" + p.id() + ".md)"))
                        .allSatisfy(p -> assertThat(p.recorded()).as(p.id()).isPresent());
            }
        }
    }
}
