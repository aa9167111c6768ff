package org.lossproof.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lossproof.claim.CheckSettings;
import org.lossproof.claim.ClaimResult;
import org.lossproof.claim.Evidence;
import org.lossproof.experiment.trial.ExperimentReport;
import org.lossproof.page.Page;
import org.lossproof.page.Verdict;

/** The ledger of a run as lines of text. */
public final class TerminalLedger {
    private static final int WIDTH = 110;
    private static final String INDENT = "    ";

    private TerminalLedger() {}

    /**
     * Every claim with its verdict and, on lines of their own, what is true instead if it is refuted; then what is not as recorded and
     * how the run was made. No line is longer than 110 characters unless a word is.
     */
    public static List<String> lines(List<ClaimResult> results, ReportFacts facts) {
        List<String> out = new ArrayList<>();
        int width = results.stream().mapToInt(r -> r.page().id().length()).max().orElse(5);
        int rests = results.stream().mapToInt(r -> restsOn(r).length()).max().orElse(8);
        String row = "%-" + Math.max(5, width) + "s  %-14s  %-" + Math.max(8, rests) + "s  %s";
        out.add(String.format(row, "claim", "verdict", "rests on", "what is claimed"));
        for (ClaimResult r : results) {
            String title = r.page().title();
            String line = String.format(row, r.page().id(), mark(r), restsOn(r), title);
            boolean fits = line.length() <= WIDTH;
            out.add(
                    fits
                            ? line
                            : String.format(row, r.page().id(), mark(r), restsOn(r), "")
                                    .stripTrailing());
            if (!fits) {
                out.addAll(wrapped(title, INDENT, INDENT));
            }
            r.correction().ifPresent(c -> out.addAll(wrapped("instead: " + c, INDENT, INDENT)));
            r.failingSteps().forEach(s -> out.addAll(wrapped("but a step fails: " + s, INDENT, INDENT)));
        }
        results.forEach(r -> r.problems()
                .forEach(p -> out.addAll(wrapped("NOT AS RECORDED: " + r.page().id() + ": " + p, "", INDENT))));
        out.add("");
        out.addAll(byVerdict(results));
        summary(results, facts).forEach(s -> out.addAll(wrapped(s, "", INDENT)));
        return out;
    }

    private static String mark(ClaimResult result) {
        String news = result.page().recorded().isEmpty() ? " new" : result.asRecorded() ? "" : " !";
        return result.verdict().label() + news;
    }

    /** A text on lines of at most 110 characters, broken between words. */
    private static List<String> wrapped(String text, String first, String others) {
        List<String> out = new ArrayList<>();
        StringBuilder line = new StringBuilder(first);
        boolean open = false;
        for (String word : text.strip().split("\\s+", -1)) {
            if (open && line.length() + 1 + word.length() > WIDTH) {
                out.add(line.toString());
                line = new StringBuilder(others);
                open = false;
            }
            line.append(open ? " " : "").append(word);
            open = true;
        }
        out.add(line.toString());
        return out;
    }

    /** The axioms that the printed statements rest on; {@code arithmetic} if a certificate was multiplied out. */
    static String restsOn(ClaimResult result) {
        boolean known = result.parts().stream()
                .anyMatch(p -> p.block().role() == Page.Role.PRINTED
                        && p.result().theorem().isPresent());
        List<String> axioms = result.restsOn().stream()
                .map(r -> r.startsWith("granted: ") ? "granted" : r.startsWith(ClaimResult.LEMMA) ? "lemmas" : r)
                .distinct()
                .toList();
        return axioms.isEmpty() ? (known ? "arithmetic" : "trials") : String.join(", ", axioms);
    }

    /** The whole run on one screen: the claims of every verdict, several on a line. */
    private static List<String> byVerdict(List<ClaimResult> results) {
        List<String> out = new ArrayList<>();
        for (Verdict verdict : Verdict.values()) {
            List<String> ids = results.stream()
                    .filter(r -> r.verdict() == verdict)
                    .map(r -> r.page().id())
                    .toList();
            if (!ids.isEmpty()) {
                out.addAll(wrapped(verdict.label() + ": " + String.join(" ", ids), "", INDENT));
            }
        }
        return out;
    }

    /** All evidence of a claim. */
    public static List<String> details(ClaimResult result) {
        List<String> out = new ArrayList<>();
        out.add(result.page().id() + ": " + result.page().title() + " ("
                + result.page().place() + ")");
        out.add("  printed: " + result.page().printed());
        if (!result.page().hypotheses().isEmpty()) {
            out.add("  hypotheses: " + result.page().hypotheses());
        }
        result.page().allGranted().forEach(g -> out.add("  granted: " + g));
        if (!result.page().allUses().isEmpty()) {
            out.add("  uses: " + String.join(", ", result.page().allUses()));
        }
        out.add("  scope: " + result.scope());
        out.add("  " + result.verdict().label() + ": " + result.reason());
        for (ClaimResult.Part part : result.parts()) {
            String role = part.block().role().label();
            String label =
                    part.block().label().isEmpty() ? "" : " (" + part.block().label() + ")";
            out.add("  " + role + label + " "
                    + (part.result().holds() ? "holds" : part.result().decided() ? "FAILS" : "UNDECIDED") + ": "
                    + part.result().statement().text());
            part.underPrintedPremise().ifPresent(w -> out.add("    under the printed premise: " + w));
            if (!part.result().holds() && !part.result().derived().isEmpty()) {
                out.add("    derived: " + part.result().derived());
            }
            part.result().evidence().forEach(e -> out.add("    " + line(e)));
        }
        out.add("");
        return out;
    }

    private static String line(Evidence e) {
        return e.kind().label() + ": " + e.text();
    }

    /** The whole run: how many claims have which verdict, and how it was made. */
    static List<String> summary(List<ClaimResult> results, ReportFacts facts) {
        CheckSettings settings = facts.settings();
        int checks = settings.budget().checks();
        List<String> out = new ArrayList<>(List.of(
                Counts.of(results.size(), "claim") + ": " + Counts.byVerdict(results) + "; " + asRecorded(results)
                        + ".",
                String.format(
                        Locale.ROOT,
                        "seed %d, %s %s a false-fail rate of %.0e, %.1f s",
                        settings.seed(),
                        Counts.of(checks, "sampled check"),
                        checks == 1 ? "has" : "share",
                        settings.budget().familyWise(),
                        facts.seconds())));
        experiments(results).ifPresent(out::add);
        return out;
    }

    /** Experiments have a rate of their own, outside the budget of the samples. */
    private static Optional<String> experiments(List<ClaimResult> results) {
        List<ExperimentReport> all = results.stream()
                .flatMap(r -> r.parts().stream())
                .flatMap(p -> p.result().experiment().stream())
                .toList();
        double rate =
                all.stream().mapToDouble(r -> r.test().rate().doubleValue()).sum();
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "%s on trained models%s, with a rate of their own: together %.2g at most to be decided wrongly",
                        Counts.of(all.size(), "experiment"),
                        all.get(0).full() ? " in the setting of the paper" : "",
                        rate));
    }

    /** {@code 3 as recorded, 1 new}: a page without a verdict on record has nothing to be as. */
    private static String asRecorded(List<ClaimResult> results) {
        long fresh = results.stream()
                .filter(r -> r.page().recorded().isEmpty() && r.asRecorded())
                .count();
        long otherwise = results.stream().filter(r -> !r.asRecorded()).count();
        long same = results.size() - fresh - otherwise;
        List<String> out = new ArrayList<>();
        if (same > 0) {
            out.add((same == results.size() ? "all" : String.valueOf(same)) + " as recorded");
        }
        if (otherwise > 0) {
            out.add(otherwise + " NOT as recorded");
        }
        if (fresh > 0) {
            out.add(fresh + " new");
        }
        return String.join(", ", out);
    }
}
