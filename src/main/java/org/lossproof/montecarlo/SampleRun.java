package org.lossproof.montecarlo;

import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Samples in blocks. Every block has a generator of its own, seeded by the seed and its number, and blocks are kept in
 * order: the result does not depend on the number of threads.
 */
final class SampleRun {
    private static final int BLOCK = 500;

    private final Supplier<LossSampler> samplers;
    private final long seed;

    SampleRun(Supplier<LossSampler> samplers, long seed) {
        this.samplers = samplers;
        this.seed = seed;
    }

    /**
     * The samples from number {@code from}, the first of a block, to {@code count} or some more, in whole blocks.
     *
     * @return by order and number; of orders that always vanish nothing
     */
    double[][] samples(int from, int count) {
        ThreadLocal<LossSampler> perThread = ThreadLocal.withInitial(samplers);
        LossSampler any = perThread.get();
        int first = from / BLOCK;
        int blocks = (count + BLOCK - 1) / BLOCK - first;
        double[][] out = new double[any.order() + 1][];
        for (int k = 0; k < out.length; k++) {
            out[k] = new double[k % any.step() == 0 ? blocks * BLOCK : 0];
        }
        IntStream.range(0, blocks)
                .parallel()
                .forEach(block -> fill(started(perThread.get(), first + block), out, block * BLOCK));
        return out;
    }

    private static void fill(LossSampler sampler, double[][] out, int from) {
        double[] one = new double[out.length];
        for (int i = from; i < from + BLOCK; i++) {
            Arrays.fill(one, 0);
            sampler.addSample(one);
            for (int k = 0; k < one.length; k += sampler.step()) {
                out[k][i] = one[k];
            }
        }
    }

    /** The mean of {@code blockSize} samples in each of {@code blocks}, by block and order. Memory holds the means only. */
    double[][] blockMeans(int blocks, int blockSize) {
        ThreadLocal<LossSampler> perThread = ThreadLocal.withInitial(samplers);
        return IntStream.range(0, blocks)
                .parallel()
                .mapToObj(block -> blockMean(started(perThread.get(), block), blockSize))
                .toArray(double[][]::new);
    }

    private static double[] blockMean(LossSampler sampler, int size) {
        double[] sum = new double[sampler.order() + 1];
        for (int i = 0; i < size; i++) {
            sampler.addSample(sum);
        }
        for (int k = 0; k < sum.length; k++) {
            sum[k] /= size;
        }
        return sum;
    }

    private LossSampler started(LossSampler sampler, int block) {
        UniformRandomProvider generator =
                RandomSource.XO_RO_SHI_RO_128_PP.create(new long[] {mixed(seed), mixed(seed ^ mixed(block + 1L))});
        sampler.use(generator);
        return sampler;
    }

    /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014): nearby seeds give unrelated states. */
    private static long mixed(long value) {
        long z = value + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
