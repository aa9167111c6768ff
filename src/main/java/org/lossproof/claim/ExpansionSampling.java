package org.lossproof.claim;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lossproof.expansion.Expansion;
import org.lossproof.expansion.rational.RationalModel;
import org.lossproof.loss.ParameterValues;
import org.lossproof.montecarlo.CheckPlan;
import org.lossproof.montecarlo.LossSampler;
import org.lossproof.montecarlo.SampledCheck;
import org.lossproof.montecarlo.SamplingModel;

/** Samples a loss at one random point and compares its coefficients with those of an expansion. */
public final class ExpansionSampling {
    /** More copies of a datum than this are not drawn. */
    public static final int MAX_COPIES = 2000;

    private static final int FEW_COPIES = 8;

    private final Expansion expansion;
    private final Map<String, Double> parameters = new HashMap<>();
    private final CheckSettings settings;

    private ExpansionSampling(Expansion expansion, ParameterValues values, CheckSettings settings) {
        this.expansion = expansion;
        this.settings = settings;
        values.withExamples().values().forEach((p, v) -> parameters.put(p, v.doubleValue()));
    }

    /**
     * The comparison for an expansion at orders up to 4.
     *
     * @param values given parameters; others take their examples
     */
    public static ExpansionSampling of(Expansion expansion, ParameterValues values, long seed) {
        int checks = orders(expansion).size();
        return new ExpansionSampling(expansion, values, CheckSettings.of(seed, checks));
    }

    private static List<Integer> orders(Expansion expansion) {
        return CheckPlan.evenOrders(Math.min(StatementSampling.HIGHEST_ORDER, expansion.order()));
    }

    /** Whether the copies of repeated data are few enough to be drawn. */
    public boolean isPossible() {
        return copies() <= MAX_COPIES;
    }

    private double copies() {
        return LossSampler.largestNumberOfCopies(expansion.loss(), parameters);
    }

    /** The comparisons, by order; none if there are too many copies to draw. */
    public List<SampledCheck> checks() {
        if (!isPossible()) {
            return List.of();
        }
        RationalModel model = StatementSampling.point(expansion.loss());
        SamplingModel sampled = StatementSampling.sampled(model);
        SortedMap<Integer, Double> expected = new TreeMap<>();
        orders(expansion)
                .forEach(k -> expected.put(k, StatementSampling.value(expansion.ofOrder(k), model, parameters)));
        CheckPlan plan = new CheckPlan(
                settings.budget().perCheck(),
                settings.falsePass(),
                settings.relativeDiscrepancy(),
                (long) (settings.maxSamples() / Math.max(1, copies() / FEW_COPIES)),
                settings.seed());
        return List.copyOf(plan.check(
                        () -> LossSampler.compile(expansion.loss(), parameters, sampled, expected.lastKey()), expected)
                .values());
    }
}
