package org.lossproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayCommandTest {
    private static final List<String> NOT_NEEDED = List.of(
            "com.microsoft.z3", "cc.redberry", "org.matheclipse", "org.lossproof.search", "org.hipparchus.optim");

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Main.run(new PrintWriter(out), new PrintWriter(err), args);
    }

    private void verify() {
        assertThat(run("verify", "eq-18", "eq-15", "--certificates", folder.toString()))
                .isZero();
    }

    @Test
    void whatVerifyWritesIsCheckedAgain() {
        verify();
        assertThat(run("replay", folder.toString(), "--details")).isZero();
        assertThat(out.toString())
                .contains("theorems checked in 2 files", "rest on ROUTES_AGREE", "eq-18.cert: 1 printed holds");
    }

    @Test
    void aDamagedFileIsNamedWithItsPlace() throws IOException {
        verify();
        Path file = folder.resolve("eq-18.cert");
        Files.writeString(file, Files.readString(file).replaceFirst("\\(plus\\s+1", "(plus 2"));
        assertThat(run("replay", folder.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("REJECTED", "eq-18.cert: line ", "theorem '1 printed holds");
        Files.writeString(file, "hello");
        assertThat(run("replay", file.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("does not open with");
    }

    @Test
    void whatIsNoDirectoryOfCertificatesIsAnErrorInOneLine() {
        assertThat(run("replay", folder.resolve("nowhere").toString())).isEqualTo(2);
        assertThat(err.toString().lines()).singleElement().asString().contains("no such directory", "--certificates");
        assertThat(run("replay", folder.toString())).isEqualTo(2);
        assertThat(err.toString().lines()).singleElement().asString().contains("no file that ends in .cert");
        assertThat(run("replay")).isEqualTo(2);
    }

    @Test
    void whereNothingCanBeWrittenIsSaidBeforeTheWorkIsDone() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertThat(run(
                        "verify",
                        "eq-18",
                        "--certificates",
                        file.resolve("below").toString()))
                .isEqualTo(2);
        assertThat(err.toString().lines()).singleElement().asString().contains("--certificates", "no directory");
        assertThat(out.toString()).isEmpty();
    }

    /** In a process of its own, which lists the classes it loads. */
    @Test
    void neitherSolverNorAlgebraSystemNorSearcherIsLoaded() throws Exception {
        verify();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-verbose:class",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        "org.lossproof.cli.Main",
                        "replay",
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        List<String> lines;
        try (Stream<String> printed =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines()) {
            lines = printed.toList();
        }
        assertThat(process.waitFor()).isZero();
        assertThat(lines).anyMatch(l -> l.contains("org.lossproof.kernel.ConeCheck"));
        assertThat(lines).anyMatch(l -> l.contains("theorems checked in 2 files"));
        for (String name : NOT_NEEDED) {
            assertThat(lines).as(name).noneMatch(l -> l.contains(name));
        }
    }
}
