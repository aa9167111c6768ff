package org.lossproof.expansion.routes;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.expansion.BudgetExceededException;
import org.lossproof.expansion.Expansion;
import org.lossproof.expansion.Route;
import org.lossproof.expansion.RouteDisagreementException;
import org.lossproof.expansion.RouteRecord;
import org.lossproof.expansion.RouteReport;
import org.lossproof.expansion.RouteReport.Fate;
import org.lossproof.expansion.SeriesExpansion;
import org.lossproof.expansion.rational.RationalCheck;
import org.lossproof.expansion.rational.RationalModel;
import org.lossproof.expansion.rational.RationalPoint;
import org.lossproof.loss.Datum;
import org.lossproof.loss.Exprs;
import org.lossproof.loss.InputException;
import org.lossproof.loss.IrrationalConstantException;
import org.lossproof.loss.LossDefinition;
import org.lossproof.loss.ParameterValues;

/** The expansion of a definition, with the fate of every route. */
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
     * @throws RouteDisagreementException if two routes certainly differ
     */
    public static Expansion derive(LossDefinition loss, int order, Map<String, BigFraction> values) {
        if (order < 2 || order > MAX_ORDER || order % 2 != 0) {
            throw new InputException("--order " + order + ": an order is an even number from 2 to " + MAX_ORDER);
        }
        return agreed(loss, order, values);
    }

    /** The same to any order from 1 on, odd ones included. */
    public static Expansion agreed(LossDefinition loss, int order, Map<String, BigFraction> values) {
        Expansion series = SeriesExpansion.expand(loss, order, values);
        return SymjaComparison.join(exactlyEvaluated(series, values), values);
    }

    /** Adds the route by exact evaluation, unless constants such as log 7 enter, which it cannot hold. */
    private static Expansion exactlyEvaluated(Expansion expansion, Map<String, BigFraction> values) {
        List<Integer> dimensions = dimensions(expansion.loss(), expansion.order());
        String list = "(d1 = "
                + String.join(", ", dimensions.stream().map(String::valueOf).toList()) + ")";
        try {
            if (copies(expansion.loss(), values) > MAX_COPIES) {
                byGeneral(expansion, dimensions, values);
                // The points belong to the general expansion, not to this one: there is nothing to record.
                return expansion.with(
                        new RouteReport(Route.EXACT, Fate.AGREES, "and few copies " + list), Optional.empty());
            }
            List<RouteRecord.Point> points = new RationalCheck(expansion, values).at(dimensions, SEED);
            return expansion.with(
                    new RouteReport(Route.EXACT, Fate.AGREES, list),
                    Optional.of(new RouteRecord.Pointwise(Route.EXACT, points)));
        } catch (IrrationalConstantException e) {
            return expansion.with(
                    new RouteReport(Route.EXACT, Fate.CANNOT_HOLD, "irrational constants: " + e.getMessage()),
                    Optional.empty());
        } catch (BudgetExceededException e) {
            return expansion.with(new RouteReport(Route.EXACT, Fate.CUT, e.getMessage()), Optional.empty());
        } catch (InputException e) {
            return expansion.with(
                    new RouteReport(Route.EXACT, Fate.CANNOT_HOLD, "no admissible point found: " + e.getMessage()),
                    Optional.empty());
        }
    }

    /** With many copies the general expansion is what is checked, and the special one must follow from it. */
    private static void byGeneral(Expansion special, List<Integer> dimensions, Map<String, BigFraction> values) {
        LossDefinition loss = special.loss();
        Expansion general = SeriesExpansion.expand(loss, special.order(), Map.of());
        new RationalCheck(general, Map.of()).at(dimensions, SEED);
        Map<String, BigFraction> all =
                new ParameterValues(loss, values).withExamples().values();
        for (int k = 1; k <= special.order(); k++) {
            RationalPoint point = new RationalPoint(
                    all, RationalModel.random(2, loss.encoders().size(), SEED + k));
            BigFraction direct = RationalCheck.value(special.ofOrder(k), point);
            BigFraction substituted = RationalCheck.value(general.ofOrder(k), point);
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
