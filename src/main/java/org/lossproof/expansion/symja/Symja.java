package org.lossproof.expansion.symja;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apfloat.ApfloatContext;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.expansion.Budget;
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
    private static final Object STARTED = start();

    private final Budget budget;
    private final EvalEngine engine;
    private final Map<IExpr, IExpr> symbols = new LinkedHashMap<>();

    /** @param budget of all that is computed here */
    Symja(Budget budget) {
        this.budget = budget;
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

    /** Starts the engine on a thread of its own, so that it is ready when it is needed. */
    static void warmUp() {
        // Registers a shutdown hook when it is initialised, which must not happen while the program is leaving.
        ApfloatContext.getContext();
        Budget budget = new Budget("the start of Symja", Long.MAX_VALUE, Duration.ofMinutes(1));
        Thread thread = new Thread(
                () -> new Symja(budget).evaluate("Expand[(D[Log[u0+u2*t^2],{t,2}]/2!)/.t->0]"), "symja-start");
        thread.setDaemon(true);
        thread.start();
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
        budget.spend(terms(a) + terms(b));
        return a instanceof IRational p && b instanceof IRational q ? p.add(q) : evaluate(F.Plus(a, b));
    }

    /** The product, multiplied out; what that takes is spent before it is begun. */
    IExpr multiply(IExpr a, IExpr b) {
        budget.spend(terms(a) * terms(b));
        return a instanceof IRational p && b instanceof IRational q ? p.multiply(q) : evaluate(F.Expand(F.Times(a, b)));
    }

    IExpr power(IExpr a, IExpr exponent) {
        return exponent.isZero() ? F.C1 : evaluate(F.Power(a, exponent));
    }

    /** A symbol of our own for an expression, so that powers of it stay single terms. */
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

    /** What the symbols of {@link #symbolFor} stand for. */
    Map<IExpr, IExpr> symbols() {
        return Collections.unmodifiableMap(symbols);
    }

    Budget budget() {
        return budget;
    }

    private static long terms(IExpr e) {
        return e instanceof IAST sum && sum.isPlus() ? sum.argSize() : 1;
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
