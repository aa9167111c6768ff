package org.lossproof.expansion.symja;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.expansion.Expansion;
import org.lossproof.expansion.RouteDisagreementException;
import org.lossproof.loss.Datum;
import org.lossproof.loss.LossDefinition;
import org.lossproof.loss.LossParser;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IExpr;

/** The route by Symja, and its comparison with another. */
public final class SymjaExpansion {
    /** How the route is named in output. */
    public static final String ROUTE = "Symja (symbolic derivatives, listed pairings)";
    /** Pairings are listed, (k - 1)!! of them, so this route stops here. */
    public static final int MAX_ORDER = 8;

    private final LossDefinition loss;
    private final Map<String, BigFraction> values;
    private final Symja symja = new Symja();
    private final Numbers numbers;

    private SymjaExpansion(LossDefinition loss, Map<String, BigFraction> values) {
        this.loss = loss;
        this.values = values;
        this.numbers = new Numbers(loss, values, symja);
    }

    /** Whether the route can take the definition: it knows one encoder. */
    public static boolean takes(LossDefinition loss) {
        return loss.encoders().size() == 1;
    }

    /** Starts the engine on a thread of its own, so that it is ready when it is needed. */
    public static void warmUp() {
        Thread thread =
                new Thread(() -> new Symja().evaluate("Expand[(D[Log[u0+u2*t^2],{t,2}]/2!)/.t->0]"), "symja-start");
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * The coefficients by order and by the text of the invariant in A, C, G; zeros left out.
     *
     * @throws org.lossproof.loss.InputException if the loss is not analytic at W = 0
     */
    public static SortedMap<Integer, Map<String, String>> expand(
            LossDefinition loss, int order, Map<String, BigFraction> values) {
        SymjaExpansion route = new SymjaExpansion(loss, values);
        SortedMap<Integer, Map<String, String>> out = new TreeMap<>();
        route.terms(order).forEach((k, sum) -> {
            Map<String, String> texts = new TreeMap<>();
            sum.forEach((invariant, coefficient) -> {
                if (!route.symja.equal(coefficient, F.C0)) {
                    texts.put(invariant, route.symja.text(coefficient));
                }
            });
            if (!texts.isEmpty()) {
                out.put(k, texts);
            }
        });
        return out;
    }

    /**
     * Compares an expansion, term by term, with the one by Symja.
     *
     * @param values the values that the expansion was computed for
     * @throws RouteDisagreementException if a coefficient differs
     */
    public static void confirm(Expansion expansion, Map<String, BigFraction> values) {
        new SymjaExpansion(expansion.loss(), values).compare(expansion);
    }

    private void compare(Expansion expansion) {
        SortedMap<Integer, Map<String, IExpr>> mine = terms(expansion.order());
        for (int k = 1; k <= expansion.order(); k++) {
            Map<String, IExpr> theirs = new TreeMap<>();
            expansion.ofOrder(k).forEach((invariant, c) -> theirs.put(invariant.text(), read(c.text())));
            Set<String> invariants = new TreeSet<>(mine.get(k).keySet());
            invariants.addAll(theirs.keySet());
            for (String invariant : invariants) {
                compare(
                        expansion,
                        invariant,
                        mine.get(k).getOrDefault(invariant, F.C0),
                        theirs.getOrDefault(invariant, F.C0));
            }
        }
    }

    private void compare(Expansion expansion, String invariant, IExpr own, IExpr theirs) {
        if (!symja.equal(own, theirs)) {
            throw new RouteDisagreementException("the routes disagree on the coefficient of " + invariant + " in "
                    + loss.name() + ": Symja gives " + symja.text(own) + ", "
                    + String.join(", ", expansion.routes()) + " give " + symja.text(theirs));
        }
    }

    private SortedMap<Integer, Map<String, IExpr>> terms(int order) {
        List<Terms> parts = new SymjaRoute(loss, values, order, symja).expand();
        Pairings pairings = new Pairings(loss, symja, this::scaleMoment);
        SortedMap<Integer, Map<String, IExpr>> out = new TreeMap<>();
        for (int k = 1; k <= order; k++) {
            Map<String, Map<IExpr, Long>> weights = new TreeMap<>();
            parts.get(k).forEach((p, c) -> pairings.addExpectation(p, c, weights));
            Map<String, IExpr> sum = new TreeMap<>();
            weights.forEach((text, w) -> sum.put(text, symja.sum(w)));
            out.put(k, sum);
        }
        return out;
    }

    /** A coefficient as other routes print it, read by the project's own grammar. */
    private IExpr read(String coefficient) {
        return numbers.of(LossParser.parseExpression(coefficient, coefficient, loss));
    }

    private IExpr scaleMoment(Datum.ScaleDistribution scale, int k) {
        if (scale instanceof Datum.ScaleDistribution.Exponential exponential) {
            IExpr mean = numbers.of(exponential.mean());
            return symja.evaluate(F.Times(F.Factorial(F.ZZ(k)), F.Power(mean, F.ZZ(k))));
        } else if (scale instanceof Datum.ScaleDistribution.Uniform uniform) {
            IExpr low = numbers.of(uniform.low());
            IExpr high = numbers.of(uniform.high());
            List<IExpr> sum = new ArrayList<>();
            for (int i = 0; i <= k; i++) {
                sum.add(symja.multiply(symja.power(low, F.ZZ(i)), symja.power(high, F.ZZ(k - i))));
            }
            IExpr total = sum.stream().reduce(F.C0, symja::add);
            return symja.multiply(total, F.QQ(1, k + 1));
        }
        throw new AssertionError("no such distribution: " + scale);
    }
}
