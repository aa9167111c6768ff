package org.lossproof.expansion.symja;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.expansion.Budget;
import org.lossproof.expansion.BudgetExceededException;
import org.lossproof.expansion.Coefficient;
import org.lossproof.loss.Datum;
import org.lossproof.loss.LossDefinition;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IExpr;

/** The route by Symja. */
public final class SymjaExpansion {
    /** Pairings are listed, (k - 1)!! of them, so this route stops here. */
    public static final int MAX_ORDER = 8;

    private static final long STEPS = 300_000;
    private static final Duration TIME = Duration.ofMinutes(1);

    private final LossDefinition loss;
    private final Map<String, BigFraction> values;
    private final Budget budget;
    private final Symja symja;
    private final Numbers numbers;

    private SymjaExpansion(LossDefinition loss, Map<String, BigFraction> values, Budget budget) {
        this.loss = loss;
        this.values = values;
        this.budget = budget;
        this.symja = new Symja(budget);
        this.numbers = new Numbers(loss, values, symja);
    }

    /** Whether the route can take the definition: it knows one encoder. */
    public static boolean takes(LossDefinition loss) {
        return loss.encoders().size() == 1;
    }

    /** Starts the engine in the background, so that it is ready when it is needed. */
    public static void warmUp() {
        Symja.warmUp();
    }

    /** A fresh budget for this route. */
    public static Budget budget(LossDefinition loss, int order) {
        return new Budget("Symja's expansion of " + loss.name() + " to order " + order, STEPS, TIME);
    }

    /**
     * The coefficients by order and by the text of the invariant in A, C, G; zeros left out. The computation runs on a thread
     * of its own, which is abandoned when the time is over.
     *
     * @throws org.lossproof.loss.InputException if the loss is not analytic at W = 0
     * @throws BudgetExceededException if the budget does not suffice
     * @throws SymjaException if Symja fails
     */
    public static SortedMap<Integer, Map<String, Coefficient>> expand(
            LossDefinition loss, int order, Map<String, BigFraction> values, Budget budget) {
        FutureTask<SortedMap<Integer, Map<String, Coefficient>>> task =
                new FutureTask<>(() -> new SymjaExpansion(loss, values, budget).terms(order));
        Thread thread = new Thread(null, task, "symja", 64L << 20);
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(budget.left().toMillis() + 1, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            task.cancel(true);
            throw budget.timedOut();
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw budget.timedOut();
        } catch (ExecutionException e) {
            throw SymjaException.of(e.getCause());
        }
    }

    private SortedMap<Integer, Map<String, Coefficient>> terms(int order) {
        List<Terms> parts = new SymjaRoute(loss, values, order, symja).expand();
        Pairings pairings = new Pairings(loss, symja, this::scaleMoment);
        NormalForm normal = new NormalForm(loss, values, symja.symbols(), budget);
        SortedMap<Integer, Map<String, Coefficient>> out = new TreeMap<>();
        for (int k = 1; k <= order; k++) {
            Map<String, Map<IExpr, Long>> weights = new TreeMap<>();
            parts.get(k).forEach((p, c) -> pairings.addExpectation(p, c, weights));
            Map<String, Coefficient> sum = new LinkedHashMap<>();
            weights.forEach((text, w) -> sum.put(text, normal.sum(w)));
            sum.values().removeIf(Coefficient::isZero);
            if (!sum.isEmpty()) {
                out.put(k, sum);
            }
        }
        return out;
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
