package org.lossproof.montecarlo;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Supplier;

/**
 * The samples of one run. Checks whose streams start at the same seed share them: a seed names all that a sample depends on,
 * so that what is drawn for one check is what another would have drawn, and the first samples of a stream are the same
 * however many follow. Error rates of a family of checks are added up, which needs no independence.
 */
public final class SampleStore {
    // Those who wait for samples never draw them, so that no one waits for a thread that waits.
    private static final ForkJoinPool DRAWING = new ForkJoinPool();

    private final Map<Seed, CompletableFuture<double[][]>> drawn = new ConcurrentHashMap<>();

    /**
     * At least {@code count} samples of every order.
     *
     * @param seed where the stream starts; names the definition, the point and the orders
     * @param samplers of that definition at that point
     * @return by order and number; of orders that always vanish nothing
     */
    double[][] samples(Seed seed, Supplier<LossSampler> samplers, int count) {
        SampleRun run = new SampleRun(samplers, seed.state());
        return drawn.compute(
                        seed,
                        (key, before) -> before == null
                                ? CompletableFuture.supplyAsync(() -> run.samples(0, count), DRAWING)
                                : before.thenApplyAsync(old -> extended(old, run, count), DRAWING))
                .join();
    }

    private static double[][] extended(double[][] old, SampleRun run, int count) {
        int have = Arrays.stream(old).mapToInt(samples -> samples.length).max().orElse(0);
        if (have >= count) {
            return old;
        }
        double[][] more = run.samples(have, count);
        double[][] out = new double[old.length][];
        for (int k = 0; k < old.length; k++) {
            out[k] = Arrays.copyOf(old[k], old[k].length + more[k].length);
            System.arraycopy(more[k], 0, out[k], old[k].length, more[k].length);
        }
        return out;
    }
}
