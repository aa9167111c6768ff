package org.lossproof.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.loss.Expr;
import org.lossproof.loss.Exprs;
import org.lossproof.loss.Formula;
import org.lossproof.loss.Function;
import org.lossproof.loss.Losses;
import org.lossproof.loss.Span;
import org.lossproof.loss.Truth;

/**
 * A statement about all real numbers: at every point where the assumptions are defined and hold, the claim is defined and
 * holds; or, if it is existential, at some such point. Undefinedness is strict: a formula one part of which has no value (a
 * divisor vanishes, a root of a negative number) has none. Powers with fractional exponents are roots.
 *
 * @param variables the real variables that the page declares
 * @param assumptions what is assumed of them
 * @param claim what is claimed
 * @param existential whether the claim holds somewhere rather than everywhere
 * @param setting the landscape whose names it may use, if any
 * @param text as it is written
 */
public record Fact(
        List<String> variables,
        List<Formula> assumptions,
        Formula claim,
        boolean existential,
        Optional<Setting> setting,
        String text)
        implements Assertion {
    private static final Formula NEVER =
            new Formula.Comparison(Exprs.number(1), Formula.Relation.EQUAL, Exprs.number(0));

    public Fact {
        variables = List.copyOf(variables);
        assumptions = List.copyOf(assumptions);
    }

    /** Without a landscape: at every point. */
    public Fact(List<String> variables, List<Formula> assumptions, Formula claim, String text) {
        this(variables, assumptions, claim, false, Optional.empty(), text);
    }

    /**
     * Reads lines {@code real x, y}, {@code assume x > 0 and y > 0}, {@code claim x + y > 0} (or {@code exists x > 1}).
     *
     * @param source how errors name the text
     */
    public static Fact parse(String text, String source) {
        return parse(text, new Span(source, 1, 1), Optional.empty());
    }

    static Fact parse(String text, Span start, Optional<Setting> setting) {
        return new FactParser(text, start, setting, Losses.CATALOGUE).fact();
    }

    /** The same claim under other assumptions. */
    public Fact withAssumptions(List<Formula> others) {
        return new Fact(variables, others, claim, existential, setting, text);
    }

    /** Another claim under the same assumptions. */
    public Fact withClaim(Formula other) {
        return new Fact(variables, assumptions, other, existential, setting, text);
    }

    /** The same in another landscape. */
    public Fact in(Setting other) {
        return new Fact(variables, assumptions, claim, existential, Optional.of(other), text);
    }

    /** That no point satisfies the assumptions and the claim: what an existential fact denies; its counterexamples are the points sought. */
    public Fact denied() {
        List<Formula> all = new ArrayList<>(assumptions);
        all.add(claim);
        return new Fact(variables, all, NEVER, false, setting, text);
    }

    /** What it is at a point: UNDEFINED outside the assumptions, FALSE at a counterexample. */
    public Truth at(Map<String, BigFraction> point) {
        boolean unknown = false;
        for (Formula assumption : assumptions) {
            Truth truth = assumption.at(point);
            if (truth == Truth.FALSE || truth == Truth.UNDEFINED) {
                return Truth.UNDEFINED;
            }
            unknown |= truth == Truth.UNKNOWN;
        }
        Truth truth = claim.at(point);
        return unknown || truth == Truth.UNKNOWN ? Truth.UNKNOWN : Truth.of(truth == Truth.TRUE);
    }

    @Override
    public String tex() {
        if (existential) {
            List<Formula> all = new ArrayList<>(assumptions);
            all.add(claim);
            return "\\text{for some values:}\\; " + Formula.allTex(all);
        }
        Formula given = new Formula.And(assumptions);
        return assumptions.isEmpty() ? claim.tex() : new Formula.Implies(given, claim).tex();
    }

    /** Whether an expression is made of variables and numbers by rational operations and roots. */
    public static boolean isAlgebraic(Expr e) {
        return Exprs.isDeterministic(e)
                && Exprs.parts(e)
                        .allMatch(p -> (!(p instanceof Expr.Apply a) || a.function() == Function.SQRT)
                                && (!(p instanceof Expr.Power q) || q.exponent() instanceof Expr.Constant));
    }
}
