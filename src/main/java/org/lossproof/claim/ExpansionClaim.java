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

    private Verdict verdict(List<ClaimResult.Part> parts) {
        if (parts.stream().anyMatch(p -> p.result().contradictedBySamples())) {
            return Verdict.INCONCLUSIVE;
        }
        if (printed(parts).stream().anyMatch(p -> !p.result().decided())) {
            return Verdict.INCONCLUSIVE;
        }
        boolean holds = printed(parts).stream().allMatch(p -> p.result().holds());
        Verdict best = page.scope().isPresent() ? Verdict.CORROBORATED : Verdict.PROVED;
        return holds ? best : Verdict.REFUTED;
    }

    private static List<ClaimResult.Part> printed(List<ClaimResult.Part> parts) {
        return parts.stream()
                .filter(p -> p.block().role() == ClaimPage.Role.PRINTED)
                .toList();
    }

    private String reason(List<ClaimResult.Part> parts, Verdict verdict) {
        if (verdict == Verdict.INCONCLUSIVE) {
            boolean contradiction = parts.stream().anyMatch(p -> p.result().contradictedBySamples());
            return contradiction
                    ? "samples and exact routes contradict each other"
                    : "the solver did not decide in its time";
        }
        return printed(parts).stream()
                .filter(p -> !p.result().holds())
                .findFirst()
                .map(p -> p.result()
                        .witness()
                        .map(Witness::text)
                        .orElse(p.result().evidence().get(0).text()))
                .orElse(page.scope()
                        .map(scope -> "every printed statement holds for " + scope)
                        .orElse("every printed statement follows from the definitions"));
    }

    private List<String> problems(List<ClaimResult.Part> parts, Verdict verdict) {
        List<String> out = new ArrayList<>();
        if (verdict != page.recorded()) {
            out.add("recorded as " + page.recorded().label() + ", found " + verdict.label());
        }
        for (ClaimResult.Part part : parts) {
            ClaimPage.Block block = part.block();
            if (block.role() != ClaimPage.Role.PRINTED && part.result().holds() != block.holds()) {
                String name = block.role().name().toLowerCase(java.util.Locale.ROOT)
                        + (block.label().isEmpty() ? "" : " '" + block.label() + "'");
                out.add(name + (part.result().holds() ? " holds, recorded as failing" : " fails, recorded as holding"));
            }
            part.result().mutants().survivors().forEach(s -> out.add("a falsified variant survives: " + s));
        }
        return out;
    }
}
