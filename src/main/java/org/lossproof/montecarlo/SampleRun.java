package org.lossproof.montecarlo;

import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Block means of samples. Every block has a generator of its own, seeded by the seed and its number, and blocks are kept
 * in order: the result does not depend on the number of threads. Memory holds block means only.
 */
final class SampleRun {
    private final Supplier<LossSampler> samplers;
    private final long seed;

    SampleRun(Supplier<LossSampler> samplers, long seed) {
        this.samplers = samplers;
        this.seed = seed;
    }

    /** The mean of {@code blockSize} samples in each of {@code blocks}, by block and order. */
    double[][] blockMeans(int blocks, int blockSize) {
        ThreadLocal<LossSampler> perThread = ThreadLocal.withInitial(samplers);
        return IntStream.range(0, blocks)
                .parallel()
                .mapToObj(block -> blockMean(perThread.get(), block, blockSize))
                .toArray(double[][]::new);
    }

    private double[] blockMean(LossSampler sampler, int block, int size) {
        UniformRandomProvider generator =
                RandomSource.XO_RO_SHI_RO_128_PP.create(new long[] {mixed(seed), mixed(seed ^ mixed(block + 1L))});
        sampler.use(generator);
        double[] sum = new double[sampler.order() + 1];
        for (int i = 0; i < size; i++) {
            sampler.addSample(sum);
        }
        for (int k = 0; k < sum.length; k++) {
            sum[k] /= size;
        }
        return sum;
    }

    /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014): nearby seeds give unrelated states. */
    private static long mixed(long value) {
        long z = value + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
