package org.lossproof.expansion.routes;

import java.util.List;
import java.util.Map;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.expansion.Expansion;
import org.lossproof.expansion.IrrationalConstantException;
import org.lossproof.expansion.RouteDisagreementException;
import org.lossproof.expansion.SeriesExpansion;
import org.lossproof.expansion.rational.RationalCheck;
import org.lossproof.expansion.rational.RationalModel;
import org.lossproof.expansion.rational.RationalPoint;
import org.lossproof.expansion.symja.SymjaExpansion;
import org.lossproof.loss.Datum;
import org.lossproof.loss.Exprs;
import org.lossproof.loss.InputException;
import org.lossproof.loss.LossDefinition;
import org.lossproof.loss.ParameterValues;

/** The expansion of a definition, agreed on by every route that applies. */
public final class Derivation {
    /** The highest order that is offered. */
    public static final int MAX_ORDER = 24;

    private static final List<Integer> DIMENSIONS = List.of(1, 2, 3);
    private static final long SEED = 20230501;
    private static final int MAX_COPIES = 4;

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
        return agreed(loss, order, values);
    }

    /** The same to any order from 1 on, odd ones included. */
    public static Expansion agreed(LossDefinition loss, int order, Map<String, BigFraction> values) {
        boolean bySymja = order <= SymjaExpansion.MAX_ORDER && SymjaExpansion.takes(loss);
        Expansion expansion = exactlyEvaluated(SeriesExpansion.expand(loss, order, values), values);
        if (!bySymja) {
            return expansion;
        }
        SymjaExpansion.confirm(expansion, values);
        return expansion.confirmedBy(SymjaExpansion.ROUTE);
    }

    /** Adds the route by exact evaluation, unless constants such as log 7 enter, which it cannot hold. */
    private static Expansion exactlyEvaluated(Expansion expansion, Map<String, BigFraction> values) {
        LossDefinition loss = expansion.loss();
        List<Integer> dimensions = dimensions(loss, expansion.order());
        String large = "";
        try {
            if (copies(loss, values) > MAX_COPIES) {
                Expansion general = SeriesExpansion.expand(loss, expansion.order(), Map.of());
                new RationalCheck(general, Map.of()).at(dimensions, SEED);
                requireSpecialCase(expansion, general, values);
                large = " and few copies";
            } else {
                new RationalCheck(expansion, values).at(dimensions, SEED);
            }
        } catch (IrrationalConstantException e) {
            return expansion;
        }
        String list = String.join(", ", dimensions.stream().map(String::valueOf).toList());
        return expansion.confirmedBy("exact evaluation at random rationals" + large + " (d1 = " + list + ")");
    }

    /** With many copies the general expansion is what is checked, and the special one must follow from it. */
    private static void requireSpecialCase(Expansion special, Expansion general, Map<String, BigFraction> values) {
        LossDefinition loss = special.loss();
        Map<String, BigFraction> all =
                new ParameterValues(loss, values).withExamples().values();
        for (int k = 1; k <= special.order(); k++) {
            RationalPoint point = new RationalPoint(
                    all, RationalModel.random(2, loss.encoders().size(), SEED + k));
            BigFraction direct = RationalCheck.value(special.ofOrder(k), loss, point);
            BigFraction substituted = RationalCheck.value(general.ofOrder(k), loss, point);
            if (!direct.equals(substituted)) {
                throw new RouteDisagreementException("order " + k + " of " + loss.name() + " at " + point.text()
                        + " is " + direct + " computed with numbers, " + substituted + " computed with symbols");
            }
        }
    }

    private static double copies(LossDefinition loss, Map<String, BigFraction> values) {
        return loss.data().stream()
                .filter(Datum::repeated)
                .flatMap(d -> Exprs.parametersOf(d.copies()).stream())
                .filter(values::containsKey)
                .mapToDouble(p -> values.get(p).doubleValue())
                .max()
                .orElse(0);
    }

    /** Copies are written out one by one, so that high orders of finite-N losses are checked in few coordinates. */
    private static List<Integer> dimensions(LossDefinition loss, int order) {
        boolean copies = loss.data().stream().anyMatch(Datum::repeated);
        int affordable = copies ? (order <= 4 ? 3 : order <= 6 ? 2 : 1) : order <= 8 ? 3 : 2;
        return DIMENSIONS.subList(0, affordable);
    }
}
