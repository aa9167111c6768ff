package org.lossproof.experiment.trial;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.loss.Expr;
import org.lossproof.loss.RationalArithmetic;
import org.lossproof.page.Experiment;
import org.lossproof.page.ExperimentNames;
import org.lossproof.property.FormulaEvaluation;
import org.lossproof.property.ModelNumber;

/**
 * What the names of a measure stand for at a point of a sweep.
 *
 * @param training of the model
 * @param place what is swept and set there
 * @param model whose numbers are meant; empty if its training diverged
 * @param predicted those of the landscapes
 */
record ModelNames(
        Training training,
        Map<String, BigFraction> place,
        Optional<TrainedNumbers> model,
        Map<String, TrainedNumbers> predicted) {
    private static final Set<String> COVARIANCES = Set.of("a", "c", "s");

    static ModelNames of(
            Training training,
            Experiment.Point point,
            Optional<TrainedNumbers> model,
            Map<String, TrainedNumbers> predicted) {
        return new ModelNames(training, point.numbers(), model, predicted);
    }

    /** The same names where a landscape takes the place of the model; empty if it predicts nothing. */
    Optional<ModelNames> asPredicted(String landscape) {
        return Optional.ofNullable(predicted.get(landscape))
                .map(p -> new ModelNames(training, place, Optional.of(p), predicted));
    }

    /**
     * The value of an expression.
     *
     * @throws RationalArithmetic.UndefinedException if it has none
     */
    double value(Expr e) {
        int modes = model.map(m -> m.modes().size()).orElse(training.a().size());
        return new FormulaEvaluation(this::number, modes).value(e, Map.of()).approximate();
    }

    private ModelNumber number(String name, Map<String, Integer> indices) {
        if (name.equals("d0") || name.equals("d1")) {
            return ModelNumber.of(
                    new BigFraction(name.equals("d0") ? training.a().size() : training.rows()));
        } else if (place.containsKey(name)) {
            return ModelNumber.of(place.get(name));
        } else if (ExperimentNames.TRAINED.contains(name)) {
            return ModelNumber.of(trained().number(name));
        }
        String first = name.substring(0, name.lastIndexOf('_'));
        String last = name.substring(name.lastIndexOf('_') + 1);
        if (ExperimentNames.PREDICTED.contains(last)) {
            return ModelNumber.of(landscape(first).number(last));
        }
        int mode = indices.containsKey(last) ? indices.get(last) : Integer.parseInt(last) - 1;
        if (COVARIANCES.contains(first)) {
            return covariance(first, mode);
        }
        return ModelNumber.of(
                ExperimentNames.LANDSCAPES.contains(first)
                        ? landscape(first).inMode("lambda", mode)
                        : trained().inMode(first, mode));
    }

    private ModelNumber covariance(String letter, int mode) {
        List<BigFraction> a = training.a();
        if (mode >= a.size()) {
            throw new RationalArithmetic.UndefinedException("there is no mode " + (mode + 1));
        }
        BigFraction c = training.c().get(mode);
        return ModelNumber.of(letter.equals("a") ? a.get(mode) : letter.equals("c") ? c : c.add(a.get(mode)));
    }

    private TrainedNumbers trained() {
        return model.orElseThrow(() -> new RationalArithmetic.UndefinedException("a training diverged"));
    }

    private TrainedNumbers landscape(String name) {
        return Optional.ofNullable(predicted.get(name))
                .orElseThrow(() -> new RationalArithmetic.UndefinedException("no " + name + " landscape predicts it"));
    }
}
