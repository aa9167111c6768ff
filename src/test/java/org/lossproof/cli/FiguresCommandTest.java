package org.lossproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command writes the figures that it is asked for and says which files. */
class FiguresCommandTest {
    @TempDir
    private Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        return Main.run(new PrintWriter(out), new PrintWriter(err), args);
    }

    @Test
    void aLineAFile() {
        Path to = directory.resolve("drawn");
        assertThat(run("figures", "fig-1", "--out", to.toString())).isZero();
        assertThat(out.toString().lines())
                .containsExactly(
                        "wrote " + to.resolve("fig-1.svg"),
                        "wrote " + to.resolve("fig-1.png"),
                        "wrote " + to.resolve("fig-1.csv"));
        assertThat(to.resolve("fig-1.csv")).content().contains("# parameter: seed = 1 ");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void anUnknownNameIsOneLineAndNothingIsWritten() {
        Path to = directory.resolve("drawn");
        assertThat(run("figures", "fig-3", "fig1", "--out", to.toString())).isEqualTo(Main.BAD_INPUT);
        assertThat(err.toString().strip())
                .isEqualTo("lossproof: no figure 'fig1'; did you mean 'fig-1'?")
                .doesNotContain("\n");
        assertThat(Files.exists(to)).isFalse();
    }
}
