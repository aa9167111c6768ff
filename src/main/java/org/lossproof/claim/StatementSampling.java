package org.lossproof.claim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lossproof.expansion.Expansion;
import org.lossproof.expansion.SeriesExpansion;
import org.lossproof.loss.Exprs;
import org.lossproof.loss.LossDefinition;
import org.lossproof.montecarlo.CheckPlan;
import org.lossproof.montecarlo.SampledCheck;
import org.lossproof.page.Statement;

/** Samples the left side of a statement at one point and sets the derived and the printed value beside it. */
final class StatementSampling {
    /** Higher coefficients have tails too heavy for the work of one check. */
    static final int HIGHEST_ORDER = 4;

    private final Statement statement;
    private final Expansion left;
    private final CheckSettings settings;

    StatementSampling(Statement statement, Expansion left, CheckSettings settings) {
        this.statement = statement;
        this.left = left;
        this.settings = settings;
    }

    /** How many sampled checks a statement takes. */
    static int checks(Statement statement) {
        return orders(statement).size();
    }

    private static List<Integer> orders(Statement statement) {
        boolean random = !Exprs.isDeterministic(statement.equation().left().expression())
                && Exprs.hasMean(statement.equation().left().expression());
        return random && statement.limit().isEmpty()
                ? CheckPlan.evenOrders(Math.min(HIGHEST_ORDER, statement.to())).stream()
                        .filter(k -> k >= statement.from())
                        .toList()
                : List.of();
    }

    /**
     * The comparisons, by order. What is sampled, where and how often is settled before anything is drawn: a statement that
     * holds is sampled at the first point, finely enough for the relative discrepancy of the settings; one that does not
     * at the point where its sides are easiest to tell apart, finely enough for that as well, within the limit of work.
     *
     * @param holds whether the statement holds
     */
    List<SampleComparison> comparisons(boolean holds) {
        Expansion right = SeriesExpansion.expand(statement.equation().right(), statement.to(), statement.where());
        List<Integer> orders = orders(statement).stream()
                .filter(k -> !left.ofOrder(k).isEmpty() || !right.ofOrder(k).isEmpty())
                .toList();
        if (orders.isEmpty()) {
            return List.of();
        }
        PointChoice choice = new PointChoice(statement, left, right, orders);
        LossDefinition loss = statement.equation().left();
        SamplingPoint first = PointChoice.first(loss, statement.where());
        SamplingPoint point = holds ? first : choice.point(plan(first, orders));
        if (point.copies(loss) > ExpansionSampling.MAX_COPIES) {
            return List.of();
        }
        SortedMap<Integer, Double> expected = new TreeMap<>();
        Map<Integer, Double> discrepancies = new HashMap<>();
        for (int k : orders) {
            expected.put(k, point.value(left.ofOrder(k)));
            double relative = settings.relativeDiscrepancy() * Math.abs(expected.get(k));
            double difference = choice.difference(point, k);
            discrepancies.put(
                    k, difference == 0 ? relative : relative == 0 ? difference : Math.min(relative, difference));
        }
        SortedMap<Integer, SampledCheck> checks =
                plan(point, orders).check(() -> point.sampler(loss, expected.lastKey()), expected, discrepancies);
        List<SampleComparison> out = new ArrayList<>();
        checks.forEach((k, check) -> out.add(new SampleComparison(check, point.value(right.ofOrder(k)), point.text())));
        return out;
    }

    private CheckPlan plan(SamplingPoint point, List<Integer> orders) {
        LossDefinition loss = statement.equation().left();
        int highest = orders.get(orders.size() - 1);
        return settings.plan(point.seed(settings.seed(), loss, highest), point.copies(loss));
    }
}
