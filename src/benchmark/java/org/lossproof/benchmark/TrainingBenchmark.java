package org.lossproof.benchmark;

import org.lossproof.page.Experiment;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.lossproof.experiment.Hidden;
import org.lossproof.experiment.ModelShape;
import org.lossproof.experiment.Normalisation;
import org.lossproof.experiment.Trainer;
import org.lossproof.experiment.TrainingRun;
import org.lossproof.experiment.TrainingSettings;
import org.lossproof.loss.Catalogue;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Full-batch steps at d = 32, N = 1,000, as in src/benchmark/numpy/infonce_step.py; ten of them and the loss at the end. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class TrainingBenchmark {
    private static final int D = 32;
    private static final int ITEMS = 1000;

    private final RealMatrix identity = MatrixUtils.createRealIdentityMatrix(D);
    private final TrainingSettings settings = new TrainingSettings(
            ITEMS,
            false,
            Experiment.Noise.FIXED,
            Experiment.Optimizer.SGD,
            1e-3,
            10,
            1,
            1);
    private final Trainer trainer = new Trainer(
            Catalogue.load("infonce"),
            Map.of(),
            new ModelShape(D, D, Hidden.NONE, false, Normalisation.NONE, 1),
            identity,
            identity,
            settings);

    @Benchmark
    public TrainingRun tenStepsOfInfonce() {
        return trainer.run();
    }
}
