package org.lossproof.report;

import java.util.List;
import java.util.Locale;
import org.lossproof.claim.ClaimResult;
import org.lossproof.experiment.trial.ExperimentReport;
import org.lossproof.page.Page;

/** The section of a ledger on what was trained: every experiment with its claim, its range, and what was measured beside what is predicted. */
final class ExperimentLedger {
    private ExperimentLedger() {}

    /** Empty if nothing was trained. */
    static String text(List<ClaimResult> results) {
        StringBuilder out = new StringBuilder();
        for (ClaimResult claim : results) {
            for (ClaimResult.Part part : claim.parts()) {
                part.result().experiment().ifPresent(r -> out.append(text(claim.page(), part, r)));
            }
        }
        if (out.isEmpty()) {
            return "";
        }
        return String.format(Locale.ROOT, """

                ## Trained models

                What is claimed of trained models, over the range that was trained and no other. Values are medians of the seeds with an interval
                for the median of all seeds; the rule of decision is fixed before the run.
                %s""", out);
    }

    private static String text(Page page, ClaimResult.Part part, ExperimentReport report) {
        Page.Block block = part.block();
        String label = block.label().isEmpty() ? "" : ": " + block.label();
        StringBuilder out = new StringBuilder(String.format(
                Locale.ROOT,
                """

                **%s, %s%s** $%s$

                %s. Range: %s. %s of %d seeds decide; a false decision has probability %.2g at most.

                | measure | trained | derived quartic | exact landscape |
                |---|---|---|---|
                """,
                page.id(),
                block.role().label(),
                label,
                part.result().statement().tex(),
                report.outcome(),
                report.scope(),
                report.test().exceptions() == 0
                        ? "All"
                        : report.test().seeds() - report.test().exceptions(),
                report.test().seeds(),
                report.test().rate().doubleValue()));
        for (ExperimentReport.Measured m : report.measured()) {
            out.append(String.format(
                    Locale.ROOT,
                    "| $%s$%s | %s | %s | %s |%n",
                    m.tex(),
                    m.place().isEmpty() ? "" : " for " + m.place(),
                    m.value(),
                    m.quartic().map(ExperimentReport::number).orElse(""),
                    m.exact().map(ExperimentReport::number).orElse("")));
        }
        return out.toString();
    }
}
