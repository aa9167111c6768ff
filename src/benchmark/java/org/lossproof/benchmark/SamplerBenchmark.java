package org.lossproof.benchmark;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.commons.rng.simple.RandomSource;
import org.hipparchus.linear.MatrixUtils;
import org.lossproof.loss.Catalogue;
import org.lossproof.montecarlo.LossSampler;
import org.lossproof.montecarlo.SamplingModel;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Jets of order 4 a second on one thread: InfoNCE with N = 64 data, d1 = 8; 63 negatives a jet. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class SamplerBenchmark {
    private LossSampler sampler;
    private double[] sum;

    /** Compiles the sampler. */
    @Setup
    public void compile() {
        var one = MatrixUtils.createRealIdentityMatrix(8);
        sampler = LossSampler.compile(
                Catalogue.load("weighted-infonce"), Map.of("N", 64.0, "alpha", 1.0), SamplingModel.of(8, one, one, one), 4);
        sampler.use(RandomSource.XO_RO_SHI_RO_128_PP.create(1L));
        sum = new double[5];
    }

    @Benchmark
    public double[] infonceJets() {
        sampler.addSample(sum);
        return sum;
    }
}
