package org.lossproof.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lossproof.loss.Catalogue;
import org.lossproof.loss.InputException;
import org.lossproof.loss.LossDefinition;
import org.lossproof.loss.LossParser;
import org.lossproof.loss.ParameterValues;
import org.lossproof.montecarlo.Seed;
import org.lossproof.page.Experiment;

/** The loss on a data set, compiled, beside the same written by hand with loops; its gradient beside finite differences. */
class ObjectiveTest {
    private static final RealMatrix A0 = MatrixUtils.createRealDiagonalMatrix(new double[] {1, 0.6, 0.3});
    private static final RealMatrix C = MatrixUtils.createRealDiagonalMatrix(new double[] {0.4, 1.1, 0.7});
    private static final int ITEMS = 7;

    private static Map<String, Double> examples(LossDefinition loss) {
        Map<String, Double> out = new java.util.HashMap<>();
        ParameterValues.of(loss, List.of()).withExamples().values().forEach((p, v) -> out.put(p, v.doubleValue()));
        out.replace("N", (double) ITEMS);
        return out;
    }

    private static Objective objective(LossDefinition loss, ModelShape shape, int items, boolean self) {
        Map<String, Double> parameters = examples(loss);
        parameters.replace("N", (double) items);
        return new Objective(
                loss,
                parameters,
                shape,
                new BatchShape(items, shape.d1(), self, A0, C),
                Experiment.Noise.FRESH,
                Seed.of(3));
    }

    private static double[] theta(ModelShape shape, long seed) {
        Random random = new Random(seed);
        return random.doubles(shape.size(), -0.7, 0.7).toArray();
    }

    static List<String> names() {
        return Catalogue.names();
    }

    private static void requireGradient(LossDefinition loss, ModelShape shape, int items, boolean self) {
        Objective objective = objective(loss, shape, items, self);
        double[] theta = theta(shape, 5);
        double[] gradient = new double[theta.length];
        objective.at(theta, 0, gradient);
        double[] rest = new double[theta.length];
        for (int p = 0; p < theta.length; p++) {
            double h = 1e-5;
            double[] up = theta.clone();
            up[p] += h;
            double[] down = theta.clone();
            down[p] -= h;
            double slope = (objective.at(up, 0, rest) - objective.at(down, 0, rest)) / (2 * h);
            assertThat(gradient[p])
                    .as("%s, parameter %d", loss.name(), p)
                    .isCloseTo(slope, within(1e-6 * (1 + Math.abs(slope))));
        }
        assertThat(gradient).as("moves").isNotEqualTo(new double[theta.length]);
    }

    @ParameterizedTest
    @MethodSource("names")
    void reverseModeIsTheDerivativeForEveryLossOfTheCatalogue(String name) {
        LossDefinition loss = Catalogue.load(name);
        ModelShape shape = new ModelShape(
                3, 2, Hidden.NONE, false, Normalisation.NONE, loss.encoders().size());
        requireGradient(loss, shape, ITEMS, false);
        requireGradient(loss, shape, ITEMS, true);
    }

    private static void requireJet(LossDefinition loss, int items) {
        ModelShape shape = new ModelShape(
                3, 2, Hidden.NONE, false, Normalisation.NONE, loss.encoders().size());
        Map<String, Double> parameters = examples(loss);
        parameters.replace("N", (double) items);
        double[] theta = theta(shape, 5);
        double[] direction = theta(shape, 6);
        double[] gradient = new double[theta.length];
        double value = objective(loss, shape, items, false).at(theta, 0, gradient);
        double along = 0;
        for (int p = 0; p < theta.length; p++) {
            along += gradient[p] * direction[p];
        }
        List<Slot> slots = loss.data().stream()
                .flatMap(d -> java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(Slot.datum()),
                        d.views().stream().map(v -> JetsOnBatch.slot(d, v.name()))))
                .distinct()
                .toList();
        TrainingData data = new TrainingData(A0, C, items, Experiment.Noise.FRESH, slots, Seed.of(3));
        BatchShape batch = new BatchShape(items, shape.d1(), false, A0, C);
        double[] jet = new JetsOnBatch(loss, parameters, batch, data, theta, direction).value();
        assertThat(value).isCloseTo(jet[0], within(1e-11 * (1 + Math.abs(jet[0]))));
        assertThat(along).isCloseTo(jet[1], within(1e-11 * (1 + Math.abs(jet[1]))));
    }

    /** 21 items: two parts, in blocks of eight rows and what is left. */
    @ParameterizedTest
    @MethodSource("names")
    void reverseModeIsTheFirstOrderJetForEveryLossOfTheCatalogue(String name) {
        requireJet(Catalogue.load(name), 21);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data xh with views x, x'\ndata yh with view y\ndata zh with view z\nL = E[x, y, z](<f(x) - f(y), f(y)>*<f(y), f(z)>)",
                "data xh with views x, x'\ndata yh with view y\ndata zh with view z\nL = E[x](log(E[y](1 + E[z](<f(x), f(z) - 2*f(y)>^2))))",
                "data xh with views x, x'\ndata yh with views y, y'\nL = E[x, x'](log(E[y, y'](exp(-|f(x) - f(y) + 2*f(y')|^2))))",
                "data xh with views x, x'\ndata yh with views y, y'\nL = E[x, x', y, y'](<f(x) - f(y), f(x') + f(y')>^2)",
                "data xh with view x\ndata yh with view y, copies 5\nL = E[x, y](log(1 + sum[y](<f(x), f(y)>^2)))",
                "data xh with views x, x'\ndata yh with view y\nL = log(E[x, y](exp(-2*|f(x) - f(y)|^2))) + 3*tr(AC)",
                "data xh with view x\ndata yh with view y\nL = E[x, y](<f(x), f(y)>^2) + E[x, y](<f(x), f(y)>^2)^2"
            })
    void andForOtherShapes(String text) {
        requireJet(LossParser.parse(text, "test"), 13);
        requireJet(LossParser.parse(text, "test"), 21);
    }

    @ParameterizedTest
    @ValueSource(strings = {"per-sample", "mean:2", "tanh:4", "relu:5", "bias"})
    void andThroughEveryModel(String what) {
        Hidden hidden = what.contains("tanh") || what.contains("relu") ? Hidden.parse(what) : Hidden.NONE;
        Normalisation norm =
                what.contains("per") || what.contains("mean") ? Normalisation.parse(what) : Normalisation.NONE;
        ModelShape shape = new ModelShape(3, 2, hidden, what.equals("bias"), norm, 1);
        requireGradient(Catalogue.load("infonce"), shape, ITEMS, false);
        requireGradient(Catalogue.load("spectral-contrastive"), shape, ITEMS, false);
        requireGradient(Catalogue.load("barlow-twins"), shape, ITEMS, false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data xh with views x, x'\ndata yh with view y\ndata zh with view z\nL = E[x, y, z](<f(x), f(y)>*<f(y), f(z)>)",
                "data xh with views x, x'\ndata yh with view y\nL = log(E[x](exp(E[y](<f(x), f(y)>^2))))",
                "data xh with views x, x'\nL = E[x](relu(1 - |f(x)|^2))",
                "data xh with views x, x'\nL = sqrt(1 + E[x, x'](<f(x), f(x')>)^2) - E[xh](|f(xh)|^2)",
                "data xh with views x, x'\nL = tr(AC) + E[x](|f(x)|^2) + 1/3 * |W|^2",
                "data xh with views x, x' scaled by uniform(1/2, 2)\nL = E[x, x'](exp(-1/2*|f(x) - f(x')|^2))",
                "data xh with views x, x'\nencoder g\nL = E[x, x'](1/2*|f(x) - g(x')|^2) + E[x](|g(x)|^4)"
            })
    void andForOtherShapesOfDefinitions(String text) {
        LossDefinition loss = LossParser.parse(text, "test");
        ModelShape shape = new ModelShape(
                3, 2, Hidden.NONE, false, Normalisation.NONE, loss.encoders().size());
        requireGradient(loss, shape, 5, false);
    }

    /** The representations by hand: data and views are read back from the data set. */
    private static double[][] view(ModelShape shape, double[] theta, int number, int items) {
        Slot slot = new Slot(number, new Slot.Augmentation.AdditiveNoise());
        TrainingData data = new TrainingData(
                A0,
                C,
                items,
                Experiment.Noise.FRESH,
                List.of(new Slot(0, slot.augmentation()), new Slot(1, slot.augmentation())),
                Seed.of(3));
        double[][] x = data.view(slot, 0);
        double[][] f = new double[items][shape.d1()];
        for (int i = 0; i < items; i++) {
            for (int k = 0; k < shape.d1(); k++) {
                for (int m = 0; m < shape.d0(); m++) {
                    f[i][k] += theta[k * shape.d0() + m] * x[m][i];
                }
            }
        }
        return f;
    }

    private static double squared(double[] u, double[] v) {
        double sum = 0;
        for (int k = 0; k < u.length; k++) {
            sum += (u[k] - v[k]) * (u[k] - v[k]);
        }
        return sum;
    }

    private static double inner(double[] u, double[] v) {
        double sum = 0;
        for (int k = 0; k < u.length; k++) {
            sum += u[k] * v[k];
        }
        return sum;
    }

    @Test
    void infonceIsThatOfTheDataSet() {
        ModelShape shape = new ModelShape(3, 2, Hidden.NONE, false, Normalisation.NONE, 1);
        double[] theta = theta(shape, 1);
        double[][] x = view(shape, theta, 0, ITEMS);
        double[][] other = view(shape, theta, 1, ITEMS);
        for (boolean self : new boolean[] {false, true}) {
            double expected = 0;
            for (int i = 0; i < ITEMS; i++) {
                double sum = 0;
                for (int j = 0; j < ITEMS; j++) {
                    sum += j == i && !self ? 0 : Math.exp(-squared(x[i], x[j]) / 2);
                }
                expected += (squared(x[i], other[i]) / 2 + Math.log(sum / (self ? ITEMS : ITEMS - 1))) / ITEMS;
            }
            double found =
                    objective(Catalogue.load("infonce"), shape, ITEMS, self).at(theta, 0, new double[shape.size()]);
            assertThat(found).isCloseTo(expected, within(1e-12));
        }
    }

    @Test
    void weightedInfonceTakesEveryOtherDatumAsACopy() {
        ModelShape shape = new ModelShape(3, 2, Hidden.NONE, false, Normalisation.NONE, 1);
        double[] theta = theta(shape, 1);
        double[][] x = view(shape, theta, 0, ITEMS);
        double[][] other = view(shape, theta, 1, ITEMS);
        double expected = 0;
        for (int i = 0; i < ITEMS; i++) {
            double positive = squared(x[i], other[i]) / 2;
            double sum = Math.exp(-positive) / 2;
            for (int j = 0; j < ITEMS; j++) {
                sum += j == i ? 0 : Math.exp(-squared(x[i], x[j]) / 2);
            }
            expected += (positive + Math.log(sum)) / ITEMS;
        }
        double found = objective(Catalogue.load("weighted-infonce"), shape, ITEMS, false)
                .at(theta, 0, new double[shape.size()]);
        assertThat(found).isCloseTo(expected, within(1e-12));
    }

    @Test
    void spectralContrastiveAndBarlowTwinsAreThoseOfTheDataSet() {
        ModelShape shape = new ModelShape(3, 2, Hidden.NONE, false, Normalisation.NONE, 1);
        double[] theta = theta(shape, 2);
        double[][] x = view(shape, theta, 0, ITEMS);
        double[][] other = view(shape, theta, 1, ITEMS);
        double spectral = 0;
        double[][] r = new double[2][2];
        for (int i = 0; i < ITEMS; i++) {
            spectral -= 2 * inner(x[i], other[i]) / ITEMS;
            for (int j = 0; j < ITEMS; j++) {
                spectral += j == i ? 0 : Math.pow(inner(x[i], x[j]), 2) / (ITEMS * (ITEMS - 1.0));
            }
            for (int k = 0; k < 2; k++) {
                for (int l = 0; l < 2; l++) {
                    r[k][l] += x[i][k] * other[i][l] / ITEMS;
                }
            }
        }
        double barlow =
                Math.pow(1 - r[0][0], 2) + Math.pow(1 - r[1][1], 2) + (r[0][1] * r[0][1] + r[1][0] * r[1][0]) / 200;
        double[] gradient = new double[shape.size()];
        assertThat(objective(Catalogue.load("spectral-contrastive"), shape, ITEMS, false)
                        .at(theta, 0, gradient))
                .isCloseTo(spectral, within(1e-12));
        assertThat(objective(Catalogue.load("barlow-twins"), shape, ITEMS, false)
                        .at(theta, 0, gradient))
                .isCloseTo(barlow, within(1e-12));
    }

    /** Fewer copies than items: those that follow the datum. */
    @Test
    void fewerCopiesAreTheItemsThatFollow() {
        ModelShape shape = new ModelShape(3, 2, Hidden.NONE, false, Normalisation.NONE, 1);
        LossDefinition loss = LossParser.parse(
                "data xh with view x\ndata yh with view y, copies 2\nL = E[x, y](sum[y](<f(x), f(y)>))", "two");
        double[] theta = theta(shape, 2);
        double[][] x = view(shape, theta, 0, ITEMS);
        double expected = 0;
        for (int i = 0; i < ITEMS; i++) {
            expected += (inner(x[i], x[(i + 1) % ITEMS]) + inner(x[i], x[(i + 2) % ITEMS])) / ITEMS;
        }
        assertThat(objective(loss, shape, ITEMS, false).at(theta, 0, new double[shape.size()]))
                .isCloseTo(expected, within(1e-12));
    }

    /** exp(-1000) is 0 in doubles; its logarithm is not. */
    @Test
    void theLogarithmOfASumOfExpsDoesNotUnderflow() {
        ModelShape shape = new ModelShape(3, 2, Hidden.NONE, false, Normalisation.NONE, 1);
        double[] theta = theta(shape, 2);
        for (int p = 0; p < theta.length; p++) {
            theta[p] *= 1000;
        }
        double[] gradient = new double[theta.length];
        assertThat(objective(Catalogue.load("infonce"), shape, ITEMS, false).at(theta, 0, gradient))
                .isFinite();
        assertThat(gradient).doesNotContain(Double.NaN);
    }

    @Test
    void theNumberOfThreadsChangesNoBit() throws Exception {
        ModelShape shape = new ModelShape(3, 2, Hidden.NONE, false, Normalisation.NONE, 1);
        double[] theta = theta(shape, 2);
        double[][] gradients = new double[3][theta.length];
        double[] losses = new double[3];
        int[] threads = {1, 2, 4};
        for (int k = 0; k < threads.length; k++) {
            int at = k;
            ForkJoinPool pool = new ForkJoinPool(threads[k]);
            pool.submit(() -> {
                        losses[at] = objective(Catalogue.load("infonce"), shape, 60, false)
                                .at(theta, 0, gradients[at]);
                    })
                    .get();
            pool.shutdown();
        }
        assertThat(losses[1]).isEqualTo(losses[0]);
        assertThat(losses[2]).isEqualTo(losses[0]);
        assertThat(gradients[1]).isEqualTo(gradients[0]);
        assertThat(gradients[2]).isEqualTo(gradients[0]);
    }

    @Test
    void whatADataSetDoesNotHaveIsRefusedInOneLine() {
        ModelShape shape = new ModelShape(3, 2, Hidden.NONE, false, Normalisation.NONE, 1);
        LossDefinition redrawn =
                LossParser.parse("data xh with views x, x'\nL = E[x](E[x](|f(x)|^2) * |f(x)|^2)", "redrawn");
        assertThatThrownBy(() -> objective(redrawn, shape, ITEMS, false))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("draws the view x again");
        LossDefinition many = LossParser.parse(
                "data xh with view x\ndata yh with view y, copies 9\nL = E[x, y](sum[y](<f(x), f(y)>))", "many");
        assertThatThrownBy(() -> objective(many, shape, ITEMS, false))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("yh needs 10 items of data, and there are 7");
    }
}
