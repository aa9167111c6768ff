package org.lossproof.claim;

import java.util.ArrayList;
import java.util.List;
import org.lossproof.montecarlo.Seed;

/** A claim that is decided by the statements on its page. */
public class ExpansionClaim implements Claim {
    private final ClaimPage page;

    /** The claim of an id; its page must exist. */
    public ExpansionClaim(String id) {
        this(ClaimPage.load(id));
    }

    /** The claim of a page, which states something that is printed. */
    ExpansionClaim(ClaimPage page) {
        this.page = page;
        if (page.in(ClaimPage.Role.PRINTED).isEmpty()) {
            throw new IllegalStateException("proofs/" + page.id() + ".md states nothing that is printed");
        }
    }

    @Override
    public final String id() {
        return page.id();
    }

    @Override
    public final ClaimPage page() {
        return page;
    }

    @Override
    public final int sampledChecks() {
        return page.blocks().stream()
                .mapToInt(b -> b.statement() instanceof Statement s ? StatementSampling.checks(s) : 0)
                .sum();
    }

    @Override
    public final ClaimResult check(CheckSettings settings) {
        StatementChecker checker = new StatementChecker(settings);
        List<ClaimResult.Part> parts = new ArrayList<>();
        for (ClaimPage.Block block : page.blocks()) {
            Seed seed = Seed.of(settings.seed()).of(page.id()).of(page.name(block));
            parts.add(new ClaimResult.Part(block, checker.check(block.statement(), seed)));
        }
        List<Evidence> extra = new ArrayList<>(furtherEvidence());
        List<String> contradictions = new ArrayList<>();
        for (LandscapeProperty property : landscapeProperties()) {
            LandscapeTrials.Report report = LandscapeTrials.run(property);
            extra.add(report.evidence(property));
            if (!report.asRecorded(property)) {
                contradictions.add(report.evidence(property).text() + ", not as recorded");
            }
        }
        Verdict verdict = contradictions.isEmpty() ? verdict(parts) : Verdict.INCONCLUSIVE;
        List<String> problems = new ArrayList<>(problems(parts, verdict));
        problems.addAll(contradictions);
        String reason = contradictions.isEmpty() ? reason(parts, verdict) : contradictions.get(0);
        return new ClaimResult(page, verdict, reason, parts, extra, problems);
    }

    /** Evidence beyond the statements of the page; none unless a claim overrides it. */
    protected List<Evidence> furtherEvidence() {
        return List.of();
    }

    /**
     * Only theorems prove: a printed part that fails refutes, one that is undecided or a step of ours that fails leaves it
     * open, and parts that hold without being theorems corroborate at best.
     */
    private Verdict verdict(List<ClaimResult.Part> parts) {
        if (parts.stream().anyMatch(p -> p.result().contradictedBySamples())) {
            return Verdict.INCONCLUSIVE;
        } else if (printed(parts).stream().anyMatch(ExpansionClaim::isRefuted)) {
            return Verdict.REFUTED;
        } else if (printed(parts).stream().anyMatch(p -> !p.result().holds())
                || !brokenSteps(parts).isEmpty()) {
            return Verdict.INCONCLUSIVE;
        }
        boolean proved = printed(parts).stream().allMatch(p -> p.result().isTheorem());
        return proved && page.scope().isEmpty() ? Verdict.PROVED : Verdict.CORROBORATED;
    }

    /** The kernel has it as a theorem that the statement fails. */
    private static boolean isRefuted(ClaimResult.Part part) {
        StatementResult result = part.result();
        return !result.holds() && result.decided() && result.theorem().isPresent();
    }

    /** The steps on record as holding that do not. */
    private static List<ClaimResult.Part> brokenSteps(List<ClaimResult.Part> parts) {
        return parts.stream()
                .filter(p -> p.block().role() == ClaimPage.Role.STEP
                        && p.block().holds()
                        && !p.result().holds())
                .toList();
    }

    private static List<ClaimResult.Part> printed(List<ClaimResult.Part> parts) {
        return parts.stream()
                .filter(p -> p.block().role() == ClaimPage.Role.PRINTED)
                .toList();
    }

    private String reason(List<ClaimResult.Part> parts, Verdict verdict) {
        return switch (verdict) {
            case INCONCLUSIVE -> inconclusive(parts);
            case REFUTED ->
                printed(parts).stream()
                        .filter(ExpansionClaim::isRefuted)
                        .findFirst()
                        .map(p -> p.result()
                                .witness()
                                .map(Witness::text)
                                .orElse(p.result().evidence().get(0).text()))
                        .orElseThrow();
            case PROVED -> "every printed statement is a theorem of the kernel";
            case CORROBORATED ->
                page.scope()
                        .map(scope -> "every printed statement holds for " + scope)
                        .orElse("every printed statement holds by one route; two are needed for a proof");
        };
    }

    private static String inconclusive(List<ClaimResult.Part> parts) {
        if (parts.stream().anyMatch(p -> p.result().contradictedBySamples())) {
            return "samples and exact routes contradict each other";
        }
        return brokenSteps(parts).stream()
                .findFirst()
                .map(p -> "a step of the derivation does not hold: " + p.block().label())
                .or(() -> printed(parts).stream()
                        .filter(p -> !p.result().holds())
                        .findFirst()
                        .map(p -> p.result().evidence().get(0).text()))
                .orElseThrow();
    }

    private List<String> problems(List<ClaimResult.Part> parts, Verdict verdict) {
        List<String> out = new ArrayList<>();
        if (verdict != page.recorded()) {
            out.add("recorded as " + page.recorded().label() + ", found " + verdict.label());
        }
        for (ClaimResult.Part part : parts) {
            ClaimPage.Block block = part.block();
            if (block.role() != ClaimPage.Role.PRINTED && part.result().holds() != block.holds()) {
                String name = block.role().label() + (block.label().isEmpty() ? "" : " '" + block.label() + "'");
                out.add(name + (part.result().holds() ? " holds, recorded as failing" : " fails, recorded as holding"));
            }
            part.result().mutants().open().forEach(s -> out.add("a falsified variant is not decided: " + s));
        }
        return out;
    }
}
