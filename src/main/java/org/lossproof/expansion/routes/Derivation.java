package org.lossproof.expansion.routes;

import java.util.List;
import java.util.Map;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.expansion.Expansion;
import org.lossproof.expansion.IrrationalConstantException;
import org.lossproof.expansion.SeriesExpansion;
import org.lossproof.expansion.rational.RationalCheck;
import org.lossproof.loss.InputException;
import org.lossproof.loss.LossDefinition;

/** The expansion of a definition, agreed on by every route that applies. */
public final class Derivation {
    /** The highest order that is offered. */
    public static final int MAX_ORDER = 24;

    private static final List<Integer> DIMENSIONS = List.of(1, 2, 3);
    private static final long SEED = 20230501;

    private Derivation() {}

    /**
     * Expands by all routes.
     *
     * @param order even, from 2 to {@link #MAX_ORDER}
     * @param values exact values of some parameters
     * @throws InputException if the order is out of range or the loss is not analytic at W = 0
     * @throws org.lossproof.expansion.RouteDisagreementException if two routes differ
     */
    public static Expansion derive(LossDefinition loss, int order, Map<String, BigFraction> values) {
        if (order < 2 || order > MAX_ORDER || order % 2 != 0) {
            throw new InputException("--order " + order + ": an order is an even number from 2 to " + MAX_ORDER);
        }
        Expansion expansion = SeriesExpansion.expand(loss, order, values);
        return exactlyEvaluated(expansion, values);
    }

    private static Expansion exactlyEvaluated(Expansion expansion, Map<String, BigFraction> values) {
        List<Integer> dimensions = dimensions(expansion);
        try {
            new RationalCheck(expansion, values).at(dimensions, SEED);
        } catch (IrrationalConstantException e) {
            return expansion;
        }
        return expansion.confirmedBy("exact evaluation at random rationals (d1 = "
                + String.join(", ", dimensions.stream().map(String::valueOf).toList()) + ")");
    }

    /** Copies are written out one by one, so that high orders of finite-N losses are checked in few coordinates. */
    private static List<Integer> dimensions(Expansion expansion) {
        boolean copies = expansion.loss().data().stream().anyMatch(d -> d.repeated());
        int affordable = copies ? (expansion.order() <= 4 ? 3 : expansion.order() <= 6 ? 2 : 1) : expansion.order() <= 8 ? 3 : 2;
        return DIMENSIONS.subList(0, affordable);
    }
}
