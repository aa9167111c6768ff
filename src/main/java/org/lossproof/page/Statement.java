package org.lossproof.page;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.loss.ClaimedEquation;
import org.lossproof.loss.Equation;
import org.lossproof.loss.Expr;
import org.lossproof.loss.InputException;
import org.lossproof.loss.LossParser;
import org.lossproof.loss.Losses;
import org.lossproof.loss.Notation;
import org.lossproof.loss.ParameterValues;
import org.lossproof.loss.Span;

/**
 * An equation between expansions, with the orders in W at which it is meant.
 *
 * @param equation the two sides
 * @param from the lowest order compared, at least 1: constants of a loss do not matter
 * @param to the highest order compared
 * @param suffix how the orders are written, such as {@code + O(|W|^6)}; empty for an identity of polynomials
 * @param where values of parameters at which it is meant
 * @param limit the parameter that goes to infinity, if any
 * @param text as it is written
 */
public record Statement(
        Equation equation,
        int from,
        int to,
        String suffix,
        Map<String, BigFraction> where,
        Optional<String> limit,
        String text)
        implements Assertion {
    /** A left side that is a loss of the catalogue is typeset by its name. */
    private static final Pattern LOSS = Pattern.compile("^loss\\(([\\w-]+)\\)\\s*==");

    public Statement {
        where = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(where));
        if (from < 1 || to < from) {
            throw new IllegalArgumentException("orders " + from + " to " + to);
        }
    }

    /**
     * Reads declarations and {@code claim LEFT == RIGHT}, followed by {@code + O(6)} or {@code at order 4}, {@code where
     * alpha = 1} and {@code as N -> infinity} as needed.
     *
     * @param source how errors name the text
     * @throws InputException if it cannot be read
     */
    public static Statement parse(String text, String source) {
        return parse(text, new Span(source, 1, 1), Losses.CATALOGUE);
    }

    static Statement parse(String text, Span start, Losses losses) {
        ClaimedEquation claimed = LossParser.parseEquation(text, start, losses);
        Equation equation = claimed.equation();
        int from = claimed.order().orElse(1);
        int to = claimed.order()
                .or(() -> claimed.remainder().map(k -> k - 1))
                .orElseGet(() -> Degree.of(equation, start));
        String suffix = claimed.order()
                .map(k -> " at order " + k)
                .or(() -> claimed.remainder().map(k -> " + O(|W|^" + k + ")"))
                .orElse("");
        return new Statement(
                equation, from, Math.max(from, to), suffix, claimed.where(), claimed.limit(), written(text));
    }

    /** The same with another right side. */
    public Statement withRight(Expr right) {
        return new Statement(equation.withRight(right), from, to, suffix, where, limit, text);
    }

    @Override
    public String tex() {
        String tail = suffix.startsWith(" at") ? "\\allowbreak\\quad\\text{at order " + from + "}" : suffix;
        Matcher named = LOSS.matcher(text);
        String left = named.find()
                ? Notation.nameOf(named.group(1))
                : Notation.tex(equation.left().expression());
        return left + " = " + Notation.tex(equation.right().expression()) + tail + conditions();
    }

    private String conditions() {
        String values = new ParameterValues(equation.left(), where).text();
        String at = values.isEmpty() ? "" : "\\allowbreak\\quad" + Notation.words("where " + values);
        return at
                + limit.map(n -> "\\allowbreak\\quad\\text{as }" + Notation.parameter(n) + "\\to\\infty")
                        .orElse("");
    }

    /** The claim without its declarations, on one line. */
    private static String written(String text) {
        int claim = text.lastIndexOf("claim ");
        return text.substring(claim < 0 ? 0 : claim + "claim ".length()).strip().replaceAll("\\s+", " ");
    }
}
