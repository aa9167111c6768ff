package org.lossproof.claim;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lossproof.expansion.Expansion;
import org.lossproof.loss.ParameterValues;
import org.lossproof.montecarlo.CheckPlan;
import org.lossproof.montecarlo.SampledCheck;
import org.lossproof.montecarlo.Seed;

/** Samples a loss at one random point and compares its coefficients with those of an expansion. */
public final class ExpansionSampling {
    /** More copies of a datum than this are not drawn. */
    public static final int MAX_COPIES = 2000;

    private final Expansion expansion;
    private final SamplingPoint point;
    private final CheckSettings settings;

    private ExpansionSampling(Expansion expansion, ParameterValues values, CheckSettings settings) {
        this.expansion = expansion;
        this.settings = settings;
        this.point = PointChoice.first(expansion.loss(), values.values());
    }

    /**
     * The comparison for an expansion at orders up to 4. Its samples depend on the seed and the definition.
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
        return point.copies(expansion.loss()) <= MAX_COPIES;
    }

    /** The comparisons, by order; none if there are too many copies to draw. */
    public List<SampledCheck> checks() {
        if (!isPossible()) {
            return List.of();
        }
        SortedMap<Integer, Double> expected = new TreeMap<>();
        orders(expansion).forEach(k -> expected.put(k, point.value(expansion.ofOrder(k))));
        Seed seed = point.seed(settings.seed(), expansion.loss(), expected.lastKey());
        CheckPlan plan = settings.plan(seed, point.copies(expansion.loss()));
        return List.copyOf(plan.check(() -> point.sampler(expansion.loss(), expected.lastKey()), expected)
                .values());
    }
}
