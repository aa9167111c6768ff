package org.lossproof.claim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.kernel.Certificate;
import org.lossproof.kernel.Proposition;
import org.lossproof.kernel.Rational;
import org.lossproof.kernel.RejectedCertificateException;
import org.lossproof.kernel.Replay;
import org.lossproof.kernel.Theorem;
import org.lossproof.loss.RationalArithmetic;
import org.lossproof.loss.Truth;
import org.lossproof.page.Fact;
import org.lossproof.search.ConeSearch;
import org.lossproof.search.EquationPoints;
import org.lossproof.search.SmallPoints;
import org.lossproof.search.SolverSearch;
import org.lossproof.search.SolverSearch.Answer;
import org.lossproof.search.SolverSearch.Word;

/**
 * Decides a fact: an exact counterexample, or for each case of a counterexample a certificate that it has no solution. What the
 * searchers find is checked by the kernel before it counts.
 */
final class FactDecision {
    /** What came of it. */
    enum Outcome {
        HOLDS,
        FAILS,
        /** No point satisfies the assumptions: nothing is said. */
        VACUOUS,
        OPEN
    }

    private static final Certificate BOTH_PROCEDURES =
            new Certificate.SolverSays(List.of(SolverSearch.DEFAULT, SolverSearch.CELLS));

    /** In real variables; of an existential fact, its denial. */
    private final Fact fact;

    private final boolean existential;
    /** Variables that stand for whole numbers: a point counts only where they are. */
    private final Set<String> whole;

    private final FloatingFact floating;
    private Optional<FactElaboration> elaborated = Optional.empty();
    private Outcome outcome = Outcome.OPEN;
    private Optional<Map<String, BigFraction>> counterexample = Optional.empty();
    private Optional<Map<String, BigFraction>> instance = Optional.empty();
    private Optional<Replay.Entry> entry = Optional.empty();
    private Optional<Theorem> theorem = Optional.empty();
    private String reason = "";

    private FactDecision(Fact fact) {
        Fact elaborated = Premises.elaborate(fact);
        this.existential = elaborated.existential();
        this.whole = Premises.wholeNumbers(fact, elaborated);
        this.fact = existential ? elaborated.denied() : elaborated;
        this.floating = new FloatingFact(this.fact);
    }

    /** With certificates wherever they are found. */
    static FactDecision of(Fact fact) {
        FactDecision decision = new FactDecision(fact);
        decision.decide();
        return decision;
    }

    /**
     * The outcome alone, in less time, for what no verdict rests on: a counterexample in exact arithmetic, or the word of one
     * procedure of the solver that there is none; no theorem.
     */
    static FactDecision quick(Fact fact) {
        FactDecision decision = new FactDecision(fact);
        decision.decideQuickly();
        return decision;
    }

    /** Derived when the first point does not decide. */
    private FactElaboration elaboration() {
        if (elaborated.isEmpty()) {
            elaborated = Optional.of(FactElaboration.of(fact));
        }
        return elaborated.get();
    }

    /** Of the fact; an existential one holds where its denial has a counterexample. */
    Outcome outcome() {
        if (!existential) {
            return outcome;
        }
        return switch (outcome) {
            case HOLDS -> Outcome.FAILS;
            case FAILS -> Outcome.HOLDS;
            case VACUOUS, OPEN -> outcome;
        };
    }

    /** Whether it is decided by a point: a counterexample, or what an existential fact says there is. */
    boolean isDecidedByPoint() {
        return outcome == Outcome.FAILS;
    }

    /** Where the fact fails, if it does at a rational point. */
    Optional<Map<String, BigFraction>> counterexample() {
        return counterexample;
    }

    /** A point where the assumptions hold. */
    Optional<Map<String, BigFraction>> instance() {
        return instance;
    }

    /** What the kernel checked. */
    Optional<Theorem> theorem() {
        return theorem;
    }

    /** The proposition and its certificate, to be written down. */
    Optional<Replay.Entry> entry() {
        return entry;
    }

    /** Why it is open. */
    String reason() {
        return reason;
    }

    private void decideQuickly() {
        SmallPoints.of(fact.variables(), SmallPoints.FEW, this::look);
        if (counterexample.isPresent()) {
            outcome = Outcome.FAILS;
            return;
        }
        boolean open = false;
        for (Proposition.NoPoint system : elaboration().counterexamples()) {
            Answer answer = SolverSearch.ask(system, SolverSearch.CELLS);
            if (answer.word() == Word.SOME) {
                outcome = isCounterexample(system, answer) ? Outcome.FAILS : Outcome.OPEN;
                return;
            }
            open |= answer.word() == Word.UNKNOWN
                    && ConeSearch.findSimple(system).isEmpty();
        }
        outcome = open ? Outcome.OPEN : vacuousOr(Outcome.HOLDS);
    }

    /** The solver's point, seen to fail the fact; an irrational one counts if both procedures say so. */
    private boolean isCounterexample(Proposition.NoPoint system, Answer answer) {
        if (answer.point().isPresent()) {
            return look(inVariables(answer.point().get()));
        }
        return whole.isEmpty() && SolverSearch.ask(system, SolverSearch.DEFAULT).word() == Word.SOME;
    }

    /** What is found of a fact without counterexamples, unless no point, or none that is known, satisfies its assumptions. */
    private Outcome vacuousOr(Outcome found) {
        if (existential || instance.isPresent()) {
            return found;
        }
        return switch (instanceOfAssumptions()) {
            case SOME -> found;
            case NONE -> Outcome.VACUOUS;
            case UNKNOWN -> {
                reason = "whether any point satisfies the assumptions was not found out";
                yield Outcome.OPEN;
            }
        };
    }

    private void decide() {
        Optional<String> mistranslated = mistranslated();
        if (mistranslated.isPresent()) {
            reason = "the translation into polynomials differs from the formula at " + mistranslated.get();
            return;
        }
        SmallPoints.of(fact.variables(), SmallPoints.FEW, this::look);
        if (counterexample.isPresent()) {
            failsAt(counterexample.get());
            return;
        }
        List<Certificate> certificates = new ArrayList<>();
        for (Proposition.NoPoint system : elaboration().counterexamples()) {
            Optional<Certificate> certificate = certificate(system);
            if (certificate.isEmpty()) {
                return;
            }
            certificates.add(certificate.get());
        }
        outcome = vacuousOr(Outcome.OPEN);
        if (outcome == Outcome.VACUOUS || !reason.isEmpty()) {
            return;
        }
        Proposition all = new Proposition.All(elaboration().counterexamples().stream()
                .map(c -> (Proposition) c)
                .toList());
        conclude(Outcome.HOLDS, all, new Certificate.Each(certificates));
    }

    /** At every point looked at, a counterexample of the fact is one of the systems and the reverse. */
    private Optional<String> mistranslated() {
        List<String> found = new ArrayList<>();
        SmallPoints.sample(fact.variables(), point -> {
            Truth truth = fact.at(point);
            boolean fails = truth == Truth.FALSE;
            if (truth != Truth.UNKNOWN && fails != failingCase(point).isPresent()) {
                found.add(FactChecker.text(point));
            }
            return !found.isEmpty();
        });
        return found.stream().findFirst();
    }

    private boolean look(Map<String, BigFraction> point) {
        if (!floating.isWorthALook(point, instance.isEmpty())) {
            return false;
        }
        if (!whole.stream().allMatch(n -> RationalArithmetic.isWhole(point.get(n)))) {
            return false;
        }
        Truth truth = fact.at(point);
        if (truth == Truth.FALSE) {
            counterexample = Optional.of(new LinkedHashMap<>(point));
        } else if (truth == Truth.TRUE && instance.isEmpty()) {
            instance = Optional.of(new LinkedHashMap<>(point));
        }
        return truth == Truth.FALSE;
    }

    private Optional<Proposition.NoPoint> failingCase(Map<String, BigFraction> point) {
        Map<String, Rational> values = elaboration().complete(point);
        return elaboration().counterexamples().stream()
                .filter(s -> s.conditions().stream().allMatch(c -> {
                    boolean known = values.keySet().containsAll(c.polynomial().variables());
                    return known && c.at(values);
                }))
                .findFirst();
    }

    private void failsAt(Map<String, BigFraction> point) {
        failingCase(point)
                .ifPresent(system -> conclude(
                        Outcome.FAILS,
                        new Proposition.SomePoint(system.conditions()),
                        new Certificate.AtPoint(elaboration().complete(point))));
    }

    private Optional<Certificate> certificate(Proposition.NoPoint system) {
        Answer first = SolverSearch.ask(system, SolverSearch.CELLS);
        if (first.word() == Word.SOME) {
            solverFinds(system, first);
            return Optional.empty();
        }
        Optional<Certificate> cone = ConeSearch.find(system).map(c -> c);
        if (cone.isPresent()) {
            return cone;
        }
        boolean none = first.word() == Word.NONE
                && SolverSearch.ask(system, SolverSearch.DEFAULT).word() == Word.NONE;
        reason = none ? reason : "neither a certificate nor the solver decides a case of it";
        return none ? Optional.of(BOTH_PROCEDURES) : Optional.empty();
    }

    /** A point of the solver counts once it is seen to fail the fact; a simpler one is looked for, as it is to be shown. */
    private void solverFinds(Proposition.NoPoint system, Answer answer) {
        reason = "the solver's counterexample is not confirmed in exact arithmetic";
        SmallPoints.of(fact.variables(), SmallPoints.MANY, this::look);
        if (counterexample.isEmpty() && answer.point().isPresent()) {
            look(inVariables(answer.point().get()));
        }
        if (counterexample.isEmpty()) {
            EquationPoints.of(system, whole, point -> look(inVariables(point)));
        }
        counterexample.ifPresent(this::failsAt);
        if (counterexample.isEmpty() && isCounterexample(system, answer)) {
            conclude(Outcome.FAILS, new Proposition.SomePoint(system.conditions()), BOTH_PROCEDURES);
        }
    }

    /** Whether a point satisfies the assumptions, as far as the solver knows. */
    private Word instanceOfAssumptions() {
        Word out = Word.NONE;
        for (Proposition.NoPoint system : elaboration().assumptions()) {
            Answer answer = SolverSearch.ask(system, SolverSearch.CELLS);
            if (answer.word() == Word.SOME) {
                instance = answer.point().map(this::inVariables);
                return Word.SOME;
            }
            out = answer.word() == Word.UNKNOWN ? Word.UNKNOWN : out;
        }
        return out;
    }

    /** The values of the variables; those that do not occur are free. */
    private Map<String, BigFraction> inVariables(Map<String, Rational> values) {
        Map<String, BigFraction> point = new LinkedHashMap<>();
        fact.variables().forEach(v -> {
            Rational value = values.getOrDefault(v, Rational.ZERO);
            point.put(v, new BigFraction(value.numerator(), value.denominator()));
        });
        return point;
    }

    private void conclude(Outcome found, Proposition proposition, Certificate certificate) {
        try {
            theorem = Optional.of(Theorem.prove(proposition, certificate));
            entry = Optional.of(new Replay.Entry("", fact.text(), proposition, certificate));
            outcome = found;
        } catch (RejectedCertificateException e) {
            reason = "the kernel rejects what was found: " + e.getMessage();
        }
    }
}
