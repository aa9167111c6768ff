package org.lossproof.claim;

import com.microsoft.z3.Status;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hipparchus.fraction.BigFraction;

/**
 * Decides facts: a counterexample is looked for among small rationals in exact arithmetic, then Z3 decides over all reals; a
 * model of Z3 is replayed exactly, an unsatisfiable question is put to a second procedure and to {@link AlgebraicArgument}.
 */
final class FactChecker {
    private static final String SECOND_PROCEDURE = "qfnra-nlsat";
    private static final int MAX_POINTS = 200_000;
    private static final List<BigFraction> SMALL = List.of(
            BigFraction.ONE,
            BigFraction.ZERO,
            BigFraction.TWO,
            new BigFraction(1, 2),
            new BigFraction(4),
            new BigFraction(3),
            BigFraction.MINUS_ONE,
            new BigFraction(1, 4));

    private FactChecker() {}

    /** Decides a fact and tries its falsified variants if it holds. */
    static StatementResult check(Fact fact) {
        try (Z3Decision z3 = new Z3Decision()) {
            List<Evidence> evidence = new ArrayList<>();
            Optional<Map<String, BigFraction>> small = smallCounterexample(fact);
            Z3Decision.Answer answer = z3.decide(fact, "");
            Optional<Map<String, BigFraction>> counterexample =
                    small.or(() -> answer.model().filter(m -> fails(fact, m)));
            if (counterexample.isEmpty() && !z3.isPossible(fact)) {
                return vacuous(fact);
            }
            Optional<List<String>> argument =
                    answer.status() == Status.SATISFIABLE ? Optional.empty() : AlgebraicArgument.excluding(fact);
            boolean holds = small.isEmpty() && (answer.status() == Status.UNSATISFIABLE || argument.isPresent());
            evidence.add(new Evidence(Evidence.Kind.SOLVER, sentence(fact, answer, z3)));
            argument.ifPresent(a -> evidence.add(new Evidence(Evidence.Kind.ALGEBRA, sentence(a))));
            counterexample.ifPresent(c -> evidence.add(new Evidence(Evidence.Kind.EXACT, "fails at " + text(c))));
            MutantReport mutants = holds ? mutants(fact, z3) : MutantReport.NONE;
            if (mutants.total() > 0) {
                evidence.add(new Evidence(
                        Evidence.Kind.MUTANTS, mutants.text() + " falsified variants have counterexamples"));
            }
            boolean decided = holds || counterexample.isPresent() || answer.status() == Status.SATISFIABLE;
            return new StatementResult(
                    fact,
                    holds,
                    decided,
                    evidence,
                    counterexample.map(c -> new Witness(text(c))),
                    "",
                    "",
                    List.of(),
                    mutants);
        }
    }

    /** What follows from a contradiction is no fact: such assumptions decide nothing. */
    private static StatementResult vacuous(Fact fact) {
        Evidence why = new Evidence(Evidence.Kind.SOLVER, "no real numbers satisfy the assumptions (Z3)");
        return new StatementResult(
                fact, false, false, List.of(why), Optional.empty(), "", "", List.of(), MutantReport.NONE);
    }

    private static String sentence(List<String> argument) {
        return "without the solver, a counterexample would imply " + String.join("; or ", argument)
                + ", though no summand can be negative and one is positive";
    }

    /** The question of a fact in SMT-LIB. */
    static String smtLib(Fact fact) {
        try (Z3Decision z3 = new Z3Decision()) {
            return z3.question(fact);
        }
    }

    private static String sentence(Fact fact, Z3Decision.Answer answer, Z3Decision z3) {
        return switch (answer.status()) {
            case UNSATISFIABLE -> {
                boolean again = z3.decide(fact, SECOND_PROCEDURE).status() == Status.UNSATISFIABLE;
                yield "no counterexample among all reals (Z3" + (again ? ", both procedures" : "") + ")";
            }
            case SATISFIABLE -> "there are counterexamples (Z3)";
            case UNKNOWN -> "not decided (Z3 within its time)";
        };
    }

    private static MutantReport mutants(Fact fact, Z3Decision z3) {
        int killed = 0;
        int total = 0;
        List<String> survivors = new ArrayList<>();
        for (Map.Entry<Formula, String> mutant : variants(fact.claim()).entrySet()) {
            Fact variant = fact.withClaim(mutant.getKey());
            Status status = smallCounterexample(variant).isPresent()
                    ? Status.SATISFIABLE
                    : z3.decide(variant, "").status();
            if (status != Status.UNSATISFIABLE) {
                total++;
                killed += status == Status.SATISFIABLE ? 1 : 0;
                if (status == Status.UNKNOWN) {
                    survivors.add(mutant.getValue());
                }
            }
        }
        return new MutantReport(killed, total, 0, survivors);
    }

    /** One change in the right side of a comparison. A variant that is also true for all reals is no falsification. */
    private static Map<Formula, String> variants(Formula formula) {
        Map<Formula, String> out = new LinkedHashMap<>();
        if (formula instanceof Formula.Comparison c) {
            Mutants.of(c.right())
                    .forEach((e, what) -> out.put(new Formula.Comparison(c.left(), c.relation(), e), what));
            for (Formula.Relation other : Formula.Relation.values()) {
                if (other != c.relation()) {
                    out.put(
                            new Formula.Comparison(c.left(), other, c.right()),
                            other.symbol() + " for " + c.relation().symbol());
                }
            }
        } else if (formula instanceof Formula.Implies i) {
            variants(i.conclusion()).forEach((f, what) -> out.put(new Formula.Implies(i.premise(), f), what));
        } else if (formula instanceof Formula.Equivalent e) {
            variants(e.right()).forEach((f, what) -> out.put(new Formula.Equivalent(e.left(), f), what));
        } else if (formula instanceof Formula.And and) {
            for (int i = 0; i < and.parts().size(); i++) {
                int at = i;
                variants(and.parts().get(i)).forEach((f, what) -> {
                    List<Formula> parts = new ArrayList<>(and.parts());
                    parts.set(at, f);
                    out.put(new Formula.And(parts), what);
                });
            }
        }
        return out;
    }

    private static Optional<Map<String, BigFraction>> smallCounterexample(Fact fact) {
        int n = fact.variables().size();
        int values = Math.min(SMALL.size(), (int) Math.floor(Math.pow(MAX_POINTS, 1.0 / n)));
        int points = (int) Math.round(Math.pow(values, n));
        Map<String, BigFraction> point = new LinkedHashMap<>();
        for (int index = 0; index < points; index++) {
            int rest = index;
            for (String name : fact.variables()) {
                point.put(name, SMALL.get(rest % values));
                rest /= values;
            }
            if (fails(fact, point)) {
                return Optional.of(new LinkedHashMap<>(point));
            }
        }
        return Optional.empty();
    }

    private static boolean fails(Fact fact, Map<String, BigFraction> point) {
        try {
            return fact.assumptions().stream().allMatch(a -> a.holds(point))
                    && !fact.claim().holds(point);
        } catch (org.hipparchus.exception.MathRuntimeException | ArithmeticException e) {
            // A divisor vanishes: the fact says nothing there.
            return false;
        }
    }

    private static String text(Map<String, BigFraction> point) {
        return point.entrySet().stream()
                .map(e -> e.getKey() + " = " + e.getValue().toString().replace(" ", ""))
                .collect(Collectors.joining(", "));
    }
}
