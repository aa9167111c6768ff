package org.lossproof.report;

import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.p;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.text;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;

import j2html.tags.DomContent;
import java.util.Optional;
import org.lossproof.experiment.trial.ExperimentReport;

/** What an experiment measures and found, beside its claim on the page of the report. */
final class ExperimentHtml {
    private ExperimentHtml() {}

    static DomContent of(ExperimentReport report) {
        return div(
                p(report.outcome() + ". Range: " + report.scope() + ".").withClass("soft"),
                table(
                        thead(tr(
                                th("measure"),
                                th("trained, median and interval"),
                                th("derived quartic"),
                                th("exact landscape"))),
                        tbody(each(report.measured(), ExperimentHtml::row))),
                p("Fixed before: " + report.rule() + ". " + report.intervals() + ".")
                        .withClass("soft"));
    }

    private static DomContent row(ExperimentReport.Measured m) {
        String place = m.place().isEmpty() ? "" : " for " + m.place();
        return tr(
                td(text("\\(" + m.tex() + "\\)" + place)),
                td(m.value()),
                td(number(m.quartic())),
                td(number(m.exact())));
    }

    private static String number(Optional<Double> value) {
        return value.map(ExperimentReport::number).orElse("");
    }
}
