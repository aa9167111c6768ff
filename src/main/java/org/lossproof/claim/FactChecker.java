package org.lossproof.claim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.claim.FactDecision.Outcome;
import org.lossproof.kernel.Axiom;

/** Decides facts with {@link FactDecision}, tries their falsified variants, and says in words what was found. */
final class FactChecker {
    private FactChecker() {}

    /** Decides a fact and tries its falsified variants if it holds. */
    static StatementResult check(Fact fact) {
        FactDecision decision = FactDecision.of(fact);
        List<Evidence> evidence = new ArrayList<>(List.of(evidence(decision)));
        decision.counterexample()
                .ifPresent(c -> evidence.add(new Evidence(Evidence.Kind.EXACT, "fails at " + text(c))));
        decision.instance()
                .filter(p -> decision.outcome() == Outcome.HOLDS
                        && !fact.assumptions().isEmpty())
                .ifPresent(p -> evidence.add(
                        new Evidence(Evidence.Kind.EXACT, "not vacuous: the assumptions hold at " + text(p))));
        boolean holds = decision.outcome() == Outcome.HOLDS;
        MutantReport mutants = switch (decision.outcome()) {
            case HOLDS -> FactMutants.report(fact);
            case FAILS -> FactMutants.reportOfFalse(fact);
            case VACUOUS, OPEN -> MutantReport.NONE;
        };
        if (mutants.total() > 0) {
            String how = holds ? "have exact counterexamples" : "of what fails are told from what holds";
            evidence.add(new Evidence(Evidence.Kind.MUTANTS, mutants.sentence(how)));
        }
        return StatementResult.of(
                fact,
                holds,
                holds || decision.outcome() == Outcome.FAILS,
                evidence,
                decision.counterexample().map(c -> new Witness(text(c))),
                mutants,
                decision.theorem(),
                decision.entry());
    }

    private static Evidence evidence(FactDecision decision) {
        return switch (decision.outcome()) {
            case HOLDS -> {
                Set<Axiom> axioms = decision.theorem().orElseThrow().axioms();
                yield axioms.isEmpty()
                        ? new Evidence(
                                Evidence.Kind.ALGEBRA,
                                "no real point fails it: "
                                        + CertificateWords.of(
                                                decision.entry().orElseThrow().certificate()))
                        : new Evidence(
                                Evidence.Kind.SOLVER,
                                "no certificate was found; Z3 finds no counterexample among all reals, by two procedures");
            }
            case FAILS ->
                decision.counterexample().isPresent()
                        ? new Evidence(Evidence.Kind.EXACT, "there is a counterexample, checked by the kernel")
                        : new Evidence(
                                Evidence.Kind.SOLVER, "there is an irrational counterexample (Z3, by two procedures)");
            case VACUOUS ->
                new Evidence(Evidence.Kind.SOLVER, "no real numbers satisfy the assumptions, so nothing is said");
            case OPEN -> new Evidence(Evidence.Kind.SOLVER, "not decided: " + decision.reason());
        };
    }

    static String text(Map<String, BigFraction> point) {
        return new LinkedHashMap<>(point)
                .entrySet().stream()
                        .map(e -> e.getKey() + " = " + e.getValue().toString().replace(" ", ""))
                        .collect(Collectors.joining(", "));
    }

    /** For callers that need no more than whether a formula holds everywhere. */
    static boolean holdsEverywhere(List<String> variables, Formula formula) {
        Fact fact = new Fact(variables, List.of(), formula, "");
        return FactDecision.quick(fact).outcome() == Outcome.HOLDS;
    }
}
