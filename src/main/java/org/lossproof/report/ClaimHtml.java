package org.lossproof.report;

import static j2html.TagCreator.a;
import static j2html.TagCreator.code;
import static j2html.TagCreator.dd;
import static j2html.TagCreator.details;
import static j2html.TagCreator.div;
import static j2html.TagCreator.dl;
import static j2html.TagCreator.dt;
import static j2html.TagCreator.each;
import static j2html.TagCreator.figcaption;
import static j2html.TagCreator.figure;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.iff;
import static j2html.TagCreator.li;
import static j2html.TagCreator.nav;
import static j2html.TagCreator.p;
import static j2html.TagCreator.rawHtml;
import static j2html.TagCreator.span;
import static j2html.TagCreator.summary;
import static j2html.TagCreator.ul;

import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lossproof.claim.ClaimPage;
import org.lossproof.claim.ClaimResult;
import org.lossproof.claim.Evidence;
import org.lossproof.claim.SampleComparison;
import org.lossproof.claim.StatementResult;

/** The body of a claim's page in the report. */
final class ClaimHtml {
    private static final Pattern FENCE =
            Pattern.compile("^```(?:claim|fact|singular) [^\\n]+\\n.*?^```\\s*$", Pattern.MULTILINE | Pattern.DOTALL);

    private final ClaimResult result;

    ClaimHtml(ClaimResult result) {
        this.result = result;
    }

    /** The body, with links to the pages before and after. */
    DomContent body(Optional<String> before, Optional<String> after) {
        ClaimPage page = result.page();
        return div(
                nav(
                        a("Ledger").withHref("index.html"),
                        iff(before, id -> a("previous: " + id).withHref(id + ".html")),
                        iff(after, id -> a("next: " + id).withHref(id + ".html"))),
                h1(page.id() + ": " + page.title()),
                dl(
                        dt("verdict"),
                        dd(
                                verdict(result),
                                span(" (on record: " + page.recorded().label() + ")")
                                        .withClass("soft")),
                        dt("because"),
                        dd(result.reason()),
                        dt("place"),
                        dd(page.place()),
                        dt("hypotheses"),
                        dd(page.hypotheses()),
                        dt("rests on"),
                        dd(TerminalLedger.restsOn(result)),
                        dt("mutants"),
                        dd(result.mutants().text() + " falsified variants rejected, "
                                + result.mutants().bySamples() + " by samples alone"),
                        each(mending(), what -> each(dt("one change"), dd(what + " makes the printed side true")))),
                each(result.problems(), x -> p("Not as recorded: " + x).withClass("fails")),
                derivation(),
                further());
    }

    /** The single changes after which a printed statement that fails would hold. */
    private List<String> mending() {
        return result.parts().stream()
                .filter(p -> p.block().role() == ClaimPage.Role.PRINTED)
                .flatMap(p -> p.result().mutants().mends().stream())
                .distinct()
                .toList();
    }

    static DomContent verdict(ClaimResult result) {
        String label = result.verdict().label();
        return span(label).withClasses("verdict", label);
    }

    /** The prose of the page, each executed block in its place with what came of it. */
    private DomContent derivation() {
        String markdown = result.page().markdown().replaceFirst("(?s)\\A# .*?\\n(?:- [^\\n]*\\n|\\s*\\n)*", "");
        List<DomContent> pieces = new ArrayList<>(List.of(h2("Derivation")));
        Matcher fence = FENCE.matcher(markdown);
        int from = 0;
        int block = 0;
        while (fence.find()) {
            pieces.add(rawHtml(Prose.html(markdown.substring(from, fence.start()))));
            pieces.add(box(result.parts().get(block++)));
            from = fence.end();
        }
        pieces.add(rawHtml(Prose.html(markdown.substring(from))));
        return div(pieces.toArray(DomContent[]::new));
    }

    private static DomContent box(ClaimResult.Part part) {
        StatementResult r = part.result();
        String outcome = r.holds() ? "holds" : "fails";
        String role = part.block().role().label();
        String label = part.block().label().isEmpty()
                ? role
                : role + ": " + part.block().label();
        return div(
                        div(span(label).withClass("kind"), span(outcome).withClasses("verdict", outcome))
                                .withClass("head"),
                        div("\\[" + r.statement().tex() + "\\]").withClass("math"),
                        iff(
                                !r.holds() && !r.derivedTex().isEmpty(),
                                div("derived: \\[" + r.derivedTex() + "\\]").withClass("math")),
                        details(
                                summary("source and evidence"),
                                code(r.statement().text()),
                                evidence(r.evidence())),
                        each(r.samples(), ClaimHtml::picture))
                .withClasses("box", outcome);
    }

    private static DomContent evidence(List<Evidence> all) {
        return ul(each(all, e -> li(span(e.kind().label() + ": ").withClass("kind"), span(e.text()))));
    }

    private static DomContent picture(SampleComparison s) {
        String agrees = s.rejectsPrinted() ? "the right side is rejected" : "the right side lies in the interval";
        return figure(
                rawHtml(new IntervalPicture(s).svg()),
                figcaption("Order " + s.check().order() + " of the left side, "
                        + s.check().samples() + " samples of the undeveloped definition: " + agrees + "."));
    }

    private DomContent further() {
        return div(
                iff(!result.extra().isEmpty(), h2("Further evidence")),
                iff(!result.extra().isEmpty(), evidence(result.extra())));
    }
}
