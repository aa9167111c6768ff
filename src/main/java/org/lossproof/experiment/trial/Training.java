package org.lossproof.experiment.trial;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.lossproof.experiment.Hidden;
import org.lossproof.experiment.ModelShape;
import org.lossproof.experiment.Normalisation;
import org.lossproof.experiment.TrainedModel;
import org.lossproof.experiment.Trainer;
import org.lossproof.experiment.TrainingSettings;
import org.lossproof.loss.LossDefinition;
import org.lossproof.loss.RationalArithmetic;
import org.lossproof.montecarlo.Seed;
import org.lossproof.page.Experiment;
import org.lossproof.page.Experiment.Noise;
import org.lossproof.page.Experiment.Recipe;

/**
 * A model to train: all that its outcome depends on, so that two experiments which need the same one share it.
 *
 * @param loss the definition
 * @param parameters a value for every parameter
 * @param a eigenvalues of A0
 * @param c eigenvalues of C
 * @param rows d1
 * @param recipe how it is built and trained
 * @param items N, or how many items stand for the population
 * @param rate of learning
 * @param steps how many
 * @param initial scale of the weights
 * @param trial the number of the seed, from 1
 */
record Training(
        LossDefinition loss,
        Map<String, BigFraction> parameters,
        List<BigFraction> a,
        List<BigFraction> c,
        int rows,
        Recipe recipe,
        int items,
        BigFraction rate,
        int steps,
        BigFraction initial,
        int trial) {
    /** Of data, noise and weights of all experiments: fixed, so that no verdict hangs on a draw. */
    private static final long SEED = 20230501;

    /** So many items for every mode stand for the population, whose second moments they have exactly. */
    private static final int ITEMS_A_MODE = 24;

    Training {
        parameters = java.util.Collections.unmodifiableMap(new TreeMap<>(parameters));
        a = List.copyOf(a);
        c = List.copyOf(c);
    }

    static Training of(Experiment experiment, Experiment.Design design, Experiment.Point point, int trial) {
        Map<String, BigFraction> parameters = new TreeMap<>();
        experiment
                .loss()
                .parameters()
                .forEach(p -> parameters.put(p.name(), point.numbers().get(p.name())));
        return new Training(
                experiment.loss(),
                parameters,
                point.a(),
                point.c(),
                design.rows(),
                design.recipe(),
                items(design, point),
                point.numbers().get("rate"),
                point.numbers().get("steps").getNumeratorAsInt(),
                point.numbers().getOrDefault("init", BigFraction.ONE),
                trial);
    }

    private static int items(Experiment.Design design, Experiment.Point point) {
        int items = point.numbers().get("N").getNumeratorAsInt();
        if (design.recipe().noise() != Noise.EXPECTED) {
            return items;
        }
        BigFraction population = point.numbers().get("population");
        return Math.max(items, population == null ? ITEMS_A_MODE * design.modes() : population.getNumeratorAsInt());
    }

    /** The same for another seed. */
    Training withTrial(int other) {
        return new Training(loss, parameters, a, c, rows, recipe, items, rate, steps, initial, other);
    }

    /** Trains it. */
    TrainedModel run() {
        TrainingSettings settings = new TrainingSettings(
                items,
                false,
                recipe.noise(),
                recipe.optimizer(),
                RationalArithmetic.toDouble(rate),
                steps,
                RationalArithmetic.toDouble(initial),
                Seed.of(SEED).of("experiment").of("seed " + trial).state());
        return new Trainer(loss, numbers(), shape(), diagonal(a), diagonal(c), settings).train();
    }

    ModelShape shape() {
        Hidden hidden = new Hidden(Hidden.Kind.valueOf(recipe.layer().name()), recipe.width());
        return new ModelShape(
                a.size(), rows, hidden, false, normalisation(), loss.encoders().size());
    }

    Normalisation normalisation() {
        return new Normalisation(
                Normalisation.Kind.valueOf(recipe.norm().name()), RationalArithmetic.toDouble(recipe.level()));
    }

    Map<String, Double> numbers() {
        Map<String, Double> out = new TreeMap<>();
        parameters.forEach((p, v) -> out.put(p, RationalArithmetic.toDouble(v)));
        return out;
    }

    static List<Double> doubles(List<BigFraction> values) {
        return values.stream().map(RationalArithmetic::toDouble).toList();
    }

    static RealMatrix diagonal(List<BigFraction> values) {
        return MatrixUtils.createRealDiagonalMatrix(
                doubles(values).stream().mapToDouble(Double::doubleValue).toArray());
    }
}
