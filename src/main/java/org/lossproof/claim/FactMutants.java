package org.lossproof.claim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lossproof.loss.Formula;
import org.lossproof.loss.Formula.Relation;
import org.lossproof.loss.Formulas;
import org.lossproof.page.Fact;

/**
 * Falsified variants of a fact that holds: one change in a comparison of the claim, or in one of the assumptions. A variant is
 * killed by an exact counterexample, or because its assumptions contradict each other, so that it proves nothing.
 */
final class FactMutants {
    private FactMutants() {}

    static MutantReport report(Fact fact) {
        MutantReport report = MutantReport.NONE;
        for (Map.Entry<Formula, String> mutant : ofClaim(fact.claim()).entrySet()) {
            report = report.plus(
                    trial(fact, fact.withClaim(mutant.getKey()), fact.claim(), mutant.getKey(), mutant.getValue()));
        }
        for (int i = 0; i < fact.assumptions().size(); i++) {
            Formula own = fact.assumptions().get(i);
            for (Map.Entry<Formula, String> mutant : ofAssumption(own).entrySet()) {
                List<Formula> others = new ArrayList<>(fact.assumptions());
                others.set(i, mutant.getKey());
                report = report.plus(trial(
                        fact, fact.withAssumptions(others), own, mutant.getKey(), "assuming " + mutant.getValue()));
            }
        }
        return report;
    }

    /** Of a fact that fails: each variant of its claim fails too, or holds, and then its verdict is another. */
    static MutantReport reportOfFalse(Fact fact) {
        MutantReport report = MutantReport.NONE;
        for (Map.Entry<Formula, String> mutant : ofClaim(fact.claim()).entrySet()) {
            report = report.plus(
                    switch (FactDecision.quick(fact.withClaim(mutant.getKey())).outcome()) {
                        case FAILS, VACUOUS -> MutantReport.KILLED;
                        case HOLDS ->
                            isOfRelation(fact.claim(), mutant.getKey())
                                    ? MutantReport.KILLED
                                    : MutantReport.mends(mutant.getValue());
                        case OPEN -> MutantReport.open(mutant.getValue());
                    });
        }
        return report;
    }

    /** Of an existential fact: its variants have another relation in one comparison, and no such point, or one where it has none. */
    static MutantReport reportOfExistence(Fact fact, boolean holds) {
        MutantReport report = MutantReport.NONE;
        Map<Formula, String> all = variants(fact.claim(), c -> {
            Map<Formula, String> out = new LinkedHashMap<>();
            relations(c, notImpliedBy(c.relation()), out);
            return out;
        });
        for (Map.Entry<Formula, String> mutant : all.entrySet()) {
            report = report.plus(
                    switch (FactDecision.quick(fact.withClaim(mutant.getKey())).outcome()) {
                        case FAILS, VACUOUS -> MutantReport.KILLED;
                        case HOLDS -> holds ? MutantReport.alsoTrue(mutant.getValue()) : MutantReport.KILLED;
                        case OPEN -> MutantReport.open(mutant.getValue());
                    });
        }
        return report;
    }

    /** A false equation mended by another relation says what is known, that it is false; that is no correction. */
    private static boolean isOfRelation(Formula own, Formula other) {
        return Formulas.sides(own).equals(Formulas.sides(other));
    }

    private static MutantReport trial(Fact fact, Fact variant, Formula own, Formula other, String what) {
        return switch (FactDecision.quick(variant).outcome()) {
            case FAILS, VACUOUS -> MutantReport.KILLED;
            case OPEN -> MutantReport.open(what);
            case HOLDS ->
                FactChecker.holdsEverywhere(fact, new Formula.Equivalent(own, other))
                        ? MutantReport.same(what)
                        : MutantReport.alsoTrue(what);
        };
    }

    /** One change in a comparison: of its right side, or of the relation; or one of several possibilities left out. */
    private static Map<Formula, String> ofClaim(Formula formula) {
        Map<Formula, String> all = new LinkedHashMap<>(comparisonsOf(formula));
        if (formula instanceof Formula.Or or) {
            for (int i = 0; i < or.parts().size(); i++) {
                List<Formula> rest = new ArrayList<>(or.parts());
                rest.remove(i);
                all.put(new Formula.Or(rest), "possibility " + (i + 1) + " left out");
            }
        }
        return all;
    }

    private static Map<Formula, String> comparisonsOf(Formula formula) {
        return variants(formula, c -> {
            Map<Formula, String> out = new LinkedHashMap<>();
            Mutants.of(c.right()).forEach((e, what) -> {
                if (Fact.isAlgebraic(e)) {
                    out.put(new Formula.Comparison(c.left(), c.relation(), e), what);
                }
            });
            relations(c, notImpliedBy(c.relation()), out);
            return out;
        });
    }

    /** The relations that do not hold merely because this one does. */
    private static List<Relation> notImpliedBy(Relation relation) {
        return switch (relation) {
            case EQUAL -> List.of(Relation.UNEQUAL, Relation.LESS, Relation.GREATER);
            case UNEQUAL -> List.of(Relation.EQUAL, Relation.LESS, Relation.GREATER);
            case AT_LEAST -> List.of(Relation.GREATER, Relation.EQUAL, Relation.AT_MOST);
            case AT_MOST -> List.of(Relation.LESS, Relation.EQUAL, Relation.AT_LEAST);
            case GREATER -> List.of(Relation.LESS, Relation.EQUAL);
            case LESS -> List.of(Relation.GREATER, Relation.EQUAL);
        };
    }

    /** A comparison weakened, turned round, or left out. */
    private static Map<Formula, String> ofAssumption(Formula formula) {
        return variants(formula, c -> {
            Map<Formula, String> out = new LinkedHashMap<>();
            relations(
                    c,
                    switch (c.relation()) {
                        case EQUAL -> List.of(Relation.AT_LEAST, Relation.AT_MOST);
                        case UNEQUAL -> List.of(Relation.EQUAL);
                        case AT_LEAST -> List.of(Relation.AT_MOST);
                        case AT_MOST -> List.of(Relation.AT_LEAST);
                        case GREATER -> List.of(Relation.AT_LEAST, Relation.LESS);
                        case LESS -> List.of(Relation.AT_MOST, Relation.GREATER);
                    },
                    out);
            out.put(new Formula.And(List.of()), c.text() + " left out");
            return out;
        });
    }

    private static void relations(Formula.Comparison c, List<Relation> others, Map<Formula, String> out) {
        for (Relation other : others) {
            if (other != c.relation()) {
                out.put(
                        new Formula.Comparison(c.left(), other, c.right()),
                        other.symbol() + " for " + c.relation().symbol() + " in " + c.text());
            }
        }
    }

    /** The variants of one comparison, inside the whole. */
    private static Map<Formula, String> variants(
            Formula formula, java.util.function.Function<Formula.Comparison, Map<Formula, String>> of) {
        Map<Formula, String> out = new LinkedHashMap<>();
        if (formula instanceof Formula.Comparison c) {
            return of.apply(c);
        } else if (formula instanceof Formula.Implies i) {
            variants(i.premise(), of).forEach((f, what) -> out.put(new Formula.Implies(f, i.conclusion()), what));
            variants(i.conclusion(), of).forEach((f, what) -> out.put(new Formula.Implies(i.premise(), f), what));
        } else if (formula instanceof Formula.Equivalent e) {
            variants(e.left(), of).forEach((f, what) -> out.put(new Formula.Equivalent(f, e.right()), what));
            variants(e.right(), of).forEach((f, what) -> out.put(new Formula.Equivalent(e.left(), f), what));
        } else if (formula instanceof Formula.And and) {
            inOnePart(and.parts(), of).forEach((parts, what) -> out.put(new Formula.And(parts), what));
        } else if (formula instanceof Formula.Or or) {
            inOnePart(or.parts(), of).forEach((parts, what) -> out.put(new Formula.Or(parts), what));
        }
        return out;
    }

    private static Map<List<Formula>, String> inOnePart(
            List<Formula> parts, java.util.function.Function<Formula.Comparison, Map<Formula, String>> of) {
        Map<List<Formula>, String> out = new LinkedHashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            int at = i;
            variants(parts.get(i), of).forEach((f, what) -> {
                List<Formula> changed = new ArrayList<>(parts);
                changed.set(at, f);
                out.put(changed, what);
            });
        }
        return out;
    }
}
