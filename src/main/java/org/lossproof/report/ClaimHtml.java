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
import static j2html.TagCreator.img;
import static j2html.TagCreator.li;
import static j2html.TagCreator.nav;
import static j2html.TagCreator.p;
import static j2html.TagCreator.pre;
import static j2html.TagCreator.rawHtml;
import static j2html.TagCreator.span;
import static j2html.TagCreator.summary;
import static j2html.TagCreator.text;
import static j2html.TagCreator.ul;

import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lossproof.claim.ClaimResult;
import org.lossproof.claim.Evidence;
import org.lossproof.claim.SampleComparison;
import org.lossproof.claim.StatementResult;
import org.lossproof.page.Page;

/** The body of a claim's page in the report. */
final class ClaimHtml {
    private final ClaimResult result;
    private final Optional<ClaimFigures.Shown> drawn;

    /** Of a claim, with its figure if it has one. */
    ClaimHtml(ClaimResult result, Optional<ClaimFigures.Shown> drawn) {
        this.result = result;
        this.drawn = drawn;
    }

    /** The body, with links to the pages before and after. */
    DomContent body(Optional<String> before, Optional<String> after) {
        Page page = result.page();
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
                                span(page.recorded()
                                                .map(v -> " (on record: " + v.label() + ")")
                                                .orElse(" (new: none on record)"))
                                        .withClass("soft")),
                        dt("because"),
                        dd(result.reason()),
                        iff(result.correction(), c -> each(dt("instead"), dd(rawHtml(Prose.html(c))))),
                        dt("place"),
                        dd(page.place()),
                        dt("printed"),
                        dd(rawHtml(Prose.html(page.printed()))),
                        iff(!page.hypotheses().isEmpty(), dt("hypotheses")),
                        iff(!page.hypotheses().isEmpty(), dd(rawHtml(Prose.html(page.hypotheses())))),
                        each(page.allGranted(), g -> each(dt("granted"), dd(rawHtml(Prose.html(g))))),
                        iff(!page.allUses().isEmpty(), dt("uses")),
                        iff(
                                !page.allUses().isEmpty(),
                                dd(each(page.allUses(), id -> span(a(id).withHref(id + ".html"), text(" "))))),
                        dt("scope"),
                        dd(result.scope()),
                        dt("rests on"),
                        dd(TerminalLedger.restsOn(result)),
                        dt("mutants"),
                        dd(result.mutants().text() + " falsified variants rejected, "
                                + result.mutants().bySamples() + " by samples alone"),
                        each(mending(), what -> each(dt("one change"), dd(what + " makes the printed side true")))),
                each(result.problems(), x -> p("Not as recorded: " + x).withClass("fails")),
                iff(drawn, ClaimHtml::figureOf),
                derivation());
    }

    private static DomContent figureOf(ClaimFigures.Shown drawn) {
        return figure(
                        a(img().withSrc(drawn.files().get(0)).withAlt(drawn.title()))
                                .withHref(drawn.files().get(0)),
                        figcaption(
                                text(drawn.title() + ". " + drawn.caption() + " "),
                                each(
                                        drawn.files(),
                                        f -> span(
                                                a(f.substring(f.lastIndexOf('.') + 1)
                                                                .toUpperCase(Locale.ROOT))
                                                        .withHref(f),
                                                text(" ")))))
                .withClass("drawn");
    }

    /** The single changes after which a printed statement that fails would hold. */
    private List<String> mending() {
        return result.parts().stream()
                .filter(p -> p.block().role() == Page.Role.PRINTED)
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
        List<DomContent> pieces = new ArrayList<>(List.of(h2("Derivation")));
        Iterator<ClaimResult.Part> parts = result.parts().iterator();
        for (Page.Piece piece : result.page().pieces()) {
            if (piece instanceof Page.Prose prose) {
                pieces.add(rawHtml(Prose.html(prose.markdown())));
            } else if (piece instanceof Page.SettingText setting) {
                pieces.add(div(span("setting").withClass("kind"), pre(setting.text()))
                        .withClass("box"));
            } else if (piece instanceof Page.MatricesText matrices) {
                pieces.add(div(
                                span("matrices").withClass("kind"),
                                pre(matrices.matrices().text()))
                        .withClass("box"));
            } else {
                pieces.add(box(parts.next()));
            }
        }
        return div(pieces.toArray(DomContent[]::new));
    }

    private static DomContent box(ClaimResult.Part part) {
        StatementResult r = part.result();
        String outcome = r.holds() ? "holds" : r.decided() ? "fails" : "undecided";
        String role = part.block().role().label();
        String label = part.block().label().isEmpty()
                ? role
                : role + ": " + part.block().label();
        return div(
                        div(span(label).withClass("kind"), span(outcome).withClasses("verdict", outcome))
                                .withClass("head"),
                        div("\\[" + r.statement().tex() + "\\]").withClass("math"),
                        iff(r.experiment(), ExperimentHtml::of),
                        iff(
                                part.underPrintedPremise(),
                                w -> p("with what the paper takes from an earlier claim: " + w)
                                        .withClass("soft")),
                        iff(
                                !r.holds() && !r.derivedTex().isEmpty(),
                                div("derived: \\[" + r.derivedTex() + "\\]").withClass("math")),
                        iff(!r.proof().isEmpty(), ProofHtml.of(r.proof())),
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
}
