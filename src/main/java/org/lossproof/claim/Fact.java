package org.lossproof.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.loss.Expr;
import org.lossproof.loss.Exprs;
import org.lossproof.loss.Function;
import org.lossproof.loss.InputException;
import org.lossproof.loss.LossDefinition;
import org.lossproof.loss.LossParser;

/**
 * A statement about all real numbers: at every point where the assumptions are defined and hold, the claim is defined and
 * holds. Undefinedness is strict: a formula one part of which has no value (a divisor vanishes, a root of a negative number)
 * has none. Powers with fractional exponents are roots.
 *
 * @param variables the real variables
 * @param assumptions what is assumed of them
 * @param claim what is claimed
 * @param text as it is written
 */
public record Fact(List<String> variables, List<Formula> assumptions, Formula claim, String text) implements Assertion {
    private static final Pattern LINE = Pattern.compile("(real|assume|claim)\\s+(.+)");
    private static final Pattern COMPARISON = Pattern.compile("(.+?)(==|!=|<=|>=|<|>)(.+)");

    public Fact {
        variables = List.copyOf(variables);
        assumptions = List.copyOf(assumptions);
    }

    /**
     * Reads lines {@code real x, y}, {@code assume x > 0 and y > 0}, {@code claim x + y > 0}; formulas are comparisons joined
     * by {@code and}, {@code or}, {@code =>} and {@code <=>}, which bind in this order.
     *
     * @param source how errors name the text
     */
    public static Fact parse(String text, String source) {
        List<String> variables = new ArrayList<>();
        List<Formula> assumptions = new ArrayList<>();
        List<Formula> claims = new ArrayList<>();
        LossDefinition context = null;
        for (String line : text.strip().split("\n", -1)) {
            Matcher m = LINE.matcher(line.strip());
            if (!m.matches()) {
                throw new InputException(source + ": '" + line + "' is no line 'real ..', 'assume ..' or 'claim ..'");
            }
            String rest = m.group(2);
            switch (m.group(1)) {
                case "real" -> {
                    for (String name : rest.split(",", -1)) {
                        variables.add(name.strip());
                    }
                    context = context(variables, source);
                }
                case "assume" -> assumptions.add(formula(rest, source, context));
                default -> claims.add(formula(rest, source, context));
            }
        }
        if (claims.size() != 1) {
            throw new InputException(source + ": a fact has one line 'claim ..', here are " + claims.size());
        }
        return new Fact(variables, assumptions, claims.get(0), written(text));
    }

    /** {@code x + y > 0 given x > 0 and y > 0}. */
    private static String written(String text) {
        List<String> given = new ArrayList<>();
        String claim = "";
        for (String line : text.strip().split("\n", -1)) {
            String rest = line.strip().replaceFirst("^\\w+\\s+", "");
            if (line.strip().startsWith("assume")) {
                given.add(rest);
            } else if (line.strip().startsWith("claim")) {
                claim = rest;
            }
        }
        return claim + (given.isEmpty() ? "" : " given " + String.join(" and ", given));
    }

    /** The same claim under other assumptions. */
    public Fact withAssumptions(List<Formula> others) {
        return new Fact(variables, others, claim, text);
    }

    /** Another claim under the same assumptions. */
    public Fact withClaim(Formula other) {
        return new Fact(variables, assumptions, other, text);
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
        String given = new Formula.And(assumptions).tex();
        return (assumptions.isEmpty() ? "" : given + " \\;\\Rightarrow\\; ") + claim.tex();
    }

    private static LossDefinition context(List<String> variables, String source) {
        StringBuilder text = new StringBuilder();
        variables.forEach(v -> text.append("param ").append(v).append('\n'));
        return LossParser.parse(text + "L = 0", source);
    }

    private static Formula formula(String text, String source, LossDefinition context) {
        List<String> sides = split(text, "<=>");
        if (sides.size() == 2) {
            return new Formula.Equivalent(
                    formula(sides.get(0), source, context), formula(sides.get(1), source, context));
        }
        sides = split(text, "=>");
        if (sides.size() == 2) {
            return new Formula.Implies(formula(sides.get(0), source, context), formula(sides.get(1), source, context));
        }
        sides = split(text, "or");
        if (sides.size() > 1) {
            return new Formula.Or(
                    sides.stream().map(s -> formula(s, source, context)).toList());
        }
        sides = split(text, "and");
        if (sides.size() > 1) {
            return new Formula.And(
                    sides.stream().map(s -> formula(s, source, context)).toList());
        }
        return comparison(text, source, context);
    }

    private static List<String> split(String text, String connective) {
        return List.of(text.split(" " + Pattern.quote(connective) + " ", -1));
    }

    private static Formula comparison(String text, String source, LossDefinition context) {
        Matcher m = COMPARISON.matcher(text);
        if (!m.matches() || context == null) {
            throw new InputException(source + ": '" + text + "' is no comparison; write x + y >= 0 after 'real x, y'");
        }
        Formula.Relation relation = java.util.Arrays.stream(Formula.Relation.values())
                .filter(r -> r.symbol().equals(m.group(2)))
                .findFirst()
                .orElseThrow();
        return new Formula.Comparison(side(m.group(1), source, context), relation, side(m.group(3), source, context));
    }

    private static Expr side(String text, String source, LossDefinition context) {
        Expr e = LossParser.parseExpression(text.strip(), source, context);
        if (!isAlgebraic(e) || Exprs.parametersOf(e).contains("d1")) {
            throw new InputException(source + ": '" + text.strip()
                    + "' is no expression of a fact; those are made of variables and numbers by + - * / and powers with"
                    + " rational exponents");
        }
        return e;
    }

    static boolean isAlgebraic(Expr e) {
        if (e instanceof Expr.Sum sum) {
            return sum.terms().stream().allMatch(Fact::isAlgebraic);
        } else if (e instanceof Expr.Product product) {
            return product.factors().stream().allMatch(Fact::isAlgebraic);
        } else if (e instanceof Expr.Power power) {
            return power.exponent() instanceof Expr.Constant && isAlgebraic(power.base());
        } else if (e instanceof Expr.Apply apply) {
            return apply.function() == Function.SQRT && isAlgebraic(apply.argument());
        }
        return e instanceof Expr.Constant || e instanceof Expr.Parameter;
    }
}
