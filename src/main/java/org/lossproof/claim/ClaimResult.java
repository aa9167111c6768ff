package org.lossproof.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lossproof.covariance.ModelDraw;
import org.lossproof.experiment.trial.ExperimentReport;
import org.lossproof.kernel.Axiom;
import org.lossproof.page.Fact;
import org.lossproof.page.ModelProperty;
import org.lossproof.page.Page;
import org.lossproof.page.Verdict;

/**
 * What was found out about a claim.
 *
 * @param page its page
 * @param verdict computed
 * @param reason in a sentence
 * @param parts the statements of the page with their results
 * @param problems what is not as recorded; empty when all is well
 */
public record ClaimResult(Page page, Verdict verdict, String reason, List<Part> parts, List<String> problems) {
    /** What names of lemmas begin with. */
    public static final String LEMMA = "lemma: ";

    public ClaimResult {
        parts = List.copyOf(parts);
        problems = List.copyOf(problems);
    }

    /**
     * A statement of the page with its result.
     *
     * @param underPrintedPremise whether it holds, fails or is open with what the paper takes from an earlier claim in the place
     *     of what is derived; empty if the paper takes nothing
     */
    public record Part(Page.Block block, StatementResult result, Optional<String> underPrintedPremise) {
        /** The instances that it covers, if it is not about any number of modes. */
        public Optional<String> scope() {
            if (block.statement() instanceof Fact fact) {
                return Premises.scope(fact);
            }
            if (result.experiment().isPresent()) {
                return result.experiment().map(ExperimentReport::scope);
            }
            return block.statement() instanceof ModelProperty
                    ? Optional.of("random models of up to " + ModelDraw.MOST_MODES + " modes")
                    : Optional.empty();
        }
    }

    /** The instances that the printed statements cover: {@code any d0, d1} if there is no restriction. */
    public String scope() {
        return instances(page, parts).orElse("any d0, d1");
    }

    /** The instances that the printed statements cover: those the page names, and those of each; empty without a restriction. */
    static Optional<String> instances(Page page, List<Part> parts) {
        List<String> all = new ArrayList<>(page.scope().stream().toList());
        printed(parts).flatMap(p -> p.scope().stream()).distinct().forEach(all::add);
        return all.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", all));
    }

    /** What the paper is said to claim. */
    static Stream<Part> printed(List<Part> parts) {
        return parts.stream().filter(p -> p.block().role() == Page.Role.PRINTED);
    }

    private Stream<Part> printed() {
        return printed(parts);
    }

    /** Whether the verdict and everything else is as recorded. */
    public boolean asRecorded() {
        return problems.isEmpty();
    }

    /** What is true instead of the printed statement, in the sentences of the page; empty unless it is refuted. */
    public Optional<String> correction() {
        if (verdict != Verdict.REFUTED) {
            return Optional.empty();
        }
        List<String> sentences = parts.stream()
                .filter(p ->
                        p.block().role() == Page.Role.CORRECTION && p.result().holds())
                .map(p -> p.block().label())
                .toList();
        if (!sentences.isEmpty()) {
            return Optional.of(String.join(" ", sentences));
        }
        return printed()
                .filter(p -> !p.result().holds() && !p.result().derived().isEmpty())
                .findFirst()
                .map(p -> "derived: " + p.result().derived());
    }

    /** The labels of the paper's steps that fail though the printed result holds. */
    public List<String> failingSteps() {
        return parts.stream()
                .filter(p -> verdict != Verdict.REFUTED
                        && p.block().role() == Page.Role.STEP
                        && !p.result().holds())
                .map(p -> p.block().label())
                .toList();
    }

    /** The smallest point at which the printed statement fails. */
    public Optional<Witness> witness() {
        return printed().flatMap(p -> p.result().witness().stream()).findFirst();
    }

    /**
     * What the printed statements rest on beside arithmetic: names of axioms of the kernel, {@code lemma: ..} for facts of linear algebra, and {@code granted: ..} for what the paper
     * grants; empty if nothing.
     */
    public List<String> restsOn() {
        Stream<String> axioms = printed()
                .flatMap(p -> p.result().theorem().stream())
                .flatMap(t -> Stream.concat(
                        t.axioms().stream().map(Enum::name), t.lemmas().stream().map(l -> LEMMA + l.word())));
        Stream<String> derived = printed()
                .filter(p -> p.block().statement() instanceof Fact fact && Premises.restsOnRoutes(fact))
                .map(p -> Axiom.ROUTES_AGREE.name());
        return Stream.concat(Stream.concat(axioms, derived).distinct().sorted(), granted().stream())
                .toList();
    }

    /** What is granted, as the page says it. */
    public List<String> granted() {
        return page.allGranted().stream().map(g -> "granted: " + g).toList();
    }

    /** All falsified variants together. */
    public MutantReport mutants() {
        return parts.stream().map(p -> p.result().mutants()).reduce(MutantReport.NONE, MutantReport::plus);
    }
}
