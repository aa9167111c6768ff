package org.lossproof.expansion.rational;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.expansion.Coefficient;
import org.lossproof.expansion.Expansion;
import org.lossproof.expansion.RouteDisagreementException;
import org.lossproof.expansion.RouteRecord;
import org.lossproof.loss.InputException;
import org.lossproof.loss.LossDefinition;
import org.lossproof.moments.Invariant;

/** Compares an expansion with {@link RationalEvaluation} of its definition at random exact points. */
public final class RationalCheck {
    /** A random point may be one at which the loss is not analytic; so many others are tried. */
    private static final int ATTEMPTS = 5;

    private final Expansion expansion;
    private final Map<String, BigFraction> given;

    /** @param given the values that the expansion was computed for; other parameters vary from point to point */
    public RationalCheck(Expansion expansion, Map<String, BigFraction> given) {
        this.expansion = expansion;
        this.given = Map.copyOf(given);
    }

    /**
     * Compares every order at every point.
     *
     * @return what exact evaluation gave
     * @throws RouteDisagreementException at the first difference
     * @throws org.lossproof.expansion.IrrationalConstantException if coefficients are not rational
     * @throws org.lossproof.expansion.BudgetExceededException if a point needs more than its budget
     * @throws InputException if the loss is not analytic at any of the points tried
     */
    public List<RouteRecord.Point> at(List<Integer> dimensions, long seed) {
        List<RouteRecord.Point> out = new ArrayList<>();
        for (int i = 0; i < dimensions.size(); i++) {
            out.add(at(dimensions.get(i), seed + i));
        }
        return out;
    }

    private RouteRecord.Point at(int d1, long seed) {
        for (int attempt = 0; ; attempt++) {
            long other = seed + 1000L * attempt;
            try {
                return at(RationalPoint.random(expansion.loss(), given, d1, other));
            } catch (InputException e) {
                if (attempt == ATTEMPTS - 1) {
                    throw e;
                }
            }
        }
    }

    private RouteRecord.Point at(RationalPoint point) {
        LossDefinition loss = expansion.loss();
        List<BigFraction> direct = RationalEvaluation.coefficients(
                loss,
                point.parameters(),
                point.model(),
                expansion.order(),
                RationalEvaluation.budget(loss, expansion.order()));
        InvariantEvaluation invariants = new InvariantEvaluation(point.model());
        Map<Invariant, BigFraction> values = new HashMap<>();
        SortedMap<Integer, BigFraction> orders = new TreeMap<>();
        for (int k = 1; k <= expansion.order(); k++) {
            expansion.ofOrder(k).keySet().forEach(i -> values.computeIfAbsent(i, invariants::of));
            BigFraction expanded = value(expansion.ofOrder(k), point);
            if (!expanded.equals(direct.get(k - 1))) {
                throw new RouteDisagreementException("the routes disagree on order " + k + " of " + loss.name() + " at "
                        + point.text() + ": " + String.join(", ", expansion.routes()) + " give " + expanded
                        + ", exact evaluation gives " + direct.get(k - 1));
            }
            orders.put(k, direct.get(k - 1));
        }
        return new RouteRecord.Point(point.model().d1(), point.parameters(), values, orders);
    }

    /**
     * The exact value of a sum of invariants at a point.
     *
     * @throws org.lossproof.expansion.IrrationalConstantException if a coefficient is not rational there
     */
    public static BigFraction value(Map<Invariant, Coefficient> sum, RationalPoint point) {
        InvariantEvaluation invariants = new InvariantEvaluation(point.model());
        Map<String, BigFraction> parameters = new HashMap<>(point.parameters());
        parameters.put("d1", new BigFraction(point.model().d1()));
        BigFraction total = BigFraction.ZERO;
        for (Map.Entry<Invariant, Coefficient> term : sum.entrySet()) {
            total = total.add(term.getValue().exact(parameters).multiply(invariants.of(term.getKey())));
        }
        return total;
    }
}
