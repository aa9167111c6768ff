package org.lossproof.claim;

import cc.redberry.rings.Rational;
import cc.redberry.rings.bigint.BigInteger;
import cc.redberry.rings.poly.multivar.MultivariatePolynomial;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Polynomials in real variables and the signs they are supposed to have at one point.
 *
 * @param zero those that vanish
 * @param nonNegative those that are zero or positive
 * @param positive those that are positive
 * @param nonZero those that do not vanish
 */
record SignSystem(
        List<MultivariatePolynomial<Rational<BigInteger>>> zero,
        List<MultivariatePolynomial<Rational<BigInteger>>> nonNegative,
        List<MultivariatePolynomial<Rational<BigInteger>>> positive,
        List<MultivariatePolynomial<Rational<BigInteger>>> nonZero) {
    /** The systems of which one would have a solution if the fact failed: its negation in disjunctive normal form. */
    static List<SignSystem> ofCounterexamples(Fact fact, RealPolynomials polynomials) {
        List<Formula> assumptions = new ArrayList<>(fact.assumptions());
        List<List<Formula.Comparison>> cases = cases(new Formula.And(assumptions), true);
        return cross(cases, cases(fact.claim(), false)).stream()
                .map(c -> of(c, polynomials))
                .toList();
    }

    private static SignSystem of(List<Formula.Comparison> comparisons, RealPolynomials polynomials) {
        SignSystem out = new SignSystem(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (Formula.Comparison c : comparisons) {
            var difference = polynomials.quotient(c.left()).subtract(polynomials.quotient(c.right()));
            // Where the divisors do not vanish, p/q has the sign of p*q, and squares in q do not matter.
            var sign = difference.numerator().clone().multiply(polynomials.oddPart(difference.denominator()));
            switch (c.relation()) {
                case EQUAL -> out.zero.add(difference.numerator());
                case UNEQUAL -> out.nonZero.add(difference.numerator());
                case AT_LEAST -> out.nonNegative.add(sign);
                case AT_MOST -> out.nonNegative.add(sign.negate());
                case GREATER -> out.positive.add(sign);
                case LESS -> out.positive.add(sign.negate());
            }
        }
        out.nonZero.addAll(polynomials.divisors());
        return new SignSystem(
                out.zero,
                out.nonNegative.stream()
                        .map(p -> polynomials.without(out.positive, p))
                        .toList(),
                out.positive.stream()
                        .map(p -> polynomials.without(out.positive, p))
                        .toList(),
                out.nonZero);
    }

    /** Conjunctions of comparisons of which one is true just when the formula is (or is not, if {@code not asserted}). */
    private static List<List<Formula.Comparison>> cases(Formula f, boolean asserted) {
        if (f instanceof Formula.Comparison c) {
            return List.of(List.of(
                    asserted ? c : new Formula.Comparison(c.left(), c.relation().negation(), c.right())));
        } else if (f instanceof Formula.And and) {
            return combined(and.parts(), asserted, asserted);
        } else if (f instanceof Formula.Or or) {
            return combined(or.parts(), asserted, !asserted);
        } else if (f instanceof Formula.Implies i) {
            return asserted
                    ? union(cases(i.premise(), false), cases(i.conclusion(), true))
                    : cross(cases(i.premise(), true), cases(i.conclusion(), false));
        } else if (f instanceof Formula.Equivalent e) {
            return union(
                    cross(cases(e.left(), true), cases(e.right(), asserted)),
                    cross(cases(e.left(), false), cases(e.right(), !asserted)));
        }
        throw new AssertionError("no such formula: " + f);
    }

    private static List<List<Formula.Comparison>> combined(List<Formula> parts, boolean asserted, boolean all) {
        List<List<Formula.Comparison>> out = all ? List.of(List.of()) : List.of();
        for (Formula part : parts) {
            out = all ? cross(out, cases(part, asserted)) : union(out, cases(part, asserted));
        }
        return out;
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
