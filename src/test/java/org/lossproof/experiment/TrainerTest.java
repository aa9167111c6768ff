package org.lossproof.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lossproof.landscape.ExactInfoNceLandscape;
import org.lossproof.loss.Catalogue;
import org.lossproof.loss.InputException;
import org.lossproof.page.Experiment.Noise;
import org.lossproof.page.Experiment.Optimizer;

class TrainerTest {
    private static final RealMatrix A0 = MatrixUtils.createRealDiagonalMatrix(new double[] {1, 0.6, 0.3});
    private static final RealMatrix C = MatrixUtils.createRealDiagonalMatrix(new double[] {0.4, 1.1, 0.7});

    private static Trainer trainer(TrainingSettings settings, int d1) {
        ModelShape shape = new ModelShape(3, d1, Hidden.NONE, false, Normalisation.NONE, 1);
        return new Trainer(Catalogue.load("infonce"), Map.of(), shape, A0, C, settings);
    }

    private static TrainingSettings settings(int items, Noise augmentation, Optimizer optimizer, int steps) {
        double rate = optimizer == Optimizer.FLOW ? 1 : 2e-2;
        return new TrainingSettings(items, false, augmentation, optimizer, rate, steps, 1, 4);
    }

    /** Two of three modes survive at d1 = 2, of the size that the population loss has and not the quartic. */
    @Test
    void aModelTrainedOnThePopulationEndsAtTheExactMinimum() {
        List<Double> expected = ExactInfoNceLandscape.solve(List.of(1.0, 0.6, 0.3), List.of(0.4, 1.1, 0.7), 1, 2, 1)
                .globalMinimum()
                .orElseThrow()
                .wtw();
        List<Double> adam = trainer(settings(600, Noise.EXPECTED, Optimizer.ADAM, 300), 2)
                .run()
                .last()
                .eigenvalues();
        assertThat(adam.get(0)).isCloseTo(expected.get(0), within(0.05));
        assertThat(adam.get(1)).isCloseTo(expected.get(1), within(0.02));
        assertThat(adam.get(2)).isLessThan(1e-9);
    }

    /** Two optimizers that share nothing but the gradient. */
    @Test
    void theFlowEndsWhereAdamDoes() {
        TrainingRun.Moment flow =
                trainer(settings(60, Noise.FIXED, Optimizer.FLOW, 60), 2).run().last();
        TrainingRun.Moment adam = trainer(settings(60, Noise.FIXED, Optimizer.ADAM, 1500), 2)
                .run()
                .last();
        assertThat(flow.loss()).isCloseTo(adam.loss(), within(1e-4));
        assertThat(flow.eigenvalues().get(0)).isCloseTo(adam.eigenvalues().get(0), within(2e-2));
    }

    @Test
    void theLossOfTheFlowFalls() {
        List<TrainingRun.Moment> moments =
                trainer(settings(40, Noise.FIXED, Optimizer.FLOW, 12), 2).run().moments();
        for (int k = 1; k < moments.size(); k++) {
            assertThat(moments.get(k).loss())
                    .isLessThanOrEqualTo(moments.get(k - 1).loss() + 1e-9);
        }
    }

    @Test
    void theNumberOfThreadsChangesNoBit() throws Exception {
        TrainingSettings settings = settings(50, Noise.FRESH, Optimizer.ADAM, 30);
        TrainingRun one =
                new ForkJoinPool(1).submit(() -> trainer(settings, 3).run()).get();
        TrainingRun four =
                new ForkJoinPool(4).submit(() -> trainer(settings, 3).run()).get();
        assertThat(four).isEqualTo(one);
        assertThat(trainer(new TrainingSettings(50, false, Noise.FRESH, Optimizer.ADAM, 2e-2, 30, 1, 5), 3)
                        .run())
                .isNotEqualTo(one);
    }

    @Test
    void anInterruptedRunEndsWithTheSameBits(@TempDir Path folder) throws Exception {
        TrainingSettings settings = settings(40, Noise.FRESH, Optimizer.ADAM, 40);
        TrainingRun whole = trainer(settings, 2).run();
        Path file = folder.resolve("run.json");
        Trainer first = trainer(settings, 2);
        TrainingState state = first.start();
        assertThatThrownBy(() -> first.run(state, (step, loss) -> {
                    if (step == 17) {
                        Checkpoint.of("run", state).write(file);
                        throw new IllegalStateException("interrupted");
                    }
                }))
                .hasMessage("interrupted");
        assertThat(trainer(settings, 2).run(file, "run", (step, loss) -> {})).isEqualTo(whole);
        // A finished run is not trained again.
        assertThat(trainer(settings, 2).run(file, "run", (step, loss) -> {
                    throw new IllegalStateException("a step");
                }))
                .isEqualTo(whole);
        assertThat(folder.toFile().list()).containsExactly("run.json");
        assertThatThrownBy(() -> trainer(settings, 2).run(file, "another", (step, loss) -> {}))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("another run");
        Files.writeString(file, "{}");
        assertThatThrownBy(() -> trainer(settings, 2).run(file, "run", (step, loss) -> {}))
                .isInstanceOf(InputException.class);
        Files.writeString(file, "no checkpoint");
        assertThatThrownBy(() -> trainer(settings, 2).run(file, "run", (step, loss) -> {}))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("is no checkpoint");
    }

    /** The population's second moments are exact, so that order 2 of the loss is. */
    @Test
    void thePopulationHasTheSecondMomentsOfTheLaw() {
        Slot x = new Slot(0, new Slot.Augmentation.AdditiveNoise());
        Slot y = new Slot(1, new Slot.Augmentation.AdditiveNoise());
        TrainingData data =
                new TrainingData(A0, C, 50, Noise.EXPECTED, List.of(x, y), org.lossproof.montecarlo.Seed.of(1));
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                double own = Loops.dot(data.view(x, 5)[i], data.view(x, 5)[j]) / 50;
                double crossed = Loops.dot(data.view(x, 5)[i], data.view(y, 5)[j]) / 50;
                assertThat(own).isCloseTo(A0.add(C).getEntry(i, j), within(1e-12));
                assertThat(crossed).isCloseTo(A0.getEntry(i, j), within(1e-12));
            }
        }
        assertThatThrownBy(() ->
                        new TrainingData(A0, C, 9, Noise.EXPECTED, List.of(x, y), org.lossproof.montecarlo.Seed.of(1)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("--population");
    }

    @Test
    void freshNoiseIsNewAtEveryStepAndFixedNoiseIsNot() {
        Slot x = new Slot(0, new Slot.Augmentation.AdditiveNoise());
        TrainingData fresh = new TrainingData(A0, C, 5, Noise.FRESH, List.of(x), org.lossproof.montecarlo.Seed.of(1));
        TrainingData fixed = new TrainingData(A0, C, 5, Noise.FIXED, List.of(x), org.lossproof.montecarlo.Seed.of(1));
        assertThat(fresh.view(x, 0)).isEqualTo(fixed.view(x, 0));
        assertThat(fixed.view(x, 7)).isEqualTo(fixed.view(x, 0));
        assertThat(fresh.view(x, 7)).isNotEqualTo(fresh.view(x, 0)).isNotEqualTo(fresh.view(x, 8));
    }

    @Test
    void whatDivergesSaysSo() {
        TrainingSettings settings = new TrainingSettings(20, false, Noise.FIXED, Optimizer.SGD, 1e4, 50, 1, 1);
        ModelShape shape = new ModelShape(3, 2, Hidden.NONE, false, Normalisation.NONE, 1);
        Trainer trainer = new Trainer(Catalogue.load("spectral-contrastive"), Map.of(), shape, A0, C, settings);
        assertThatThrownBy(trainer::run).isInstanceOf(InputException.class).hasMessageContaining("diverged at step");
    }
}
