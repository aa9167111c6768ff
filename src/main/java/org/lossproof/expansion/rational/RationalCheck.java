package org.lossproof.expansion.rational;

import java.util.List;
import java.util.Map;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.expansion.Coefficient;
import org.lossproof.expansion.Expansion;
import org.lossproof.expansion.RouteDisagreementException;
import org.lossproof.loss.LossDefinition;
import org.lossproof.moments.Invariant;

/** Compares an expansion with {@link RationalEvaluation} of its definition at random exact points. */
public final class RationalCheck {
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
     * @throws RouteDisagreementException at the first difference
     * @throws org.lossproof.expansion.IrrationalConstantException if coefficients are not rational
     */
    public void at(List<Integer> dimensions, long seed) {
        for (int i = 0; i < dimensions.size(); i++) {
            at(RationalPoint.random(expansion.loss(), given, dimensions.get(i), seed + i));
        }
    }

    private void at(RationalPoint point) {
        LossDefinition loss = expansion.loss();
        List<BigFraction> direct =
                RationalEvaluation.coefficients(loss, point.parameters(), point.model(), expansion.order());
        for (int k = 1; k <= expansion.order(); k++) {
            BigFraction expanded = value(expansion.ofOrder(k), loss, point);
            if (!expanded.equals(direct.get(k - 1))) {
                throw new RouteDisagreementException("the routes disagree on order " + k + " of " + loss.name() + " at "
                        + point.text() + ": " + String.join(", ", expansion.routes()) + " give " + expanded
                        + ", exact evaluation gives " + direct.get(k - 1));
            }
        }
    }

    /** The exact value of a sum of invariants at a point. */
    public static BigFraction value(Map<Invariant, Coefficient> sum, LossDefinition loss, RationalPoint point) {
        InvariantEvaluation invariants = new InvariantEvaluation(point.model());
        BigFraction total = BigFraction.ZERO;
        for (Map.Entry<Invariant, Coefficient> term : sum.entrySet()) {
            BigFraction coefficient = ExactValue.of(
                    term.getValue().text(),
                    loss,
                    point.parameters(),
                    point.model().d1());
            total = total.add(coefficient.multiply(invariants.of(term.getKey())));
        }
        return total;
    }
}
