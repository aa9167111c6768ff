package org.lossproof.property;

import net.jqwik.api.AfterFailureMode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutionResult.Status;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import net.jqwik.api.statistics.StatisticsReport.StatisticsReportMode;
import org.lossproof.covariance.ModelDraw;
import org.lossproof.page.ModelProperty;

/**
 * The jqwik property that every {@code property} block becomes in turn; {@link PagePropertiesTest} says which. The block is in
 * a field because jqwik shrinks on a thread of its own.
 */
class PageProperty {
    static final int TRIES = 1_000;
    /** At one model in so many the solver is checked: verify checks it at each of its own. */
    private static final int AUDITED_OF = 128;
    /** The share of the models, in per cent, at which a block has something to say. */
    private static final double LEAST_SPOKEN = 10;
    /** The most modes that a shrunk counterexample has. */
    private static final int SMALL = 3;

    private static volatile Run current;

    /**
     * What is put to the test next.
     *
     * @param property the block
     * @param holds whether it is on record as true
     * @param seed of the models
     */
    record Run(ModelProperty property, boolean holds, long seed) {}

    static void use(Run run) {
        current = run;
    }

    /** The block is false at a model; anything else that is thrown is no counterexample. */
    static final class Counterexample extends AssertionError {
        private final ModelDraw draw;

        Counterexample(ModelDraw draw, String model) {
            super("fails at " + model);
            this.draw = draw;
        }
    }

    @Provide
    Arbitrary<ModelDraw> models() {
        return Arbitraries.integers()
                .between(0, ModelDraw.LARGEST)
                .withDistribution(RandomDistribution.uniform())
                .list()
                .ofSize(ModelDraw.LENGTH)
                .map(ModelDraw::new);
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, afterFailure = AfterFailureMode.RANDOM_SEED)
    @StatisticsReport(StatisticsReportMode.OFF)
    @AddLifecycleHook(AgainstRecord.class)
    void holds(@ForAll("models") ModelDraw draw) {
        ModelProperty property = current.property();
        PropertyEvaluation.Saying saying = Math.floorMod(draw.hashCode(), AUDITED_OF) == 0
                ? PropertyEvaluation.at(property, draw)
                : PropertyEvaluation.trusting(property, draw);
        Statistics.collect(saying.outcome() != Outcome.SILENT);
        Statistics.coverage(c -> c.check(true).percentage(p -> p >= LEAST_SPOKEN));
        if (saying.outcome().fails()) {
            throw new Counterexample(draw, saying.model());
        }
    }

    /** Seeds the property, and turns its result round where the block is on record as failing. */
    static final class AgainstRecord implements AroundPropertyHook {
        @Override
        public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context, PropertyExecutor property) {
            context.attributes().setSeed(Long.toString(current.seed()));
            PropertyExecutionResult result = property.execute();
            if (current.holds()) {
                return result;
            } else if (result.status() == Status.SUCCESSFUL) {
                return result.mapToFailed("holds at " + TRIES + " models, recorded as failing");
            }
            return result.throwable()
                    .filter(Counterexample.class::isInstance)
                    .map(e -> ((Counterexample) e).draw)
                    .map(draw -> draw.modes() <= SMALL
                            ? result.mapToSuccessful()
                            : result.mapToFailed("the simplest counterexample has " + draw.modes() + " modes"))
                    .orElse(result);
        }
    }
}
