package org.lossproof.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lossproof.loss.InputException;
import org.lossproof.page.Experiment;
import org.lossproof.page.Fact;
import org.lossproof.page.ModelProperty;
import org.lossproof.page.Page;
import org.lossproof.page.Statement;
import org.lossproof.page.TheoremStatement;
import org.lossproof.page.Verdict;

/** Decides a claim by the statements on its page. */
public final class ClaimCheck {
    private final Page page;

    /** The claim of a page. */
    public ClaimCheck(Page page) {
        this.page = page;
    }

    /** How many sampled checks it takes; known before anything is sampled. */
    public int sampledChecks() {
        return page.blocks().stream()
                .mapToInt(b -> b.statement() instanceof Statement s ? StatementSampling.checks(s) : 0)
                .sum();
    }

    /** What a page asks to be trained. */
    public static List<Experiment> experiments(Page page) {
        return page.blocks().stream()
                .map(Page.Block::statement)
                .filter(Experiment.class::isInstance)
                .map(Experiment.class::cast)
                .toList();
    }

    /**
     * Decides it. Its samples depend on the seed of the run and on what is sampled, not on other claims.
     *
     * @throws InputException naming the block, if a landscape cannot be derived or solved
     */
    public ClaimResult check(CheckSettings settings) {
        StatementChecker checker = new StatementChecker(settings);
        StatementChecker ofAsides = new StatementChecker(settings.forAsides());
        List<ClaimResult.Part> parts = new ArrayList<>();
        for (Page.Block block : page.blocks()) {
            boolean aside = block.role() == Page.Role.STEP || block.role() == Page.Role.READING;
            parts.add(part(block, aside ? ofAsides : checker));
        }
        Verdict verdict = verdict(parts);
        return new ClaimResult(page, verdict, reason(parts, verdict), parts, problems(parts, verdict));
    }

    private static ClaimResult.Part part(Page.Block block, StatementChecker checker) {
        try {
            StatementResult result = checker.check(block.statement());
            Optional<FactDecision.Outcome> premise = block.statement() instanceof Fact fact
                    ? Premises.underPrintedPremise(fact)
                            .map(f -> FactDecision.of(f).outcome())
                    : Optional.empty();
            return new ClaimResult.Part(block, result, premise.map(ClaimCheck::word));
        } catch (InputException e) {
            throw e.getMessage().startsWith(block.span().source())
                    ? e
                    : new InputException(block.span(), e.getMessage());
        }
    }

    private static String word(FactDecision.Outcome outcome) {
        return switch (outcome) {
            case HOLDS -> "holds";
            case FAILS -> "fails";
            case VACUOUS -> "says nothing";
            case OPEN -> "is not decided";
        };
    }

    /**
     * Only theorems prove: a printed part that fails refutes, one that is undecided or a step of ours that fails leaves it
     * open, and parts that hold without being theorems corroborate at best.
     */
    private Verdict verdict(List<ClaimResult.Part> parts) {
        if (parts.stream().anyMatch(p -> p.result().contradictedBySamples())) {
            return Verdict.INCONCLUSIVE;
        } else if (ClaimResult.printed(parts).anyMatch(ClaimCheck::isRefuted)) {
            return Verdict.REFUTED;
        } else if (ClaimResult.printed(parts).anyMatch(p -> !p.result().holds())
                || !brokenSteps(parts).isEmpty()) {
            return Verdict.INCONCLUSIVE;
        }
        boolean proved = ClaimResult.printed(parts).allMatch(p -> p.result().isTheorem());
        return proved && ClaimResult.instances(page, parts).isEmpty() ? Verdict.PROVED : Verdict.CORROBORATED;
    }

    /** The kernel has it as a theorem that the statement fails, or it fails at a model or at matrices in exact arithmetic, or an experiment is refuted. */
    private static boolean isRefuted(ClaimResult.Part part) {
        StatementResult result = part.result();
        boolean trial = part.block().statement() instanceof ModelProperty
                || part.block().statement() instanceof Experiment
                || part.block().statement() instanceof TheoremStatement;
        return !result.holds() && result.decided() && (trial || result.theorem().isPresent());
    }

    /** The steps on record as holding that do not. */
    private static List<ClaimResult.Part> brokenSteps(List<ClaimResult.Part> parts) {
        return parts.stream()
                .filter(p -> p.block().role() == Page.Role.STEP
                        && p.block().holds()
                        && !p.result().holds())
                .toList();
    }

    private String reason(List<ClaimResult.Part> parts, Verdict verdict) {
        return switch (verdict) {
            case INCONCLUSIVE -> inconclusive(parts);
            case REFUTED ->
                ClaimResult.printed(parts)
                        .filter(ClaimCheck::isRefuted)
                        .findFirst()
                        .map(ClaimCheck::refutation)
                        .orElseThrow();
            case PROVED -> "every printed statement is a theorem of the kernel";
            case CORROBORATED ->
                ClaimResult.instances(page, parts)
                        .map(scope -> "every printed statement holds for " + scope)
                        .orElse("every printed statement holds by one route; two are needed for a proof");
        };
    }

    /** Which part of what is printed fails, and at what. */
    private static String refutation(ClaimResult.Part part) {
        String label = part.block().label();
        String which = label.isEmpty() ? "what is printed" : "'" + label + "'";
        return part.result()
                .witness()
                .map(w -> which + " fails at " + w.text())
                .orElseGet(() -> which + ": " + part.result().evidence().get(0).text());
    }

    private static String inconclusive(List<ClaimResult.Part> parts) {
        if (parts.stream().anyMatch(p -> p.result().contradictedBySamples())) {
            return "samples and exact routes contradict each other";
        }
        return brokenSteps(parts).stream()
                .findFirst()
                .map(p -> "a step of the derivation does not hold: " + p.block().label())
                .or(() -> ClaimResult.printed(parts)
                        .filter(p -> !p.result().holds())
                        .findFirst()
                        .map(p -> p.result().evidence().get(0).text()))
                .orElseThrow();
    }

    private List<String> problems(List<ClaimResult.Part> parts, Verdict verdict) {
        List<String> out = new ArrayList<>();
        page.recorded()
                .filter(recorded -> verdict != recorded)
                .ifPresent(recorded -> out.add("recorded as " + recorded.label() + ", found " + verdict.label()));
        for (ClaimResult.Part part : parts) {
            Page.Block block = part.block();
            if (block.role() != Page.Role.PRINTED && part.result().holds() != block.holds()) {
                String name = block.role().label() + (block.label().isEmpty() ? "" : " '" + block.label() + "'");
                out.add(name + (part.result().holds() ? " holds, recorded as failing" : " fails, recorded as holding"));
            }
        }
        return out;
    }
}
