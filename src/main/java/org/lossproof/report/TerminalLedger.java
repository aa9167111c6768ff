package org.lossproof.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lossproof.claim.CheckSettings;
import org.lossproof.claim.ClaimPage;
import org.lossproof.claim.ClaimResult;
import org.lossproof.claim.Evidence;
import org.lossproof.claim.Verdict;

/** The ledger of a run as lines of text. */
public final class TerminalLedger {
    private static final int WIDTH = 130;

    private TerminalLedger() {}

    /** A line for every claim, then what is not as recorded, then how the run was made. */
    public static List<String> lines(List<ClaimResult> results, CheckSettings settings, double seconds) {
        List<String> out = new ArrayList<>();
        int width = results.stream().mapToInt(r -> r.page().id().length()).max().orElse(5);
        String row = "%-" + width + "s  %-12s  %-12s  %-9s  %s";
        out.add(String.format(
                row, "claim", "verdict", "rests on", "mutants", "what is claimed, or what is true instead"));
        for (ClaimResult r : results) {
            String mutants = r.mutants().total() == 0 ? "-" : r.mutants().text();
            String mark = r.asRecorded() ? r.verdict().label() : r.verdict().label() + " !";
            String claim = r.correction().map(c -> "true: " + c).orElse(r.page().title() + steps(r));
            out.add(shortened(String.format(row, r.page().id(), mark, restsOn(r), mutants, claim)));
        }
        results.stream()
                .filter(r -> !r.asRecorded())
                .forEach(r -> r.problems()
                        .forEach(p -> out.add("NOT AS RECORDED: " + r.page().id() + ": " + p)));
        out.add("");
        out.addAll(byVerdict(results));
        out.add(summary(results, settings, seconds));
        return out;
    }

    /** The axioms that the printed statements rest on; {@code arithmetic} if a certificate was multiplied out. */
    static String restsOn(ClaimResult result) {
        boolean known = result.parts().stream()
                .anyMatch(p -> p.block().role() == ClaimPage.Role.PRINTED
                        && p.result().theorem().isPresent());
        return result.restsOn().isEmpty() ? (known ? "arithmetic" : "-") : String.join(", ", result.restsOn());
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
        out.add("  hypotheses: " + result.page().hypotheses());
        out.add("  " + result.verdict().label() + ": " + result.reason());
        for (ClaimResult.Part part : result.parts()) {
            String role = part.block().role().label();
            String label =
                    part.block().label().isEmpty() ? "" : " (" + part.block().label() + ")";
            out.add("  " + role + label + " " + (part.result().holds() ? "holds" : "FAILS") + ": "
                    + part.result().statement().text());
            if (!part.result().holds() && !part.result().derived().isEmpty()) {
                out.add("    derived: " + part.result().derived());
            }
            part.result().evidence().forEach(e -> out.add("    " + line(e)));
        }
        result.extra().forEach(e -> out.add("  " + line(e)));
        out.add("");
        return out;
    }

    private static String line(Evidence e) {
        return e.kind().label() + ": " + e.text();
    }

    /** One line on the whole run. */
    static String summary(List<ClaimResult> results, CheckSettings settings, double seconds) {
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
                seconds);
    }

    private static String shortened(String line) {
        return line.length() <= WIDTH ? line : line.substring(0, WIDTH - 3) + "...";
    }
}
