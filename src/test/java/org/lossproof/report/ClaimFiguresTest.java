package org.lossproof.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lossproof.cli.Main;

/** A report: a claim shows the figure of its name, and the explorer stands beside the ledger. */
class ClaimFiguresTest {
    private static final String SVG = """
            <svg xmlns="http://www.w3.org/2000/svg"><title>A &lt;curve&gt;</title><desc>It rises.</desc></svg>
            """;

    @TempDir
    private Path directory;

    private Path paper;
    private Path report;
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void aPaperOfTwoClaims() throws IOException {
        paper = Files.createDirectory(directory.resolve("small"));
        report = directory.resolve("report");
        Files.writeString(paper.resolve("paper.md"), """
                # small: A small paper

                - Source: nobody, nowhere

                ## Claims

                - [fig-9](fig-9.md)
                - [eq-1](eq-1.md)
                """);
        for (String id : List.of("fig-9", "eq-1")) {
            Files.writeString(paper.resolve(id + ".md"), """
                    # %s: A square is not negative

                    - Place: here
                    - Printed: x^2 is not negative.
                    - Verdict: Proved

                    ```fact printed
                    real x
                    claim x^2 >= 0
                    ```
                    """.formatted(id));
        }
    }

    private int verify(String... more) {
        List<String> args = new java.util.ArrayList<>(List.of("verify", "--paper", paper.toString()));
        args.addAll(List.of(more));
        return Main.run(new PrintWriter(new StringWriter()), new PrintWriter(err), args.toArray(String[]::new));
    }

    @Test
    void aFigureThatWasDrawnStandsOnThePageOfItsClaim() throws IOException {
        Path drawn = Files.createDirectory(directory.resolve("drawn"));
        Files.writeString(drawn.resolve("fig-9.svg"), SVG);
        Files.writeString(drawn.resolve("fig-9.csv"), "x,y");
        assertThat(verify("--report", report.toString(), "--figures", drawn.toString()))
                .as(err.toString())
                .isZero();
        assertThat(report.resolve("figures/fig-9.svg")).hasContent(SVG);
        assertThat(report.resolve("fig-9.html"))
                .content()
                .contains("<img src=\"figures/fig-9.svg\" alt=\"A &lt;curve&gt;\">", "A &lt;curve&gt;. It rises.")
                .contains("<a href=\"figures/fig-9.csv\">CSV</a>")
                .doesNotContain("PNG");
        assertThat(report.resolve("eq-1.html")).content().doesNotContain("<img");
        assertThat(report.resolve("index.html")).content().contains("href=\"explorer.html\"");
        assertThat(report.resolve("explorer.html")).content().contains("href=\"index.html\"", "\"name\":\"infonce\"");
    }

    @Test
    void whatNeedsNoTrainingIsDrawnByTheReport() throws IOException {
        var shown = ClaimFigures.write(directory, List.of("eq-1", "fig-1", "fig-5-left"), java.util.Optional.empty());
        assertThat(shown).containsOnlyKeys("fig-1");
        assertThat(shown.get("fig-1").files())
                .containsExactly("figures/fig-1.svg", "figures/fig-1.png", "figures/fig-1.csv")
                .allMatch(f -> Files.exists(directory.resolve(f)));
        assertThat(shown.get("fig-1").title()).startsWith("Landscapes");
    }

    @Test
    void badFiguresAreOneLine() throws IOException {
        assertThat(verify("--figures", "nowhere")).isEqualTo(2);
        assertThat(verify("--report", report.toString(), "--figures", "nowhere"))
                .isEqualTo(2);
        assertThat(err.toString().strip().lines())
                .containsExactly(
                        "lossproof: --figures nowhere: figures of what? give --report DIR as well",
                        "lossproof: --figures nowhere: no such directory; 'lossproof figures --out DIR' makes one");
        assertThat(report).doesNotExist();
        Path drawn = Files.createDirectory(directory.resolve("drawn"));
        Files.writeString(drawn.resolve("fig-9.svg"), "no picture");
        assertThat(verify("--report", report.toString(), "--figures", drawn.toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("lossproof: " + drawn.resolve("fig-9.svg") + ": is no SVG: ");
        assertThat(report).doesNotExist();
    }
}
