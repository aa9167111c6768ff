package org.lossproof.claim;

import java.util.List;
import java.util.Optional;

/**
 * What was found out about a claim.
 *
 * @param page its page
 * @param verdict computed
 * @param reason in a sentence
 * @param parts the statements of the page with their results
 * @param extra evidence that is not about a single statement
 * @param problems what is not as recorded; empty when all is well
 */
public record ClaimResult(
        ClaimPage page, Verdict verdict, String reason, List<Part> parts, List<Evidence> extra, List<String> problems) {
    public ClaimResult {
        parts = List.copyOf(parts);
        extra = List.copyOf(extra);
        problems = List.copyOf(problems);
    }

    /** A statement of the page with its result. */
    public record Part(ClaimPage.Block block, StatementResult result) {}

    /** Whether the verdict and everything else is as recorded. */
    public boolean asRecorded() {
        return problems.isEmpty();
    }

    /** What is true instead of the printed statement; empty unless it is refuted. */
    public Optional<String> correction() {
        if (verdict != Verdict.REFUTED) {
            return Optional.empty();
        }
        List<String> stated = parts.stream()
                .filter(p -> p.block().role() == ClaimPage.Role.CORRECTION)
                .map(p -> p.result().statement().text())
                .toList();
        if (!stated.isEmpty()) {
            return Optional.of(String.join("; ", stated));
        }
        return parts.stream()
                .filter(p -> p.block().role() == ClaimPage.Role.PRINTED
                        && !p.result().holds())
                .findFirst()
                .map(p -> p.result().derived());
    }

    /** The labels of the paper's steps that fail though the printed result holds. */
    public List<String> failingSteps() {
        return parts.stream()
                .filter(p -> verdict != Verdict.REFUTED
                        && p.block().role() == ClaimPage.Role.STEP
                        && !p.result().holds())
                .map(p -> p.block().label())
                .toList();
    }

    /** The smallest point at which the printed statement fails. */
    public Optional<Witness> witness() {
        return parts.stream()
                .filter(p -> p.block().role() == ClaimPage.Role.PRINTED)
                .flatMap(p -> p.result().witness().stream())
                .findFirst();
    }

    /** What the printed statements rest on beside arithmetic: names of axioms of the kernel; empty if nothing. */
    public List<String> restsOn() {
        return parts.stream()
                .filter(p -> p.block().role() == ClaimPage.Role.PRINTED)
                .flatMap(p -> p.result().theorem().stream())
                .flatMap(t -> t.axioms().stream())
                .map(Enum::name)
                .distinct()
                .sorted()
                .toList();
    }

    /** All falsified variants together. */
    public MutantReport mutants() {
        return parts.stream().map(p -> p.result().mutants()).reduce(MutantReport.NONE, MutantReport::plus);
    }
}
