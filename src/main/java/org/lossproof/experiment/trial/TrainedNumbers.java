package org.lossproof.experiment.trial;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.lossproof.experiment.Collapse;
import org.lossproof.experiment.Prediction;
import org.lossproof.experiment.RidgeError;
import org.lossproof.experiment.TrainedModel;
import org.lossproof.loss.RationalArithmetic;
import org.lossproof.page.Experiment;
import org.lossproof.page.Experiment.Layer;

/**
 * The numbers of a model that was trained, or that is predicted.
 *
 * @param modes the diagonal of W'W
 * @param eigenvalues of W'W, descending; none if they are not known
 * @param collapse what is lost of it
 * @param loss of a trained model
 * @param norm Tr[W Sigma W'] of a linear model
 * @param error of a ridge regression of the first coordinate, if one is asked for and the model is linear
 */
record TrainedNumbers(
        List<Double> modes,
        List<Double> eigenvalues,
        Collapse collapse,
        OptionalDouble loss,
        OptionalDouble norm,
        OptionalDouble error) {
    TrainedNumbers {
        modes = List.copyOf(modes);
        eigenvalues = List.copyOf(eigenvalues);
    }

    static TrainedNumbers of(TrainedModel model, Training training, Optional<Experiment.Ridge> ridge) {
        boolean linear = training.recipe().layer() == Layer.NONE;
        return new TrainedNumbers(
                model.end().modes(),
                model.end().eigenvalues(),
                Collapse.of(model.end()),
                OptionalDouble.of(model.end().loss()),
                linear ? OptionalDouble.of(model.end().norm()) : OptionalDouble.empty(),
                linear ? error(model.w(), training, ridge) : OptionalDouble.empty());
    }

    static TrainedNumbers of(Prediction prediction, Training training, Optional<Experiment.Ridge> ridge) {
        List<Double> modes = prediction.modes();
        double norm = IntStream.range(0, modes.size())
                .mapToDouble(i -> modes.get(i)
                        * training.a().get(i).add(training.c().get(i)).doubleValue())
                .sum();
        // W'W alone matters to the regression, and where it is diagonal its root will do for W.
        RealMatrix w = MatrixUtils.createRealDiagonalMatrix(
                modes.stream().mapToDouble(v -> Math.sqrt(Math.max(0, v))).toArray());
        boolean finite = Double.isFinite(norm) && !prediction.eigenvalues().isEmpty();
        return new TrainedNumbers(
                modes,
                prediction.eigenvalues(),
                prediction.collapse(),
                OptionalDouble.empty(),
                OptionalDouble.of(norm),
                finite ? error(w, training, ridge) : OptionalDouble.empty());
    }

    private static OptionalDouble error(RealMatrix w, Training training, Optional<Experiment.Ridge> ridge) {
        return ridge.map(r -> OptionalDouble.of(
                        new RidgeError(Training.diagonal(training.a()), RationalArithmetic.toDouble(r.penalty()))
                                .ofPopulation(w)))
                .orElse(OptionalDouble.empty());
    }

    /**
     * A number of the model.
     *
     * @throws RationalArithmetic.UndefinedException if there is none
     */
    double number(String name) {
        OptionalDouble found = switch (name) {
            case "largest" -> eigenvalue(0);
            case "smallest" -> eigenvalue(eigenvalues.size() - 1);
            case "collapsed" -> OptionalDouble.of(collapse.directions());
            case "loss" -> loss;
            case "norm" -> norm;
            case "error" -> error;
            default -> throw new IllegalArgumentException("no number of a model: " + name);
        };
        return found.orElseThrow(() -> new RationalArithmetic.UndefinedException("no " + name + " is known"));
    }

    /** A number in a mode, from 0. */
    double inMode(String letter, int mode) {
        OptionalDouble found = switch (letter) {
            case "lambda" -> mode < modes.size() ? OptionalDouble.of(modes.get(mode)) : OptionalDouble.empty();
            case "e" -> eigenvalue(mode);
            case "lost" -> OptionalDouble.of(collapse.modes().contains(mode + 1) ? 1 : 0);
            default -> throw new IllegalArgumentException("no number of a mode: " + letter);
        };
        return found.orElseThrow(
                () -> new RationalArithmetic.UndefinedException("no " + letter + "_" + (mode + 1) + " is known"));
    }

    private OptionalDouble eigenvalue(int i) {
        return i >= 0 && i < eigenvalues.size() ? OptionalDouble.of(eigenvalues.get(i)) : OptionalDouble.empty();
    }

    /** Of the landscapes, by name. */
    static Map<String, TrainedNumbers> predicted(
            PredictedModes found, Training training, Optional<Experiment.Ridge> ridge) {
        Map<String, TrainedNumbers> out = new java.util.LinkedHashMap<>();
        found.quartic().ifPresent(p -> out.put("quartic", of(p, training, ridge)));
        found.exact().ifPresent(p -> out.put("exact", of(p, training, ridge)));
        return out;
    }
}
