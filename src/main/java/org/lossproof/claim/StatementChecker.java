package org.lossproof.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lossproof.expansion.Coefficient;
import org.lossproof.expansion.Expansion;
import org.lossproof.expansion.LargeLimit;
import org.lossproof.expansion.routes.Derivation;
import org.lossproof.moments.Invariant;

/**
 * Decides a statement: the difference of its sides is expanded by all routes, and is either zero at every order in
 * question or not. Samples of the left side are compared with both, and falsified variants of a true statement are tried.
 */
public final class StatementChecker {
    private final CheckSettings settings;

    public StatementChecker(CheckSettings settings) {
        this.settings = settings;
    }

    /** Checks an equation between expansions or a fact about real numbers. */
    public StatementResult check(Assertion assertion, long sampleSeed) {
        if (assertion instanceof Fact fact) {
            return FactChecker.check(fact);
        }
        if (assertion instanceof Singularity singularity) {
            return singularity.check();
        }
        return check((Statement) assertion, sampleSeed);
    }

    /**
     * Checks a statement.
     *
     * @param sampleSeed tells the sampled checks of one run apart
     * @throws org.lossproof.expansion.RouteDisagreementException if the routes differ
     */
    private StatementResult check(Statement statement, long sampleSeed) {
        Expansion difference = Derivation.agreed(statement.equation().difference(), statement.to(), statement.where());
        Optional<Integer> failing = failingOrder(statement, difference);
        Expansion left = Derivation.agreed(statement.equation().left(), statement.to(), statement.where());
        List<Evidence> evidence = new ArrayList<>(List.of(symbolic(statement, difference, failing)));
        Optional<Witness> witness = failing.flatMap(k -> new WitnessSearch(statement).at(k));
        witness.ifPresent(w -> evidence.add(new Evidence(Evidence.Kind.EXACT, w.text())));
        List<SampleComparison> samples = new StatementSampling(statement, left, settings, sampleSeed).comparisons();
        samples.forEach(s -> evidence.add(new Evidence(Evidence.Kind.SAMPLED, sentence(s))));
        MutantReport mutants = failing.isPresent() ? MutantReport.NONE : new MutantTrial(statement, samples).report();
        if (mutants.total() > 0) {
            evidence.add(new Evidence(Evidence.Kind.MUTANTS, sentence(mutants)));
        }
        return new StatementResult(
                statement,
                failing.isEmpty(),
                true,
                evidence,
                witness,
                formula(statement, left),
                formulaTex(statement, left),
                samples,
                mutants);
    }

    /** The first order of the statement at which the difference does not vanish (in the limit, if one is meant). */
    static Optional<Integer> failingOrder(Statement statement, Expansion difference) {
        for (int k = statement.from(); k <= statement.to(); k++) {
            Map<Invariant, Coefficient> terms = difference.ofOrder(k);
            boolean fails = statement.limit().isPresent()
                    ? !LargeLimit.remaining(terms, statement.limit().get()).isEmpty()
                    : !terms.isEmpty();
            if (fails) {
                return Optional.of(k);
            }
        }
        return Optional.empty();
    }

    private static Evidence symbolic(Statement statement, Expansion difference, Optional<Integer> failing) {
        String orders = statement.from() == statement.to()
                ? "order " + statement.from()
                : "orders " + statement.from() + " to " + statement.to();
        String routes = " (" + String.join("; ", difference.routes()) + ")";
        String limit = statement.limit().map(n -> " as " + n + " -> infinity").orElse("");
        String found = failing.isEmpty()
                ? "left - right vanishes at " + orders + limit
                : "left - right is " + Expansion.text(difference.compact().get(failing.get())) + " at order "
                        + failing.get();
        return new Evidence(Evidence.Kind.SYMBOLIC, found + routes);
    }

    private static String formula(Statement statement, Expansion left) {
        List<String> parts = new ArrayList<>();
        for (int k = statement.from(); k <= statement.to(); k++) {
            if (left.compact().containsKey(k)) {
                parts.add(Expansion.text(left.compact().get(k)));
            }
        }
        return joined(parts) + statement.suffix();
    }

    private static String formulaTex(Statement statement, Expansion left) {
        List<String> parts = new ArrayList<>();
        for (int k = statement.from(); k <= statement.to(); k++) {
            if (left.compact().containsKey(k)) {
                parts.add(Expansion.tex(left.compact().get(k)));
            }
        }
        return joined(parts) + (statement.suffix().startsWith(" at") ? "" : statement.suffix());
    }

    private static String joined(List<String> parts) {
        return parts.isEmpty() ? "0" : String.join(" + ", parts).replace("+ -", "- ");
    }

    private static String sentence(SampleComparison s) {
        String against = s.check().agrees() && !s.rejectsPrinted()
                ? ""
                : String.format(
                        java.util.Locale.ROOT,
                        "; the right side, %.6g, is %s",
                        s.printed(),
                        s.rejectsPrinted() ? "rejected" : "not rejected");
        return s.check().sentence() + against + " [" + s.point() + "]";
    }

    private static String sentence(MutantReport mutants) {
        String alive = mutants.survivors().isEmpty() ? "" : "; SURVIVORS: " + String.join(", ", mutants.survivors());
        return mutants.text() + " falsified variants rejected by exact evaluation, " + mutants.bySamples()
                + " of them by the samples alone" + alive;
    }
}
