package org.lossproof.expansion.symja;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.hipparchus.fraction.BigFraction;
import org.matheclipse.core.basic.Config;
import org.matheclipse.core.eval.EvalEngine;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;
import org.matheclipse.parser.client.ParserConfig;

/**
 * An engine of Symja, one per thread, restricted to what was found to be right: D, Expand, Together, Factor, ReplaceAll and
 * arithmetic. Symbols are p0, p1, ... for parameters, u0, u1, ... and t for calculus; no text of a user is ever parsed.
 */
final class Symja {
    private static final Set<String> HEADS =
            Set.of("Plus", "Times", "Power", "Rational", "Integer", "Symbol", "Log", "Exp");
    private static final int TRIALS = 2;
    private static final Object STARTED = start();

    private final EvalEngine engine;
    private final Map<IExpr, IExpr> symbols = new LinkedHashMap<>();

    Symja() {
        if (STARTED == null) {
            throw new AssertionError("not started");
        }
        engine = new EvalEngine(false);
        EvalEngine.set(engine);
    }

    /** Must precede every other use: otherwise symbols of different case are one symbol, and threads stay behind. */
    private static Object start() {
        ParserConfig.PARSER_USE_LOWERCASE_SYMBOLS = false;
        Config.JAS_NO_THREADS = true;
        Config.MAX_OUTPUT_LINE = Integer.MAX_VALUE;
        F.initSymbols();
        return new Object();
    }

    /** Evaluates a text of our own making. */
    IExpr evaluate(String text) {
        return checked(engine.evaluate(engine.parse(text)));
    }

    IExpr evaluate(IExpr e) {
        return checked(engine.evaluate(e));
    }

    IExpr rational(BigFraction value) {
        boolean whole = value.getDenominator().equals(java.math.BigInteger.ONE);
        return whole ? F.ZZ(value.getNumerator()) : F.QQ(F.ZZ(value.getNumerator()), F.ZZ(value.getDenominator()));
    }

    IExpr add(IExpr a, IExpr b) {
        return a instanceof IRational p && b instanceof IRational q ? p.add(q) : evaluate(F.Plus(a, b));
    }

    IExpr multiply(IExpr a, IExpr b) {
        return a instanceof IRational p && b instanceof IRational q ? p.multiply(q) : evaluate(F.Expand(F.Times(a, b)));
    }

    IExpr power(IExpr a, IExpr exponent) {
        return exponent.isZero() ? F.C1 : evaluate(F.Power(a, exponent));
    }

    /**
     * Whether the two are identically equal: Symja must find the difference to be 0, and both must have the same values at
     * points where they can be computed exactly without Symja.
     */
    boolean equal(IExpr a, IExpr b) {
        if (a instanceof IRational && b instanceof IRational) {
            return a.equals(b);
        }
        return sameValues(a, b) && sameSymbolically(a, b);
    }

    /** At fixed points, {@link #TRIALS} of them; what has no rational value there is left to Symja. */
    private boolean sameValues(IExpr a, IExpr b) {
        for (int trial = 0; trial < TRIALS; trial++) {
            Function<String, Optional<BigFraction>> point = point(trial);
            Optional<BigFraction> left = RationalValue.of(a, point);
            Optional<BigFraction> right = RationalValue.of(b, point);
            if (left.isPresent() && right.isPresent() && !left.equals(right)) {
                return false;
            }
        }
        return true;
    }

    /** Parameters are drawn; a symbol of our own has the value of what it stands for, if that is rational. */
    private Function<String, Optional<BigFraction>> point(int trial) {
        Map<String, Optional<BigFraction>> values = new HashMap<>();
        Function<String, Optional<BigFraction>> point = name -> {
            values.putIfAbsent(name, Optional.of(RationalValue.draw(trial, values.size())));
            return values.getOrDefault(name, Optional.empty());
        };
        symbols.forEach((symbol, meaning) -> values.put(symbol.toString(), RationalValue.of(meaning, point)));
        return point;
    }

    /**
     * The first is multiplied out over the poles of its symbols, which keeps it a polynomial; the difference must expand to
     * exactly 0.
     */
    private boolean sameSymbolically(IExpr a, IExpr b) {
        IExpr poles = poles(a);
        IExpr left = evaluate(F.Expand(resolved(multiply(a, poles))));
        IExpr right = evaluate(F.Expand(F.Together(F.Times(b, resolved(poles)))));
        IExpr difference = evaluate(F.Expand(F.Subtract(left, right)));
        return difference.isZero() || evaluate(F.Expand(F.Together(difference))).isZero();
    }

    /** The least product of our symbols that leaves no negative power of them. */
    private IExpr poles(IExpr e) {
        IExpr poles = F.C1;
        for (IExpr symbol : symbols.keySet()) {
            poles = multiply(poles, power(symbol, F.ZZ(pole(e, symbol))));
        }
        return poles;
    }

    /** The highest power of 1/symbol. */
    private static int pole(IExpr e, IExpr symbol) {
        if (e.isPower() && e.base().equals(symbol)) {
            return Math.max(0, -e.exponent().toIntDefault());
        }
        int pole = 0;
        if (e instanceof IAST ast) {
            for (int i = 1; i < ast.size(); i++) {
                pole = Math.max(pole, pole(ast.get(i), symbol));
            }
        }
        return pole;
    }

    /** The expression over one denominator, factored. */
    IExpr lowestTerms(IExpr e) {
        if (e instanceof IRational) {
            return e;
        }
        IExpr poles = poles(e);
        IExpr numerator = evaluate(F.Expand(resolved(multiply(e, poles))));
        return evaluate(F.Factor(F.Together(F.Times(numerator, F.Power(resolved(poles), F.CN1)))));
    }

    /** The expression in lowest terms, on one line. */
    String text(IExpr e) {
        return lowestTerms(e).toString().replaceAll("\\s+", "");
    }

    /** sum_w n_w w. */
    IExpr sum(Map<IExpr, Long> weights) {
        IExpr total = F.C0;
        for (Map.Entry<IExpr, Long> w : weights.entrySet()) {
            total = add(total, multiply(w.getKey(), F.ZZ(w.getValue())));
        }
        return total;
    }

    /** Whether no parameter occurs. */
    boolean isNumber(IExpr e) {
        IExpr resolved = resolved(e);
        return resolved.isFree(x -> x.isSymbol() && x.toString().matches("p[d0-9]+"), false);
    }

    /** The value of an expression without parameters. */
    double number(IExpr e) {
        return engine.evalDouble(resolved(e));
    }

    /** A symbol of our own for an expression, so that powers of it stay single terms until {@link #resolved}. */
    IExpr symbolFor(IExpr e) {
        if (e.isNumber() || e.isSymbol()) {
            return e;
        }
        for (Map.Entry<IExpr, IExpr> known : symbols.entrySet()) {
            if (known.getValue().equals(e)) {
                return known.getKey();
            }
        }
        IExpr symbol = evaluate("q" + symbols.size());
        symbols.put(symbol, e);
        return symbol;
    }

    /** The expression with the symbols of {@link #symbolFor} replaced by what they stand for. */
    IExpr resolved(IExpr e) {
        IExpr out = e;
        for (Map.Entry<IExpr, IExpr> symbol : symbols.entrySet()) {
            out = evaluate(F.ReplaceAll(out, F.Rule(symbol.getKey(), symbol.getValue())));
        }
        return out;
    }

    private static IExpr checked(IExpr e) {
        if (e instanceof IAST ast) {
            if (!HEADS.contains(ast.head().toString())) {
                throw new IllegalStateException("Symja left the head " + ast.head() + " in a result");
            }
            for (int i = 1; i < ast.size(); i++) {
                checked(ast.get(i));
            }
        }
        return e;
    }
}
