package org.lossproof.claim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.claim.FactDecision.Outcome;
import org.lossproof.kernel.Axiom;
import org.lossproof.loss.Formula;
import org.lossproof.page.Fact;

/** Decides facts with {@link FactDecision}, tries their falsified variants, and says in words what was found. */
final class FactChecker {
    private FactChecker() {}

    /** Decides a fact and tries its falsified variants if it holds. */
    static StatementResult check(Fact fact) {
        FactDecision decision = FactDecision.of(fact);
        if (decision.outcome() == Outcome.HOLDS && Premises.existsByNecessaryConditions(fact)) {
            return necessaryOnly(fact, decision);
        }
        List<Evidence> evidence = new ArrayList<>(List.of(evidence(fact, decision)));
        String there = fact.existential() ? "holds at " : "fails at ";
        decision.counterexample().ifPresent(c -> evidence.add(new Evidence(Evidence.Kind.EXACT, there + text(c))));
        decision.instance()
                .filter(p -> decision.outcome() == Outcome.HOLDS
                        && !fact.assumptions().isEmpty())
                .ifPresent(p -> evidence.add(
                        new Evidence(Evidence.Kind.EXACT, "not vacuous: the assumptions hold at " + text(p))));
        boolean holds = decision.outcome() == Outcome.HOLDS;
        MutantReport mutants = switch (decision.outcome()) {
            case HOLDS -> fact.existential() ? FactMutants.reportOfExistence(fact, true) : FactMutants.report(fact);
            case FAILS ->
                fact.existential() ? FactMutants.reportOfExistence(fact, false) : FactMutants.reportOfFalse(fact);
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
                holds ? Optional.empty() : decision.counterexample().map(c -> new Witness(text(c))),
                mutants,
                decision.theorem(),
                decision.entry());
    }

    /** What 'minimum' stands for is necessary: that it holds somewhere does not make a minimum of the point. */
    private static StatementResult necessaryOnly(Fact fact, FactDecision decision) {
        String where = decision.counterexample().map(FactChecker::text).orElse("an irrational point");
        return StatementResult.of(
                fact,
                false,
                false,
                List.of(new Evidence(
                        Evidence.Kind.EXACT,
                        "not decided: what is necessary for a minimum holds at " + where
                                + "; say by derivatives that it is one")),
                Optional.empty(),
                MutantReport.NONE,
                Optional.empty(),
                Optional.empty());
    }

    private static Evidence evidence(Fact fact, FactDecision decision) {
        return switch (decision.outcome()) {
            case HOLDS, FAILS -> decision.isDecidedByPoint() ? byPoint(fact, decision) : everywhere(fact, decision);
            case VACUOUS ->
                new Evidence(Evidence.Kind.SOLVER, "no real numbers satisfy the assumptions, so nothing is said");
            case OPEN -> new Evidence(Evidence.Kind.SOLVER, "not decided: " + decision.reason());
        };
    }

    private static Evidence byPoint(Fact fact, FactDecision decision) {
        String what = fact.existential() ? "such a point" : "a counterexample";
        return decision.counterexample().isPresent()
                ? new Evidence(Evidence.Kind.EXACT, "there is " + what + ", checked by the kernel")
                : new Evidence(Evidence.Kind.SOLVER, "there is " + what + ", irrational (Z3, by two procedures)");
    }

    private static Evidence everywhere(Fact fact, FactDecision decision) {
        String nowhere = fact.existential() ? "no values make it true" : "no real point fails it";
        Set<Axiom> axioms = decision.theorem().orElseThrow().axioms();
        return axioms.isEmpty()
                ? new Evidence(
                        Evidence.Kind.ALGEBRA,
                        nowhere + ": "
                                + CertificateWords.of(
                                        decision.entry().orElseThrow().certificate(),
                                        fact.existential() ? "such values" : "a counterexample"))
                : new Evidence(
                        Evidence.Kind.SOLVER,
                        fact.existential()
                                ? nowhere
                                        + ": no certificate was found; Z3 finds none among all reals, by two procedures"
                                : "no certificate was found; Z3 finds no counterexample among all reals, by two procedures");
    }

    static String text(Map<String, BigFraction> point) {
        return new LinkedHashMap<>(point)
                .entrySet().stream()
                        .map(e -> e.getKey() + " = " + e.getValue().toString().replace(" ", ""))
                        .collect(Collectors.joining(", "));
    }

    /** Whether a formula about the variables (and the landscape) of a fact holds everywhere. */
    static boolean holdsEverywhere(Fact about, Formula formula) {
        Fact fact = new Fact(about.variables(), List.of(), formula, false, about.setting(), "");
        return FactDecision.quick(fact).outcome() == Outcome.HOLDS;
    }
}
