package org.lossproof.benchmark;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.lossproof.expansion.Expansion;
import org.lossproof.expansion.SeriesExpansion;
import org.lossproof.expansion.routes.Derivation;
import org.lossproof.loss.Catalogue;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** Expansions: by all routes, and the series alone. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class DerivationBenchmark {
    @Benchmark
    public Expansion infonceOrder8() {
        return Derivation.derive(Catalogue.load("infonce"), 8, Map.of());
    }

    @Benchmark
    public Expansion infonceOrder12() {
        return Derivation.derive(Catalogue.load("infonce"), 12, Map.of());
    }

    @Benchmark
    public Expansion weightedInfonceOrder6() {
        return Derivation.derive(Catalogue.load("weighted-infonce"), 6, Map.of());
    }

    @Benchmark
    public Expansion weightedInfonceOrder6SeriesAlone() {
        return SeriesExpansion.expand(Catalogue.load("weighted-infonce"), 6, Map.of());
    }

    @Benchmark
    public Expansion barlowTwinsOrder4() {
        return Derivation.derive(Catalogue.load("barlow-twins"), 4, Map.of());
    }
}
