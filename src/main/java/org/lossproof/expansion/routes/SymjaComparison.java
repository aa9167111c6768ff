package org.lossproof.expansion.routes;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.expansion.Budget;
import org.lossproof.expansion.BudgetExceededException;
import org.lossproof.expansion.Coefficient;
import org.lossproof.expansion.Comparison;
import org.lossproof.expansion.Expansion;
import org.lossproof.expansion.Route;
import org.lossproof.expansion.RouteDisagreementException;
import org.lossproof.expansion.RouteRecord;
import org.lossproof.expansion.RouteReport;
import org.lossproof.expansion.RouteReport.Fate;
import org.lossproof.expansion.SeriesExpansion;
import org.lossproof.expansion.symja.SymjaException;
import org.lossproof.expansion.symja.SymjaExpansion;
import org.lossproof.loss.InputException;
import org.lossproof.moments.Invariant;

/** Compares an expansion, term by term, with the one by Symja. */
public final class SymjaComparison {
    private SymjaComparison() {}

    /**
     * The expansion with the fate of Symja's route.
     *
     * @param values the values that the expansion was computed for
     * @throws RouteDisagreementException if a coefficient certainly differs
     */
    public static Expansion join(Expansion expansion, Map<String, BigFraction> values) {
        return join(expansion, values, SymjaExpansion.budget(expansion.loss(), expansion.order()));
    }

    /** The same under a given budget. */
    static Expansion join(Expansion expansion, Map<String, BigFraction> values, Budget budget) {
        if (expansion.order() > SymjaExpansion.MAX_ORDER) {
            return without(expansion, Fate.CANNOT_HOLD, "it stops at order " + SymjaExpansion.MAX_ORDER);
        } else if (!SymjaExpansion.takes(expansion.loss())) {
            return without(expansion, Fate.CANNOT_HOLD, "it knows one encoder");
        }
        SortedMap<Integer, Map<String, Coefficient>> theirs;
        try {
            theirs = SymjaExpansion.expand(expansion.loss(), expansion.order(), values, budget);
        } catch (BudgetExceededException | SymjaException e) {
            return without(expansion, Fate.CUT, e.getMessage());
        } catch (InputException e) {
            return without(expansion, Fate.NOT_DECIDED, "it refuses: " + e.getMessage());
        }
        try {
            return compared(expansion, theirs, values);
        } catch (BudgetExceededException e) {
            return without(expansion, Fate.NOT_DECIDED, e.getMessage());
        }
    }

    private static Expansion compared(
            Expansion expansion, SortedMap<Integer, Map<String, Coefficient>> theirs, Map<String, BigFraction> values) {
        Comparison comparison =
                new Comparison(expansion.loss(), values, SeriesExpansion.budget(expansion.loss(), expansion.order()));
        Coefficient zero = Coefficient.of(BigFraction.ZERO);
        SortedMap<Integer, Map<Invariant, Coefficient>> record = new TreeMap<>();
        for (int k = 1; k <= expansion.order(); k++) {
            Map<String, Coefficient> mine = new TreeMap<>();
            Map<Invariant, Coefficient> recorded = new TreeMap<>();
            Map<String, Coefficient> other = theirs.getOrDefault(k, Map.of());
            expansion.ofOrder(k).forEach((invariant, c) -> {
                mine.put(invariant.text(), c);
                recorded.put(invariant, other.getOrDefault(invariant.text(), zero));
            });
            Set<String> invariants = new TreeSet<>(mine.keySet());
            invariants.addAll(other.keySet());
            for (String invariant : invariants) {
                Coefficient a = mine.getOrDefault(invariant, zero);
                Coefficient b = other.getOrDefault(invariant, zero);
                Comparison.Outcome outcome = comparison.of(a, b);
                if (outcome == Comparison.Outcome.DIFFERENT) {
                    throw disagreement(expansion, invariant, a, b);
                } else if (outcome == Comparison.Outcome.NOT_DECIDED) {
                    String reason = "whether the coefficient of " + invariant + " is " + a.text() + " or " + b.text();
                    return without(expansion, Fate.NOT_DECIDED, reason);
                }
            }
            if (!recorded.isEmpty()) {
                record.put(k, recorded);
            }
        }
        return expansion.with(
                new RouteReport(Route.SYMJA, Fate.AGREES, ""),
                Optional.of(new RouteRecord.Symbolic(Route.SYMJA, record)));
    }

    private static RouteDisagreementException disagreement(
            Expansion expansion, String invariant, Coefficient mine, Coefficient theirs) {
        return new RouteDisagreementException("the routes disagree on the coefficient of " + invariant + " in "
                + expansion.loss().name() + ": Symja gives " + theirs.text() + ", "
                + String.join(", ", expansion.routes()) + " give " + mine.text());
    }

    private static Expansion without(Expansion expansion, Fate fate, String reason) {
        return expansion.with(new RouteReport(Route.SYMJA, fate, reason), Optional.empty());
    }
}
