package org.lossproof.montecarlo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.hipparchus.linear.MatrixUtils;
import org.junit.jupiter.api.Test;
import org.lossproof.loss.Catalogue;
import org.lossproof.loss.LossDefinition;
import org.lossproof.loss.LossParser;

class SampleStoreTest {
    private static final Seed SEED = Seed.of(3).of("what is sampled");

    private final AtomicInteger compiled = new AtomicInteger();

    private Supplier<LossSampler> samplers(String loss) {
        return () -> {
            compiled.incrementAndGet();
            return sampler(Catalogue.load(loss));
        };
    }

    private static LossSampler sampler(LossDefinition loss) {
        SamplingModel model = SamplingModel.of(
                MatrixUtils.createRealIdentityMatrix(2),
                MatrixUtils.createRealDiagonalMatrix(new double[] {1, 0.5}),
                MatrixUtils.createRealDiagonalMatrix(new double[] {0.25, 2}));
        return LossSampler.compile(loss, Map.of(), model, 4);
    }

    @Test
    void theFirstSamplesAreTheSameHoweverManyFollow() {
        double[][] many = new SampleStore().samples(SEED, samplers("infonce"), 2_600);
        SampleStore grown = new SampleStore();
        double[][] few = grown.samples(SEED, samplers("infonce"), 700);
        double[][] more = grown.samples(SEED, samplers("infonce"), 2_600);
        assertThat(few[2]).isEqualTo(Arrays.copyOf(many[2], few[2].length));
        assertThat(more[4]).isEqualTo(many[4]);
        assertThat(more[2]).hasSizeGreaterThanOrEqualTo(2_600);
        assertThat(more[3]).as("odd orders vanish").isEmpty();
    }

    @Test
    void whatIsDrawnIsNotDrawnAgain() {
        SampleStore store = new SampleStore();
        double[][] first = store.samples(SEED, samplers("infonce"), 2_000);
        int before = compiled.get();
        assertThat(store.samples(SEED, samplers("infonce"), 1_500)).isSameAs(first);
        assertThat(compiled).hasValue(before);
        assertThat(store.samples(SEED.of("another"), samplers("infonce"), 1_500)[2])
                .isNotEqualTo(first[2]);
    }

    /** A view that is used alone is one Gaussian draw with the covariance of the two. */
    @Test
    void aViewUsedAloneIsDistributedAsDatumAndNoise() {
        String views = "data xh with views x, z\ndata yh with view y\n";
        LossDefinition alone = LossParser.parse(views + "L = E[x, y](<f(x), f(y)>^2)", "alone");
        LossDefinition together = LossParser.parse(
                views + "L = E[x, z, y](<f(x), f(y)>^2 + <f(x), f(z)>^4 - <f(x), f(z)>^4)", "together");
        double exact = (1 + 0.25) * (1 + 0.25) + (0.5 + 2) * (0.5 + 2);
        for (LossDefinition loss : new LossDefinition[] {alone, together}) {
            double[][] samples = new SampleStore().samples(SEED, () -> sampler(loss), 200_000);
            assertThat(Arrays.stream(samples[4]).average().orElseThrow())
                    .isCloseTo(exact, org.assertj.core.data.Offset.offset(0.3));
        }
    }
}
