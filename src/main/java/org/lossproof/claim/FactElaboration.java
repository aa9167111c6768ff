package org.lossproof.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.kernel.Condition;
import org.lossproof.kernel.Condition.Sign;
import org.lossproof.kernel.Polynomial;
import org.lossproof.kernel.Proposition;
import org.lossproof.kernel.Rational;
import org.lossproof.loss.Formula;
import org.lossproof.loss.RationalArithmetic;
import org.lossproof.page.Fact;

/**
 * A fact as systems of polynomial conditions. A counterexample is a point where every assumption is defined and true and the
 * claim is undefined or false; the fact holds just when none of {@link #counterexamples} has a solution. A root is a new
 * variable r >= 0 with r^k = what it is the root of.
 *
 * <p>The order of what must be defined is that of evaluation: what fails to be defined first is one case each.
 */
final class FactElaboration {
    private final List<Proposition.NoPoint> counterexamples = new ArrayList<>();
    private final List<Proposition.NoPoint> assumptions = new ArrayList<>();
    private final FactTerms terms;

    private FactElaboration(Fact fact) {
        this.terms = new FactTerms(fact.variables());
        List<List<Condition>> given = List.of(List.of());
        for (Formula assumption : fact.assumptions()) {
            given = cross(given, defined(assumption, true));
        }
        given.forEach(c -> assumptions.add(system(c)));
        List<FactTerms.Requirement> before = List.copyOf(terms.requirements());
        List<List<Condition>> fails = cases(fact.claim(), false);
        List<FactTerms.Requirement> of =
                terms.requirements().subList(before.size(), terms.requirements().size());
        List<List<Condition>> claim = new ArrayList<>(undefined(of));
        claim.addAll(cross(List.of(met(of)), fails));
        cross(given, claim).forEach(c -> counterexamples.add(system(c)));
    }

    static FactElaboration of(Fact fact) {
        return new FactElaboration(KnownValues.substituted(fact));
    }

    /** The cases of a counterexample; the fact is that none has a solution. */
    List<Proposition.NoPoint> counterexamples() {
        return List.copyOf(counterexamples);
    }

    /** The cases in which the assumptions are defined and hold. */
    List<Proposition.NoPoint> assumptions() {
        return List.copyOf(assumptions);
    }

    /**
     * The values of the variables and of every root that has a rational one.
     *
     * @param point the values of the variables
     */
    SortedMap<String, Rational> complete(Map<String, BigFraction> point) {
        SortedMap<String, Rational> out = new TreeMap<>();
        point.forEach((name, v) -> out.put(name, new Rational(v.getNumerator(), v.getDenominator())));
        for (FactTerms.Root root : terms.roots()) {
            value(root, out).ifPresent(v -> out.put(root.name(), v));
        }
        return out;
    }

    private static Optional<Rational> value(FactTerms.Root root, Map<String, Rational> point) {
        boolean known = Stream.of(root.of().numerator(), root.of().denominator())
                .allMatch(p -> point.keySet().containsAll(p.variables()));
        if (!known || root.of().denominator().at(point).signum() == 0) {
            return Optional.empty();
        }
        Rational over = root.of().numerator().at(point);
        Rational under = root.of().denominator().at(point);
        BigFraction base = new BigFraction(over.numerator(), over.denominator())
                .divide(new BigFraction(under.numerator(), under.denominator()));
        return base.signum() < 0
                ? Optional.empty()
                : RationalArithmetic.root(base, root.degree())
                        .map(v -> new Rational(v.getNumerator(), v.getDenominator()));
    }

    private static Proposition.NoPoint system(List<Condition> conditions) {
        return new Proposition.NoPoint(conditions.stream().distinct().toList());
    }

    /** The cases in which a formula is defined and true (or false). */
    private List<List<Condition>> defined(Formula formula, boolean asserted) {
        int from = terms.requirements().size();
        List<List<Condition>> cases = cases(formula, asserted);
        return cross(
                List.of(met(
                        terms.requirements().subList(from, terms.requirements().size()))),
                cases);
    }

    private static List<Condition> met(List<FactTerms.Requirement> requirements) {
        return requirements.stream().flatMap(r -> r.met().stream()).toList();
    }

    /** The cases in which one of them is the first that is not met. */
    private static List<List<Condition>> undefined(List<FactTerms.Requirement> requirements) {
        List<List<Condition>> out = new ArrayList<>();
        for (int i = 0; i < requirements.size(); i++) {
            List<Condition> first = new ArrayList<>(met(requirements.subList(0, i)));
            first.add(requirements.get(i).notMet());
            out.add(first);
        }
        return out;
    }

    /** Conjunctions of which one is true just when the formula is true (or false), where all of it is defined. */
    private List<List<Condition>> cases(Formula f, boolean asserted) {
        if (f instanceof Formula.Comparison c) {
            FactTerms.Quotient difference = terms.of(c.left()).minus(terms.of(c.right()));
            Formula.Relation relation = asserted ? c.relation() : c.relation().negation();
            return List.of(List.of(condition(difference, relation)));
        } else if (f instanceof Formula.And and) {
            return combined(and.parts(), asserted, asserted);
        } else if (f instanceof Formula.Or or) {
            return combined(or.parts(), asserted, !asserted);
        } else if (f instanceof Formula.Implies i) {
            List<List<Condition>> premise = cases(i.premise(), !asserted);
            List<List<Condition>> conclusion = cases(i.conclusion(), asserted);
            return asserted ? union(premise, conclusion) : cross(premise, conclusion);
        }
        Formula.Equivalent e = (Formula.Equivalent) f;
        return union(
                cross(cases(e.left(), true), cases(e.right(), asserted)),
                cross(cases(e.left(), false), cases(e.right(), !asserted)));
    }

    private List<List<Condition>> combined(List<Formula> parts, boolean asserted, boolean all) {
        List<List<Condition>> out = all ? List.of(List.of()) : List.of();
        for (Formula part : parts) {
            List<List<Condition>> cases = cases(part, asserted);
            out = all ? cross(out, cases) : union(out, cases);
        }
        return out;
    }

    /** p/q compared with 0: where q does not vanish, p/q has the sign of p q. */
    private static Condition condition(FactTerms.Quotient difference, Formula.Relation relation) {
        Polynomial p = difference.numerator();
        Polynomial sign = p.times(difference.denominator());
        return switch (relation) {
            case EQUAL -> new Condition(p, Sign.ZERO);
            case UNEQUAL -> new Condition(p, Sign.NON_ZERO);
            case AT_LEAST -> new Condition(sign, Sign.NON_NEGATIVE);
            case AT_MOST -> new Condition(Polynomial.ZERO.minus(sign), Sign.NON_NEGATIVE);
            case GREATER -> new Condition(sign, Sign.POSITIVE);
            case LESS -> new Condition(Polynomial.ZERO.minus(sign), Sign.POSITIVE);
        };
    }

    private static <T> List<List<T>> cross(List<List<T>> left, List<List<T>> right) {
        return left.stream()
                .flatMap(l -> right.stream()
                        .map(r -> Stream.concat(l.stream(), r.stream()).toList()))
                .toList();
    }

    private static <T> List<T> union(List<T> left, List<T> right) {
        return Stream.concat(left.stream(), right.stream()).toList();
    }
}
