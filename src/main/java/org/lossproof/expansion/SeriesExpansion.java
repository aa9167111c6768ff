package org.lossproof.expansion;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.loss.InputException;
import org.lossproof.loss.IrrationalConstantException;
import org.lossproof.loss.LossDefinition;
import org.lossproof.moments.Invariant;

/** The route by exact graded series, from a definition to an {@link Expansion}. */
public final class SeriesExpansion {
    /** A few minutes of work; weighted-infonce needs 25,590 steps at order 8. */
    private static final long STEPS = 5_000_000;

    private static final Duration TIME = Duration.ofMinutes(2);

    private SeriesExpansion() {}

    /** A fresh budget for this route. */
    public static Budget budget(LossDefinition loss, int order) {
        return new Budget("the exact series of " + loss.name() + " at order " + order, STEPS, TIME);
    }

    /**
     * Expands to the given order.
     *
     * @param values exact values of some parameters; the others stay symbols
     * @throws org.lossproof.loss.NotAnalyticException if the loss is not analytic at W = 0
     * @throws InputException if it cannot be expanded for another reason, such as the {@link #budget}
     */
    public static Expansion expand(LossDefinition loss, int order, Map<String, BigFraction> values) {
        return expand(loss, order, values, budget(loss, order));
    }

    /** The same under a given budget. */
    static Expansion expand(LossDefinition loss, int order, Map<String, BigFraction> values, Budget budget) {
        try {
            return expanded(loss, order, values, budget);
        } catch (BudgetExceededException e) {
            throw new InputException(e.getMessage() + "; try a lower order, fewer symbols or a simpler definition");
        }
    }

    private static Expansion expanded(LossDefinition loss, int order, Map<String, BigFraction> values, Budget budget) {
        boolean allSet = loss.parameters().stream().allMatch(p -> values.containsKey(p.name()));
        if (allSet) {
            try {
                return expand(loss, order, new RationalField(values, budget));
            } catch (IrrationalConstantException e) {
                // A constant such as log 71: go on where it can be a symbol.
                return expand(loss, order, new RationalFunctionField(loss, values, budget));
            }
        }
        return expand(loss, order, new RationalFunctionField(loss, values, budget));
    }

    private static <C> Expansion expand(LossDefinition loss, int order, Field<C> field) {
        Graded<C> series = new SeriesRoute<>(loss, field, order).expand();
        SortedMap<Integer, Map<Invariant, Coefficient>> terms = new TreeMap<>();
        SortedMap<Integer, Map<Invariant, Coefficient>> compact = new TreeMap<>();
        for (int k = 1; k <= order; k++) {
            Polynomial<C> inAandC = LetterBasis.inAandC(field, series.part(k));
            if (!inAandC.isZero()) {
                terms.put(k, invariants(inAandC, field, loss));
                Polynomial<C> shortest = LetterBasis.mostCompact(field, series.part(k), inAandC);
                compact.put(k, invariants(shortest, field, loss));
            }
        }
        return new Expansion(
                loss,
                order,
                terms,
                compact,
                List.of(new RouteReport(Route.SERIES, RouteReport.Fate.AGREES, "")),
                List.of(new RouteRecord.Symbolic(Route.SERIES, terms)));
    }

    private static <C> Map<Invariant, Coefficient> invariants(Polynomial<C> p, Field<C> field, LossDefinition loss) {
        Map<Invariant, Coefficient> out = new TreeMap<>();
        p.forEach((m, c) -> out.put(Invariant.of(m, loss.encoders()), field.coefficient(c)));
        return out;
    }
}
