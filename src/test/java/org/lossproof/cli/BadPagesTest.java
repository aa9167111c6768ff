package org.lossproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is wrong in a directory of pages is said in one line with file, line and column, and exit code 2. */
class BadPagesTest {
    private static final String PAPER = """
            # small: A small paper

            - Source: nobody, nowhere, 2026

            ## Claims

            - [g](g.md)
            """;
    private static final String PAGE = """
            # g: A good page

            - Place: Eq. (1)
            - Printed: a square is not negative
            - Verdict: Proved

            Prose.

            ```setting
            granted L = -tr(B) + tr(SS)
            ```

            ```fact printed
            real x
            claim x^2 >= 0
            ```

            ```property step holds: b_i over s_i
            for mode i
            claim g_i*s_i == b_i
            ```
            """;

    @TempDir
    private Path folder;

    private record Output(int code, String out, String err) {}

    private static Output verify(Path paper) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.run(new PrintWriter(out), new PrintWriter(err), "verify", "--paper", paper.toString());
        return new Output(code, out.toString(), err.toString());
    }

    /** A directory: its files, and what must be said of it. */
    private record Bad(String name, Map<String, byte[]> files, String place, String message) {
        void check(Path paper) throws IOException {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Path path = paper.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.write(path, file.getValue());
            }
            Output output = verify(paper);
            assertThat(output.err().strip())
                    .startsWith("lossproof: " + paper + "/" + place + ": ")
                    .contains(message)
                    .doesNotContain("\n", "Exception");
            assertThat(output.code()).isEqualTo(2);
            assertThat(output.out()).isEmpty();
        }
    }

    private static Map<String, byte[]> files(String... namesAndTexts) {
        Map<String, byte[]> out = new LinkedHashMap<>();
        out.put("paper.md", bytes(PAPER));
        out.put("g.md", bytes(PAGE));
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            out.put(namesAndTexts[i], bytes(namesAndTexts[i + 1]));
        }
        return out;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Bad paper(String name, String from, String to, String place, String message) {
        assertThat(PAPER).contains(from);
        return new Bad(name, files("paper.md", PAPER.replace(from, to)), "paper.md:" + place, message);
    }

    private static Bad page(String name, String from, String to, String place, String message) {
        assertThat(PAGE).contains(from);
        return new Bad(name, files("g.md", PAGE.replace(from, to)), "g.md:" + place, message);
    }

    private static Bad setting(String name, String lines, String place, String message) {
        return page(name, "granted L = -tr(B) + tr(SS)\n", lines + "\n", place, message);
    }

    private static Bad fact(String name, String lines, String place, String message) {
        return page(name, "real x\nclaim x^2 >= 0\n", lines + "\n", place, message);
    }

    private static Bad property(String name, String lines, String place, String message) {
        return page(name, "for mode i\nclaim g_i*s_i == b_i\n", lines + "\n", place, message);
    }

    private static Bad experiment(String name, String lines, String place, String message) {
        return page(
                name,
                "```fact printed\nreal x\nclaim x^2 >= 0\n",
                "```experiment printed\n" + lines + "\n",
                place,
                message);
    }

    private static final String TRAINED =
            "train infonce\nmodes 2\nset c = 1\nset N = 8\nnoise expected\nrate 1/10\nsteps 2\n";

    private static List<Bad> experiments() {
        return List.of(
                experiment("nothing trained", "modes 2\nclaim 1 > 0", "14:1", "opens with the line 'train LOSS'"),
                experiment("an unknown loss", "train infonc", "14:7", "did you mean 'infonce'?"),
                experiment("no measure", TRAINED + "claim smallest > 0", "21:7", "'smallest' is not declared"),
                experiment(
                        "an error without a ridge",
                        TRAINED + "measure e = error\nclaim e > 0",
                        "21:13",
                        "write 'ridge 1/1000'"),
                experiment(
                        "a population that is too small",
                        TRAINED.replace("set N = 8", "set N = 4") + "set population = 4\nmeasure m = loss\nclaim m < 0",
                        "13:1",
                        "cannot have the second moments"),
                experiment(
                        "more models than a page may ask for",
                        TRAINED.replace("set N = 8", "set N = 64")
                                + "seeds 9999\nover init = 1, 2, 3\nmeasure m = loss\nclaim m < 0",
                        "14:1",
                        "at most 20000 are"));
    }

    private static Bad expansion(String name, String lines, String place, String message) {
        return page(
                name,
                "```fact printed\nreal x\nclaim x^2 >= 0\n",
                "```expansion printed\n" + lines + "\n",
                place,
                message);
    }

    private static List<Bad> papers() {
        List<Bad> out = new ArrayList<>();
        Map<String, byte[]> none = files();
        none.remove("paper.md");
        out.add(new Bad("no paper.md", none, "paper.md:1:1", "no such file; 'lossproof new --paper DIR'"));
        Map<String, byte[]> empty = files("paper.md", PAPER.replace("- [g](g.md)\n", ""));
        empty.remove("g.md");
        out.add(new Bad("no page", empty, "paper.md:1:1", "the paper has no page"));
        out.add(paper("no name", "# small: A", "# A", "1:1", "# NAME: title of the paper"));
        out.add(paper("empty title", "# small: A small paper", "# small: ", "1:1", "# NAME: title of the paper"));
        out.add(paper("no source", "- Source: nobody, nowhere, 2026", "", "2:1", "- Source: authors, where, when"));
        out.add(paper("a page that is not there", "(g.md)\n", "(g.md)\n- [h](h.md)\n", "8:1", "there is no page"));
        out.add(paper("listed twice", "(g.md)\n", "(g.md)\n- [g](g.md)\n", "8:1", "'g' is listed twice"));
        out.add(paper("no id", "(g.md)\n", "(g.md)\n- [h](h_1.md)\n", "8:1", "'h_1' is no id of a claim"));
        out.add(new Bad("a file that is no id", files("eq 1.md", PAGE), "eq 1.md:1:1", "'eq 1' is no id of a claim"));
        Map<String, byte[]> binary = files();
        binary.put("g.md", new byte[] {'#', ' ', 'g', ':', 0, 1, 2});
        out.add(new Bad("a binary file", binary, "g.md:1:1", "a binary file"));
        Map<String, byte[]> latin = files();
        latin.put("g.md", PAGE.replace("Prose", "Caf\u00e9").getBytes(StandardCharsets.ISO_8859_1));
        out.add(new Bad("not UTF-8", latin, "g.md:1:1", "not a text file in UTF-8"));
        out.add(new Bad(
                "too long", files("g.md", PAGE + "x".repeat(1_000_001)), "g.md:1:1", "the file has more than 1 MB"));
        out.add(new Bad(
                "a loss of its own that cannot be read",
                files(
                        "losses/my.loss",
                        "L = log(\n",
                        "g.md",
                        PAGE.replace("granted L = -tr(B) + tr(SS)", "landscape my")),
                "losses/my.loss:2:1",
                "found the end"));
        return out;
    }

    private static List<Bad> pages() {
        return List.of(
                page("another id", "# g:", "# h:", "1:1", "a page opens with the line '# g: title'"),
                page("no title", "# g: A good page", "A good page", "1:1", "a page opens with"),
                page(
                        "no list",
                        "- Place: Eq. (1)\n- Printed: a square is not negative\n- Verdict: Proved\n",
                        "",
                        "2:1",
                        "below the title stands the list"),
                page("no place", "- Place: Eq. (1)\n", "", "4:1", "has no line '- Place: ...'"),
                page(
                        "no printed statement",
                        "- Printed: a square is not negative\n",
                        "",
                        "4:1",
                        "has no line '- Printed: ...'"),
                page(
                        "a second verdict",
                        "- Verdict: Proved\n",
                        "- Verdict: Proved\n- Verdict: Refuted\n",
                        "6:3",
                        "a second 'Verdict:'"),
                page("no verdict of ours", "Proved", "Right", "5:3", "'Right' is no verdict"),
                page("an unknown field", "- Verdict:", "- Verdikt:", "5:3", "'Verdikt' is no field of a page"),
                page(
                        "a field in the prose",
                        "Prose.",
                        "Verdict: Proved",
                        "7:1",
                        "a field stands in the list below the title"),
                page("a second title", "Prose.", "# Another", "7:1", "a second title"),
                page("an unknown fence", "```fact printed", "```lemma printed", "13:4", "'lemma' is no kind of fence"),
                page(
                        "a fence of the old language",
                        "```fact printed",
                        "```claim printed",
                        "13:4",
                        "'claim' is no kind of fence"),
                page("a misspelt role", "```fact printed", "```fact pritned", "13:9", "'pritned' is no role"),
                page("no role", "```fact printed", "```fact", "13:8", "'' is no role"),
                page("a setting with a role", "```setting", "```setting printed", "9:12", "a setting has no role"),
                page(
                        "a correction without a label",
                        "```fact printed",
                        "```fact correction",
                        "13:9",
                        "a correction has a label"),
                page("a fence that is not closed", "b_i\n```\n", "b_i\n", "18:1", "this fence is not closed"),
                page(
                        "an indented fence",
                        "```fact printed",
                        "  ```fact printed",
                        "13:3",
                        "a fence stands at the beginning of a line"),
                page(
                        "nothing printed",
                        "```fact printed",
                        "```fact step holds",
                        "1:1",
                        "the page states nothing as printed"),
                page("an empty block", "real x\nclaim x^2 >= 0\n", "", "13:1", "an empty block"),
                page(
                        "an unknown claim is used",
                        "- Verdict",
                        "- Uses: eq-99\n- Verdict",
                        "5:9",
                        "builds on 'eq-99', which is no claim"),
                page("it uses itself", "- Verdict", "- Uses: g\n- Verdict", "5:9", "builds on 'g', which is itself"),
                page(
                        "it uses a sentence",
                        "- Verdict",
                        "- Uses: eq. 99\n- Verdict",
                        "5:3",
                        "'eq. 99' is no id of a claim"),
                page(
                        "a property without a setting",
                        "```setting\ngranted L = -tr(B) + tr(SS)\n```\n",
                        "",
                        "16:1",
                        "a property speaks of a landscape"));
    }

    private static List<Bad> settings() {
        return List.of(
                setting("an empty setting", "", "10:1", "here are none"),
                setting("a landscape twice", "landscape infonce\ngranted L = -tr(B) + tr(SS)", "10:1", "here are both"),
                setting("an unknown loss", "landscape infonec", "10:11", "did you mean 'infonce'"),
                setting(
                        "the beginning of a loss",
                        "landscape weighted",
                        "10:11",
                        "the catalogue has no loss 'weighted'; did you mean 'weighted-infonce'?"),
                setting("no line of a setting", "granted L = -tr(B) + tr(SS)\nmods 2", "11:1", "did you mean 'modes'"),
                setting(
                        "modes twice",
                        "granted L = -tr(B) + tr(SS)\nmodes 2\nmodes 3",
                        "12:1",
                        "a second line 'modes'"),
                setting(
                        "no number of modes",
                        "granted L = -tr(B) + tr(SS)\nmodes two",
                        "11:7",
                        "a number of modes is needed"),
                setting("no modes", "granted L = -tr(B) + tr(SS)\nmodes 0", "11:7", "a number of modes is needed"),
                setting(
                        "too many entries",
                        "granted L = -tr(B) + tr(SS)\nmodes 4\nrows 3",
                        "10:1",
                        "at most 9 entries"),
                setting(
                        "penalty and constraint",
                        "granted L = -tr(B) + tr(SS)\npenalty kappa, c\nconstraint c",
                        "12:1",
                        "not both"),
                setting(
                        "a penalty of another name",
                        "granted L = -tr(B) + tr(SS)\npenalty k, c",
                        "11:9",
                        "'kappa' is needed"),
                setting(
                        "a bias that does not cancel",
                        "landscape spectral-contrastive\nbias",
                        "11:1",
                        "a bias does not cancel"),
                setting(
                        "B with a logarithm",
                        "granted L = -tr(B) + tr(SS)\ngranted B = log(a)",
                        "11:13",
                        "the eigenvalue of B in a mode is made of"),
                setting("a form without -tr(B)", "granted L = tr(SS)", "10:13", "'-' is needed"),
                setting("a form of order 2", "granted L = -tr(B) + tr(S)", "10:22", "products of traces of order 4"),
                setting(
                        "a form of something else",
                        "granted L = -tr(B) + log(tr(S))",
                        "10:22",
                        "products of traces of order 4"),
                setting("a form with an unknown name", "granted L = -tr(B) + k*tr(SS)", "10:22", "'k'"),
                setting(
                        "two forms",
                        "granted L = -tr(B) + tr(SS)\ngranted L = -tr(B) + tr(AA)",
                        "11:9",
                        "a second 'granted L"),
                setting("a form of neither", "granted K = tr(SS)", "10:9", "'B' is needed"),
                setting(
                        "B with an unknown name",
                        "granted L = -tr(B) + tr(SS)\ngranted B = a - beta*c",
                        "11:17",
                        "'beta'"),
                setting(
                        "a premise with an unknown name",
                        "granted L = -tr(B) + tr(SS)\npremise g: b = a - k*c",
                        "11:20",
                        "'k'"),
                setting(
                        "a premise without a colon",
                        "granted L = -tr(B) + tr(SS)\npremise g b = a - c",
                        "11:11",
                        "':' is needed"),
                setting(
                        "a premise of an unknown claim",
                        "granted L = -tr(B) + tr(SS)\npremise h: b = a - c",
                        "11:9",
                        "builds on 'h', which is no claim"));
    }

    private static List<Bad> facts() {
        return List.of(
                fact("no claim", "real x", "14:1", "a fact has one line 'claim ..' or 'exists ..'"),
                fact("a second claim", "real x\nclaim x^2 >= 0\nexists x > 0", "16:1", "a second claim"),
                fact(
                        "an unknown name",
                        "real x\nclaim y^2 >= 0",
                        "15:7",
                        "'y' is not declared; it is no name of the landscape above; write 'real y' before it is used"),
                fact("a misspelt name", "claim lamdba1 >= 0", "14:7", "did you mean 'lambda1'?"),
                page(
                        "a name of a landscape without one",
                        "```setting\ngranted L = -tr(B) + tr(SS)\n```\n\n```fact printed\nreal x\nclaim x^2 >= 0\n",
                        "```fact printed\nclaim a1 >= 0\n",
                        "10:7",
                        "no setting above names a landscape that it could belong to; write 'real a1'"),
                fact("a name of a loss that has no parameters", "real x\nassume N > 0\nclaim x^2 >= 0", "15:8", "'N'"),
                fact("an unknown predicate", "real x\nassume minimal\nclaim x^2 >= 0", "15:8", "'minimal'"),
                fact("a mode that is not there", "claim s2 >= 0", "14:7", "'s2'"),
                fact(
                        "a logarithm",
                        "real x\nassume x > 0\nclaim log(x) <= x - 1",
                        "16:7",
                        "a fact compares expressions"),
                fact(
                        "a power that is no number",
                        "real x\nassume x > 0\nclaim 2^x > 0",
                        "16:7",
                        "a fact compares expressions"),
                fact("no relation", "real x\nclaim x^2", "16:1", "a relation is needed"),
                fact("two relations", "real x\nclaim 0 <= x^2 <= x^4", "15:16", "a second relation"),
                fact("a quantifier", "real x\nclaim all[i](x^2 >= 0)", "15:11", "a fact speaks of the modes it names"),
                fact("a bracket that is not closed", "real x\nclaim (x^2 + 1 >= 0", "15:7", "("),
                fact("no line of a fact", "reals x\nclaim x^2 >= 0", "14:1", "did you mean 'real'"),
                fact("a name twice", "real x, x\nclaim x^2 >= 0", "14:9", "'x'"),
                fact(
                        "a character of no language",
                        "real x\nclaim x^2 \u2265 0",
                        "15:11",
                        "unexpected character U+2265"),
                page(
                        "minimum under a constraint",
                        "tr(SS)\n```\n\n```fact printed\nreal x\nclaim x^2 >= 0",
                        "tr(SS)\nconstraint c\n```\n\n```fact printed\nassume minimum\nclaim s1 >= 0",
                        "15:8",
                        "'minimum'"));
    }

    private static List<Bad> properties() {
        return List.of(
                property("no claim of a property", "for mode i", "19:1", "a property has one line 'claim ..'"),
                property("nothing to range over", "for all\nclaim d0 >= 1", "19:5", "is nothing to range over"),
                property("no index", "for mode n\nclaim d0 >= 1", "19:10", "'n' is no index here"),
                property("an index twice", "for modes i, i\nclaim d0 >= 1", "19:14", "'i' is no index here"),
                property("a free index", "for mode i\nclaim b_j <= s_j", "20:7", "the index of b_j is free"),
                property(
                        "a free index under a quantifier",
                        "claim all[i](b_i <= b_j)",
                        "19:7",
                        "the index of b_j is free"),
                property(
                        "a free index in a change",
                        "set c_i = a_j\nclaim d0 >= 1",
                        "19:11",
                        "the index of a_j is free"),
                property(
                        "a change of what cannot be changed",
                        "set b_i = 0\nclaim d0 >= 1",
                        "19:5",
                        "'b_i' cannot be set"),
                property("two ranges", "for mode i\nfor point\nclaim d0 >= 1", "20:1", "a second line 'for'"),
                property("covariances of no kind", "covariances some\nclaim d0 >= 1", "19:13", "'commuting' or 'any'"),
                property(
                        "eigenvalues of matrices that do not commute",
                        "covariances any\nfor mode i\nclaim b_i >= 0",
                        "21:7",
                        "'b_i'"),
                property(
                        "a misspelt number of a model",
                        "for point\nclaim rnak <= d0",
                        "20:7",
                        "'rnak' is not declared; a property speaks of numbers at a model; did you mean 'rank'?"),
                property("a point outside a point", "claim rank <= d0", "19:7", "'rank'"),
                property(
                        "a logarithm in a property",
                        "for mode i\nclaim log(s_i) <= s_i",
                        "20:7",
                        "a property speaks of numbers at a model"),
                property(
                        "a sum over different modes",
                        "claim sum[i != j](s_i*s_j) >= 0",
                        "19:7",
                        "a property speaks of numbers"),
                property("a trace in a property", "claim tr(A) >= 0", "19:7", "a property speaks of numbers"),
                property("a negative eigenvalue", "set c_i = 0 - 1\nclaim d0 >= 1", "18:1", "is not negative"));
    }

    private static List<Bad> expansions() {
        return List.of(
                expansion("no claim in an expansion", "datum xh with view x", "15:1", "claim"),
                expansion("two claims", "claim tr(A) == tr(A)\nclaim tr(C) == tr(C)", "15:1", "claim"),
                expansion("no equation", "claim tr(A)", "15:1", "=="),
                expansion(
                        "an order that is none", "claim loss(infonce) == -tr(A) + O(W)", "14:35", "an order is needed"),
                expansion("an order of zero", "claim loss(infonce) == -tr(A) at order 0", "14:40", "order"),
                expansion("no order where one is needed", "claim loss(infonce) == -tr(A)", "14:1", "O(6)"),
                expansion(
                        "a value out of range",
                        "claim loss(weighted-infonce) == -tr(A) + O(4) where N = 1/2",
                        "14:53",
                        "N is out of range"),
                expansion(
                        "a loss that is not there",
                        "claim loss(infonec) == -tr(A) + O(4)",
                        "14:12",
                        "did you mean 'infonce'"),
                expansion(
                        "a limit of no parameter",
                        "claim loss(infonce) == -tr(A) + O(4) as M -> infinity",
                        "14:41",
                        "'M' is no parameter here"),
                expansion("words behind the claim", "claim tr(A) == tr(A) indeed", "14:22", "indeed"));
    }

    @TestFactory
    Stream<DynamicTest> oneLineThatNamesThePlace() {
        List<Bad> all = new ArrayList<>(papers());
        all.addAll(pages());
        all.addAll(settings());
        all.addAll(facts());
        all.addAll(properties());
        all.addAll(expansions());
        all.addAll(experiments());
        return all.stream()
                .map(bad -> DynamicTest.dynamicTest(
                        bad.name(), () -> bad.check(Files.createTempDirectory(folder, "paper"))));
    }

    @Test
    void aLossThatNeitherThePaperNorTheCatalogueHasIsSaidSo() throws IOException {
        for (Map.Entry<String, byte[]> file : files(
                        "g.md", PAGE.replace("granted L = -tr(B) + tr(SS)", "landscape mien"))
                .entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
        Files.createDirectory(folder.resolve("losses"));
        Files.writeString(folder.resolve("losses/mine.loss"), "data x\nL = E[x](|f(x)|^2)\n");
        assertThat(verify(folder).err().lines())
                .singleElement()
                .asString()
                .endsWith("neither the paper nor the catalogue has a loss 'mien'; did you mean 'mine'?");
    }

    /** What is wrong in the other tests is only what they change. */
    @Test
    void thePageWithoutAMistakeIsRead() throws IOException {
        for (Map.Entry<String, byte[]> file : files().entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
        Output output = verify(folder);
        assertThat(output.code()).as(output.err() + output.out()).isZero();
        assertThat(output.out()).contains("Proved");
    }

    @Test
    void aDirectoryThatIsNoneIsSaidToBeNone() {
        Output output = verify(folder.resolve("nowhere"));
        assertThat(output.code()).isEqualTo(2);
        assertThat(output.err().lines()).singleElement().asString().contains("nowhere: no such directory");
    }
}
