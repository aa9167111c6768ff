package org.lossproof.report;

import static j2html.TagCreator.a;
import static j2html.TagCreator.body;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.footer;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.head;
import static j2html.TagCreator.html;
import static j2html.TagCreator.iff;
import static j2html.TagCreator.link;
import static j2html.TagCreator.meta;
import static j2html.TagCreator.nav;
import static j2html.TagCreator.p;
import static j2html.TagCreator.rawHtml;
import static j2html.TagCreator.script;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.text;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.title;
import static j2html.TagCreator.tr;

import j2html.tags.DomContent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.lossproof.claim.ClaimResult;
import org.lossproof.loss.InputException;
import org.lossproof.page.Page;
import org.lossproof.report.explorer.Explorer;

/** The HTML report: a ledger, a page for every claim with its figure if it has one, and the explorer, readable from disk without a network. */
public final class HtmlReport {
    private static final String MARKER = ".lossproof-report";

    private HtmlReport() {}

    /**
     * Writes the report; an earlier report there is replaced as a whole.
     *
     * @param drawn a directory with figures that {@code figures} drew, for claims of their names; without it those are drawn that
     *     need no training
     * @throws InputException if the directory holds something else, or cannot be written, or a figure is none
     */
    public static void write(Path directory, List<ClaimResult> results, ReportFacts facts, Optional<Path> drawn) {
        Path target = directory.toAbsolutePath().normalize();
        requireReplaceable(target, directory);
        try {
            Path parent = target.getParent();
            Files.createDirectories(parent);
            Path fresh = Files.createTempDirectory(parent, ".lossproof");
            try {
                fill(fresh, results, facts, drawn);
                remove(target);
                Files.move(fresh, target);
            } finally {
                remove(fresh);
            }
        } catch (IOException e) {
            throw new InputException("--report " + directory + ": cannot be written: " + e.getMessage());
        }
    }

    /** Fails early if a report could not be written there. */
    public static void requireReplaceable(Path target, Path shown) {
        boolean empty = !Files.exists(target) || Files.exists(target.resolve(MARKER)) || isEmptyDirectory(target);
        if (!empty) {
            throw new InputException("--report " + shown
                    + ": holds something that is no report of mine; give a new or empty" + " directory");
        }
    }

    private static boolean isEmptyDirectory(Path path) {
        if (!Files.isDirectory(path)) {
            return false;
        }
        try (Stream<Path> inside = Files.list(path)) {
            return inside.findAny().isEmpty();
        } catch (IOException e) {
            return false;
        }
    }

    /** Fails early if there is no such directory of figures, or a figure of one of these claims in it is none. */
    public static void requireFigures(Path drawn, List<Page> claims) {
        ClaimFigures.require(drawn, claims.stream().map(Page::id).toList());
    }

    private static void fill(Path directory, List<ClaimResult> results, ReportFacts facts, Optional<Path> drawn)
            throws IOException {
        Assets.copyTo(directory);
        Explorer.write(Explorer.ofReport(), directory);
        Map<String, ClaimFigures.Shown> figures = ClaimFigures.write(
                directory, results.stream().map(HtmlReport::id).toList(), drawn);
        Files.writeString(directory.resolve("index.html"), page("Lossproof: ledger", ledger(results, facts)));
        for (int i = 0; i < results.size(); i++) {
            Optional<String> before = i == 0 ? Optional.empty() : Optional.of(id(results.get(i - 1)));
            Optional<String> after = i + 1 == results.size() ? Optional.empty() : Optional.of(id(results.get(i + 1)));
            ClaimResult result = results.get(i);
            String title = id(result) + ": " + result.page().title();
            Files.writeString(
                    directory.resolve(id(result) + ".html"),
                    page(
                            title,
                            new ClaimHtml(result, Optional.ofNullable(figures.get(id(result)))).body(before, after)));
        }
        Files.writeString(directory.resolve(MARKER), "");
    }

    private static String id(ClaimResult result) {
        return result.page().id();
    }

    private static String page(String name, DomContent content) {
        return "<!DOCTYPE html>\n"
                + html(
                                head(
                                        meta().withCharset("utf-8"),
                                        meta().withName("viewport").withContent("width=device-width, initial-scale=1"),
                                        title(name),
                                        link().withRel("stylesheet").withHref("katex/katex.min.css"),
                                        link().withRel("stylesheet").withHref("report.css")),
                                body(
                                        content,
                                        footer(
                                                text("Formulas are typeset by KaTeX ("),
                                                a("MIT licence").withHref("katex/LICENSE"),
                                                text(").")),
                                        script().withSrc("katex/katex.min.js"),
                                        script().withSrc("katex/auto-render.min.js"),
                                        rawHtml("<script>renderMathInElement(document.body, {delimiters: ["
                                                + "{left: '$$', right: '$$', display: true}, {left: '\\\\[', right: '\\\\]',"
                                                + " display: true}, {left: '\\\\(', right: '\\\\)', display: false}, {left: '$',"
                                                + " right: '$', display: false}], throwOnError: false});</script>")))
                        .withLang("en")
                        .render();
    }

    private static DomContent ledger(List<ClaimResult> results, ReportFacts facts) {
        return div(
                nav(
                        a("Explorer").withHref(Explorer.FILE),
                        text("landscapes, stationary points and phases of every loss, moved by hand")),
                h1("Ledger"),
                p(facts.paper().title() + " (" + facts.paper().source()
                        + "), checked from the definitions of its losses."),
                each(TerminalLedger.summary(results, facts), line -> p(line)),
                div(table(
                                        thead(tr(
                                                th("claim"),
                                                th("place"),
                                                th("what is claimed, and what is true instead"),
                                                th("verdict"),
                                                th("rests on"),
                                                th("mutants"))),
                                        tbody(each(results, HtmlReport::row)))
                                .withClass("ledger"))
                        .withClass("wide"),
                h2("What builds on what"),
                rawHtml(new UsesPicture(results).html()),
                h2("How to read a verdict"),
                rawHtml(Prose.html(GUIDE)));
    }

    private static DomContent row(ClaimResult result) {
        return tr(
                td(a(id(result)).withHref(id(result) + ".html")),
                td(result.page().place()).withClass("soft"),
                td(
                        rawHtml(Prose.html(result.page().printed())),
                        each(
                                result.failingSteps(),
                                step -> p("but a step fails: " + step).withClass("fails")),
                        iff(
                                result.correction(),
                                c -> div(rawHtml(Prose.html("Instead: " + c))).withClass("instead"))),
                td(
                        ClaimHtml.verdict(result),
                        iff(result.page().recorded().isEmpty(), p("new").withClass("soft")),
                        iff(!result.asRecorded(), p("not as recorded").withClass("fails"))),
                td(TerminalLedger.restsOn(result)).withClass("soft"),
                td(result.mutants().total() == 0 ? "-" : result.mutants().text()));
    }

    private static final String GUIDE = """
            - **Proved**: every printed statement is a theorem of the kernel, which multiplied its certificate out. *Rests on*
              names what it takes on trust: that independent routes to an expansion agree, or the solver's word where no
              certificate was found. Samples never prove.
            - **Corroborated**: every printed statement holds, for instances of a wider claim that the page names; propositions
              on any number of modes are put to random covariances.
            - **Refuted**: one does not, and that is a theorem; the page has the smallest counterexample found and a corrected
              statement that is checked like any other.
            - **Inconclusive**: not decided, with the reason.

            Mutants are falsified variants of what holds: of claims, assumptions and coefficients. One is killed by an exact
            counterexample or because its verdict is another; those that are true as well (a weaker claim, a hypothesis that
            is not needed) are listed on the page and keep the score below its total. Pictures show a sampled coefficient with
            its interval against the derived and the printed value.
            """;

    private static void remove(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> all = Files.walk(directory)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
