package org.lossproof.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.expansion.BudgetExceededException;
import org.lossproof.expansion.Coefficient;
import org.lossproof.expansion.Comparison;
import org.lossproof.expansion.Expansion;
import org.lossproof.expansion.LargeLimit;
import org.lossproof.expansion.RouteDisagreementException;
import org.lossproof.expansion.SeriesExpansion;
import org.lossproof.expansion.routes.Derivation;
import org.lossproof.kernel.RejectedCertificateException;
import org.lossproof.kernel.Replay;
import org.lossproof.kernel.Theorem;
import org.lossproof.loss.InputException;
import org.lossproof.moments.Invariant;
import org.lossproof.page.Assertion;
import org.lossproof.page.Experiment;
import org.lossproof.page.Fact;
import org.lossproof.page.ModelProperty;
import org.lossproof.page.Singularity;
import org.lossproof.page.Statement;
import org.lossproof.page.TheoremStatement;

/**
 * Decides a statement: its sides are expanded by all routes, and either agree at every order in question or not; the kernel
 * compares what the routes gave. Samples of the left side are compared with both, and falsified variants of a true statement are tried.
 */
public final class StatementChecker {
    private final CheckSettings settings;

    public StatementChecker(CheckSettings settings) {
        this.settings = settings;
    }

    /** Checks a statement of any kind. */
    public StatementResult check(Assertion assertion) {
        if (assertion instanceof Fact fact) {
            return FactChecker.check(fact);
        }
        if (assertion instanceof Singularity singularity) {
            return SingularityChecker.check(singularity);
        }
        if (assertion instanceof ModelProperty property) {
            return PropertyChecker.check(property);
        }
        if (assertion instanceof TheoremStatement theorem) {
            return TheoremChecker.check(theorem);
        }
        if (assertion instanceof Experiment experiment) {
            return ExperimentChecker.check(experiment, settings.trainings());
        }
        return check((Statement) assertion);
    }

    /** Checks a statement; where a side has no expansion, or the routes contradict each other, nothing is decided. */
    private StatementResult check(Statement statement) {
        try {
            Expansion left = Derivation.agreed(statement.equation().left(), statement.to(), statement.where());
            Expansion right = Derivation.agreed(statement.equation().right(), statement.to(), statement.where());
            return compared(statement, left, right);
        } catch (InputException | BudgetExceededException | RouteDisagreementException e) {
            return StatementResult.of(
                    statement,
                    false,
                    false,
                    List.of(new Evidence(Evidence.Kind.SYMBOLIC, e.getMessage())),
                    Optional.empty(),
                    MutantReport.NONE,
                    Optional.empty(),
                    Optional.empty());
        }
    }

    /** Left - right, by the series alone: what the routes gave for either side is compared by the kernel. */
    static Expansion difference(Statement statement) {
        return SeriesExpansion.expand(statement.equation().difference(), statement.to(), statement.where());
    }

    private StatementResult compared(Statement statement, Expansion left, Expansion right) {
        Expansion difference = difference(statement);
        Optional<Integer> failing = failingOrder(statement, difference);
        List<Evidence> evidence = new ArrayList<>(List.of(symbolic(statement, difference, left, right, failing)));
        Optional<Witness> witness = failing.flatMap(k -> new WitnessSearch(statement).at(k));
        witness.ifPresent(w -> evidence.add(new Evidence(Evidence.Kind.EXACT, w.text())));
        Replay.Entry entry = ExpansionTheorem.of(statement, left, right, failing);
        Optional<Theorem> theorem = proved(entry, evidence);
        List<SampleComparison> samples =
                new StatementSampling(statement, left, settings).comparisons(failing.isEmpty());
        samples.forEach(s -> evidence.add(new Evidence(Evidence.Kind.SAMPLED, s.sentence())));
        MutantTrial trial = new MutantTrial(statement, samples);
        MutantReport mutants = failing.isPresent() ? trial.reportOfFalse() : trial.report();
        if (mutants.total() > 0) {
            evidence.add(new Evidence(
                    Evidence.Kind.MUTANTS,
                    mutants.sentence(
                            failing.isPresent()
                                    ? "of what fails are told from what holds"
                                    : "are rejected in exact arithmetic, " + mutants.bySamples()
                                            + " of them by the samples alone")));
        }
        return new StatementResult(
                statement,
                failing.isEmpty(),
                failing.isEmpty() || witness.isPresent() || isCertain(statement, difference, failing.get()),
                evidence,
                witness,
                formula(statement, left),
                formulaTex(statement, left),
                samples,
                mutants,
                theorem,
                theorem.map(t -> entry),
                List.of(),
                Optional.empty());
    }

    /** Fewer than two routes are no theorem; the evidence says so. */
    private static Optional<Theorem> proved(Replay.Entry entry, List<Evidence> evidence) {
        try {
            return Optional.of(Theorem.prove(entry.proposition(), entry.certificate()));
        } catch (RejectedCertificateException e) {
            evidence.add(new Evidence(Evidence.Kind.SYMBOLIC, "no theorem of the kernel: " + e.getMessage()));
            return Optional.empty();
        }
    }

    /** Whether a coefficient that is not identically zero in its normal form is certainly not zero. */
    private static boolean isCertain(Statement statement, Expansion difference, int order) {
        Comparison comparison = new Comparison(
                difference.loss(), statement.where(), SeriesExpansion.budget(difference.loss(), difference.order()));
        Coefficient zero = Coefficient.of(BigFraction.ZERO);
        return difference.ofOrder(order).values().stream()
                .anyMatch(c -> comparison.of(c, zero) == Comparison.Outcome.DIFFERENT);
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

    private static Evidence symbolic(
            Statement statement, Expansion difference, Expansion left, Expansion right, Optional<Integer> failing) {
        String orders = statement.from() == statement.to()
                ? "order " + statement.from()
                : "orders " + statement.from() + " to " + statement.to();
        List<String> agreeing =
                left.routes().stream().filter(right.routes()::contains).toList();
        String routes = " (" + String.join("; ", agreeing) + ")";
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
}
