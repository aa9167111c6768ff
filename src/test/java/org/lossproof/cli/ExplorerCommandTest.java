package org.lossproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command explorer: where the page goes, whose losses it has, and what it refuses. */
class ExplorerCommandTest {
    @TempDir
    private Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        return Main.run(new PrintWriter(out), new PrintWriter(err), args);
    }

    /** One line on the error stream, exit code 2, and nothing written. */
    private void refuses(String line, String... args) throws IOException {
        assertThat(run(args)).isEqualTo(Main.BAD_INPUT);
        assertThat(err.toString().strip()).isEqualTo("lossproof: " + line);
        try (Stream<Path> written = Files.walk(directory)) {
            assertThat(written)
                    .noneMatch(
                            f -> f.toString().endsWith(".html") || f.toString().endsWith(".part"));
        }
    }

    @Test
    void aDirectoryGetsThePageOfTheWholeCatalogue() {
        Path folder = directory.resolve("new");
        assertThat(run("explorer", "--out", folder.toString())).isZero();
        assertThat(out.toString().strip()).isEqualTo("wrote " + folder.resolve("explorer.html"));
        assertThat(folder.resolve("explorer.html"))
                .content()
                .contains("\"name\":\"weighted-infonce\"", "\"name\":\"barlow-twins\"")
                .doesNotContain("{{explorer", "{{data", "<link", "<script src");
    }

    @Test
    void aFileHoldsTheLossesThatWereNamed() throws IOException {
        Path loss = Files.writeString(directory.resolve("steep.loss"), """
                loss steep "<b>steep</b> </script>"
                param tau > 0 example 2
                L = tau^2 * loss(infonce)
                """);
        Path page = directory.resolve("one.html");
        assertThat(run("explorer", loss.toString(), "spectral-contrastive", "--out", page.toString()))
                .as(err.toString())
                .isZero();
        assertThat(page)
                .content()
                .contains("\"name\":\"steep\"", "\"name\":\"spectral-contrastive\"", "{\"tau\":2}")
                .contains("\\u003cb>steep")
                .doesNotContain("<b>steep", "\"name\":\"infonce\"");
    }

    @Test
    void anUnknownLossIsOneLine() throws IOException {
        refuses(
                "no loss 'infonc' in the catalogue; did you mean 'infonce'? A path of a .loss file works too.",
                "explorer",
                "infonc",
                "--out",
                directory.toString());
    }

    @Test
    void aLossThatIsNoLandscapeOfModesIsOneLine() throws IOException {
        Path loss = Files.writeString(directory.resolve("g.loss"), """
                loss g "no landscape"
                L = loss(infonce) + (|W|^2)^2
                """);
        refuses(
                "the landscape of g has the term tr(G)^2, which is no function of the modes; tr(..) and sum_i(..) of A and C are",
                "explorer",
                loss.toString(),
                "--out",
                directory.toString());
    }

    @Test
    void twoLossesOfOneNameAreOneLine() throws IOException {
        Path loss = Files.writeString(directory.resolve("own.loss"), "loss infonce \"mine\"\nL = 2 * loss(infonce)\n");
        refuses(
                "two losses are called infonce; give one of them another name",
                "explorer",
                "infonce",
                loss.toString(),
                "--out",
                directory.toString());
    }

    @Test
    void aPlaceThatCannotBeWrittenIsOneLine() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "in the way");
        Path page = file.resolve("explorer.html");
        refuses(
                page + ": cannot be written: FileAlreadyExistsException " + file
                        + "; name a file or directory with --out",
                "explorer",
                "infonce",
                "--out",
                page.toString());
    }
}
