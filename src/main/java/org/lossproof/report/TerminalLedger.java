package org.lossproof.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lossproof.claim.CheckSettings;
import org.lossproof.claim.ClaimResult;
import org.lossproof.claim.Evidence;
import org.lossproof.page.Page;
import org.lossproof.page.Verdict;

/** The ledger of a run as lines of text. */
public final class TerminalLedger {
    private static final int WIDTH = 118;
    /** Longer sentences are cut here; the report has them whole. */
    private static final int MOST_LINES = 3;

    private TerminalLedger() {}

    /** Every claim with its verdict and, if it is refuted, what is true instead; then what is not as recorded and how the run was made. */
    public static List<String> lines(List<ClaimResult> results, ReportFacts facts) {
        List<String> out = new ArrayList<>();
        int width = results.stream().mapToInt(r -> r.page().id().length()).max().orElse(5);
        int rests = results.stream().mapToInt(r -> restsOn(r).length()).max().orElse(8);
        String row = "%-" + width + "s  %-14s  %-" + Math.max(8, rests) + "s  %s";
        int indent = String.format(row, "", "", "", "").length();
        out.add(String.format(row, "claim", "verdict", "rests on", "what is claimed, or what is true instead"));
        for (ClaimResult r : results) {
            List<String> words = wrapped(words(r), Math.max(30, WIDTH - indent));
            out.add(String.format(row, r.page().id(), mark(r), restsOn(r), words.get(0)));
            words.stream().skip(1).forEach(w -> out.add(" ".repeat(indent) + w));
        }
        results.forEach(r ->
                r.problems().forEach(p -> out.add("NOT AS RECORDED: " + r.page().id() + ": " + p)));
        out.add("");
        out.addAll(byVerdict(results));
        out.add(summary(results, facts));
        return out;
    }

    private static String mark(ClaimResult result) {
        String news = result.page().recorded().isEmpty() ? " new" : result.asRecorded() ? "" : " !";
        return result.verdict().label() + news;
    }

    private static String words(ClaimResult r) {
        return r.correction().map(c -> "instead: " + c).orElse(r.page().title() + steps(r));
    }

    private static List<String> wrapped(String text, int width) {
        List<String> out = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                out.add(line.toString());
                line = new StringBuilder();
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        out.add(line.toString());
        if (out.size() > MOST_LINES) {
            String last = out.get(MOST_LINES - 1);
            out.set(MOST_LINES - 1, last.substring(0, Math.min(last.length(), width - 4)) + " ...");
        }
        return out.subList(0, Math.min(MOST_LINES, out.size()));
    }

    /** The axioms that the printed statements rest on; {@code arithmetic} if a certificate was multiplied out. */
    static String restsOn(ClaimResult result) {
        boolean known = result.parts().stream()
                .anyMatch(p -> p.block().role() == Page.Role.PRINTED
                        && p.result().theorem().isPresent());
        List<String> axioms = result.restsOn().stream()
                .map(r -> r.startsWith("granted: ") ? "granted" : r)
                .distinct()
                .toList();
        return axioms.isEmpty() ? (known ? "arithmetic" : "trials") : String.join(", ", axioms);
    }

    /** The result holds, the argument does not. */
    private static String steps(ClaimResult result) {
        return result.failingSteps().isEmpty() ? "" : "; but a step fails: " + String.join(", ", result.failingSteps());
    }

    /** The whole run on one screen: the claims of every verdict, several on a line. */
    private static List<String> byVerdict(List<ClaimResult> results) {
        List<String> out = new ArrayList<>();
        for (Verdict verdict : Verdict.values()) {
            StringBuilder line = new StringBuilder(verdict.label() + ":");
            boolean any = false;
            for (ClaimResult r : results) {
                if (r.verdict() == verdict) {
                    any = true;
                    if (line.length() + 1 + r.page().id().length() > WIDTH) {
                        out.add(line.toString());
                        line = new StringBuilder("   ");
                    }
                    line.append(' ').append(r.page().id());
                }
            }
            if (any) {
                out.add(line.toString());
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

    /** One line on the whole run. */
    static String summary(List<ClaimResult> results, ReportFacts facts) {
        CheckSettings settings = facts.settings();
        StringBuilder counts = new StringBuilder();
        for (Verdict verdict : Verdict.values()) {
            long n = results.stream().filter(r -> r.verdict() == verdict).count();
            if (n > 0) {
                counts.append(counts.isEmpty() ? "" : ", ")
                        .append(n)
                        .append(' ')
                        .append(verdict.label());
            }
        }
        long news = results.stream().filter(r -> !r.asRecorded()).count();
        return String.format(
                Locale.ROOT,
                "%d claims: %s; %s. seed %d, %d sampled checks share a false-fail rate of %.0e, %.1f s",
                results.size(),
                counts,
                news == 0 ? "all as recorded" : news + " NOT as recorded",
                settings.seed(),
                settings.budget().checks(),
                settings.budget().familyWise(),
                facts.seconds());
    }
}
