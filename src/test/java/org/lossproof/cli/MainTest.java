package org.lossproof.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lossproof.page.Page;
import org.lossproof.page.Paper;

class MainTest {
    private record Output(int code, String out, String err) {}

    private static Output run(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.run(new PrintWriter(out), new PrintWriter(err), args);
        return new Output(code, out.toString(), err.toString());
    }

    private static JsonNode json(String... args) throws IOException {
        Output output = run(args);
        assertThat(output.code()).as(output.err()).isZero();
        return new ObjectMapper().readTree(output.out());
    }

    @Test
    void deriveGivesTheTermsOfTheInterface() throws IOException {
        JsonNode tree = json(
                "derive",
                "weighted-infonce",
                "--order",
                "2",
                "--set",
                "N=71",
                "--set",
                "alpha=1",
                "--json",
                "--no-samples");
        assertThat(tree.get("loss").asText()).isEqualTo("weighted-infonce");
        assertThat(tree.get("order").asInt()).isEqualTo(2);
        assertThat(tree.get("terms")).hasSize(1);
        assertThat(tree.get("terms").get(0).toString())
                .isEqualTo("{\"order\":2,\"invariant\":\"tr(A)\",\"coefficient\":\"-70/71\"}");
        assertThat(tree.fieldNames())
                .toIterable()
                .containsExactly(
                        "loss",
                        "order",
                        "parameters",
                        "terms",
                        "formula",
                        "B",
                        "collapse",
                        "normalisation",
                        "routes",
                        "seed",
                        "samples");
        assertThat(tree.get("parameters").toString()).isEqualTo("{\"N\":\"71\",\"alpha\":\"1\"}");
        assertThat(tree.get("B").asText()).isEqualTo("70/71 A0");
    }

    @Test
    void listNamesLossesAndClaims() throws IOException {
        JsonNode tree = json("list", "--json");
        assertThat(tree.get("losses").findValuesAsText("name"))
                .contains("infonce", "weighted-infonce", "beta-infonce", "spectral-contrastive", "barlow-twins");
        assertThat(tree.get("claims").findValuesAsText("id")).contains("eq-15", "prop-2");
    }

    @Test
    void listWithAPaperHasItsLosses(@TempDir Path folder) throws IOException {
        String paper = folder.resolve("p").toString();
        run("new", "--paper", paper);
        assertThat(json("list", "--paper", paper, "--json").get("losses").findValuesAsText("name"))
                .contains("example", "infonce");
    }

    @Test
    void verifyGivesVerdictAndCorrection() throws IOException {
        JsonNode claim =
                json("verify", "eq-15", "--json", "--seed", "5").get("claims").get(0);
        assertThat(claim.get("verdict").asText()).isEqualTo("Refuted");
        String sentence = Paper.shipped(Paper.DEFAULT).named(List.of("eq-15")).get(0).in(Page.Role.CORRECTION).stream()
                .map(Page.Block::label)
                .collect(Collectors.joining(" "));
        assertThat(claim.get("correction").asText()).isEqualTo(sentence).isNotBlank();
        assertThat(claim.get("evidence")).isNotEmpty();
    }

    @Test
    void landscapeSolvesTheLossItselfWithoutExpansion() throws IOException {
        // c/(a + c) = 3/8: y (1 + y)/2 = 3/8 at y = 1/2, so W'W (a + c) = 1.
        JsonNode tree = json("landscape", "infonce", "--a", "5", "--c", "3", "--d1", "1", "--exact", "--json");
        assertThat(tree.at("/globalMinimum/wtw/0").asDouble())
                .isCloseTo(0.125, org.assertj.core.api.Assertions.within(1e-12));
        assertThat(tree.at("/notes/0").asText()).contains("58 % low");
    }

    @Test
    void landscapeGivesItsStationaryPoints() throws IOException {
        JsonNode tree = json("landscape", "infonce", "--a", "1,0.6,0.3", "--c", "0.4,1.1,0.7", "--d1", "2", "--json");
        assertThat(tree.get("b")).hasSize(3);
        assertThat(tree.get("stationaryPoints")).hasSize(7);
        assertThat(tree.get("globalMinimum").get("mask").toString()).isEqualTo("[1,1,0]");
        assertThat(tree.get("globalMinimum").get("wtw").get(0).asDouble()).isCloseTo(2.0 / 3 / 1.96, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "derive nothing",
                "derive infonce --order 0",
                "derive infonce --order 3",
                "derive infonce --order -2",
                "derive infonce --order 1000",
                "derive weighted-infonce --set N=0",
                "derive",
                "verify eq-99",
                "frobnicate",
                "landscape infonce --a 1,-1 --c 1,1 --d1 1",
                "landscape infonce --a 1 --d1 1",
                "landscape infonce --data nothing.json --d1 1",
                "landscape infonce --a NaN --c 1 --d1 1",
                "landscape infonce --a 1 --c 1,2 --d1 1",
                "landscape infonce --a 1 --c 1 --d1 0",
                "landscape infonce --a 1 --c 1 --d1 1 --normalize 1 --kappa -1",
                "landscape infonce --a 0 --c 0 --d1 1",
                "landscape weighted-infonce --a 1 --c 1 --d1 1 --exact",
                "landscape infonce --a 1 --c 1 --d1 1 --exact --bias",
                "landscape infonce --a 1 --c 1 --d1 1 --exact --weight-decay 1/10",
                "landscape infonce --a 1 --c 1,2 --d1 1 --exact",
                "new ../evil"
            })
    void badInputIsOneLineAndExitCode2(String command) {
        Output output = run(command.split(" ", -1));
        assertThat(output.code()).isEqualTo(2);
        assertThat(output.err().strip()).startsWith("lossproof: ").doesNotContain("\n");
        assertThat(output.out()).isEmpty();
    }

    @Test
    void aLossThatIsNotInTheCatalogueMayBeAFile() {
        assertThat(run("landscape", "infonec", "--a", "1", "--c", "1", "--d1", "1")
                        .err())
                .contains(
                        "no loss 'infonec' in the catalogue; did you mean 'infonce'? A path of a .loss file works too.");
    }

    @Test
    void theReportOpensWithoutANetwork(@TempDir Path folder) throws IOException {
        Path report = folder.resolve("report");
        assertThat(run("verify", "eq-15", "eq-18", "--report", report.toString())
                        .code())
                .isZero();
        String index = Files.readString(report.resolve("index.html"));
        assertThat(index).contains("eq-15.html", "eq-18.html").doesNotContain("http://", "https://");
        String page = Files.readString(report.resolve("eq-15.html"));
        assertThat(page).contains("<svg", "\\operatorname{tr}", "derived").doesNotContain("src=\"http", "href=\"http");
        assertThat(page).contains("href=\"katex/LICENSE\"");
        assertThat(report.resolve("katex/LICENSE")).content().contains("Permission is hereby granted");
        assertThat(report.resolve("katex/katex.min.js")).exists();
        assertThat(report.resolve("katex/fonts")).isDirectoryContaining("glob:**/KaTeX_Main-Regular.woff2");
        assertThat(run("verify", "eq-18", "--report", report.toString()).code()).isZero();
        assertThat(report.resolve("eq-15.html")).doesNotExist();
    }

    @Test
    void aReportDoesNotReplaceWhatIsNotItsOwn(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("thesis.tex"), "mine");
        Output output = run("verify", "eq-18", "--report", folder.toString());
        assertThat(output.code()).isEqualTo(2);
        assertThat(folder.resolve("thesis.tex")).exists();
    }
}
