package org.lossproof.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lossproof.loss.Catalogue;
import org.lossproof.loss.Losses;
import org.lossproof.loss.Notation;
import org.lossproof.loss.Span;

/** What reports typeset is TeX. */
class TypesettingTest {
    static Stream<Path> papers() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("proofs"))) {
            List<Path> found = folders.filter(f -> Files.exists(f.resolve("paper.md")))
                    .sorted()
                    .toList();
            return found.stream();
        }
    }

    static List<String> losses() {
        return Catalogue.names();
    }

    @ParameterizedTest
    @MethodSource("papers")
    void everyFormulaOfAPaperIsTex(Path paper) {
        List<Page.Block> blocks = Paper.read(paper).pages().stream()
                .flatMap(p -> p.blocks().stream())
                .toList();
        assertThat(blocks)
                .isNotEmpty()
                .allSatisfy(b -> assertThat(TexCheck.problem(b.statement().tex()))
                        .as(b.span() + ": " + b.statement().tex())
                        .isEmpty());
    }

    @ParameterizedTest
    @MethodSource("losses")
    void everyLossOfTheCatalogueIsTex(String name) {
        assertThat(TexCheck.problem(Notation.tex(Catalogue.load(name)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\mathit{L_v_v}",
                "L_v_v",
                "x^2^3",
                "x'^2",
                "\\frac{-}{2T}",
                "\\frac{}{2T}",
                "\\text{a_b}",
                "{x",
                "\\left(x",
                "_1",
                "x_"
            })
    void theCheckRefusesWhatTexDoes(String tex) {
        assertThat(TexCheck.problem(tex)).isPresent();
    }

    @Test
    void anExistentialFactIsAllOfItForSomeValues() {
        Fact fact = Fact.parse("real x, y\nassume x > 0 and y > x\nassume x == 1 or y == 1\nexists y == 2", "t");
        assertThat(fact.tex())
                .isEqualTo("\\text{for some values:}\\; x > 0,\\allowbreak\\; y > x,\\allowbreak\\;"
                        + " \\left(x = 1 \\;\\text{or}\\allowbreak\\; y = 1\\right),\\allowbreak\\; y = 2");
    }

    @Test
    void whatIsJoinedByArrowsKeepsItsBrackets() {
        Fact fact = Fact.parse("real x, y\nassume y > 0\nclaim (x > 0 => y > 0) and (y < 0 => x < 0 or x == 0)", "t");
        assertThat(fact.tex())
                .isEqualTo(
                        "y > 0 \\;\\Rightarrow\\; \\left(x > 0 \\;\\Rightarrow\\; y > 0\\right),\\allowbreak\\; \\left(y < 0"
                                + " \\;\\Rightarrow\\; x < 0 \\;\\text{or}\\allowbreak\\; x = 0\\right)");
        assertThat(Fact.parse("real x\nassume x > 0\nclaim x > 1 <=> x > 2", "t")
                        .tex())
                .isEqualTo("x > 0 \\;\\Rightarrow\\; \\left(x > 1 \\;\\Leftrightarrow\\; x > 2\\right)");
        ModelProperty property = new ModelPropertyParser(
                        "for lowest\nassume any[i](a_i > 0)\nclaim rank >= 1",
                        new Span("t", 1, 1),
                        Optional.of(new SettingParser("landscape infonce", new Span("t", 1, 1), Losses.CATALOGUE)
                                .setting()),
                        Losses.CATALOGUE)
                .property();
        assertThat(property.tex())
                .endsWith("\\left(\\exists i:\\; a_{i} > 0\\right) \\;\\Rightarrow\\; \\mathit{rank} \\ge 1");
    }
}
