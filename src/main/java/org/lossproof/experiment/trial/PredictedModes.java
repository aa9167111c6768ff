package org.lossproof.experiment.trial;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lossproof.expansion.SeriesExpansion;
import org.lossproof.experiment.Prediction;
import org.lossproof.landscape.CommutingLandscape;
import org.lossproof.landscape.ExactInfoNceLandscape;
import org.lossproof.landscape.ExpansionLandscape;
import org.lossproof.landscape.WaterFilling;
import org.lossproof.loss.InputException;
import org.lossproof.page.Experiment.Layer;
import org.lossproof.page.Experiment.Norm;

/**
 * What the landscapes of a loss predict of a linear model: nothing where one is not known, or not bounded below.
 *
 * @param quartic the global minimum of the quartic derived from the definition; a normalisation per sample counts as one in the mean
 * @param exact that of the population loss itself, where it has a closed form
 */
record PredictedModes(Optional<Prediction> quartic, Optional<Prediction> exact) {
    private static final PredictedModes NONE = new PredictedModes(Optional.empty(), Optional.empty());

    /** More modes are not enumerated. */
    private static final int SOLVED_MODES = 10;

    static PredictedModes of(Training training) {
        if (training.recipe().layer() != Layer.NONE) {
            return NONE;
        }
        return new PredictedModes(quartic(training), exact(training));
    }

    private static Optional<Prediction> quartic(Training t) {
        List<Double> a = Training.doubles(t.a());
        List<Double> c = Training.doubles(t.c());
        try {
            ExpansionLandscape read =
                    new ExpansionLandscape(SeriesExpansion.expand(t.loss(), 4, t.parameters()), t.numbers(), t.rows());
            return lowest(new CommutingLandscape(
                    read.b(a, c),
                    a,
                    c,
                    read.quartic(),
                    t.rows(),
                    0,
                    t.normalisation().penalty(),
                    false));
        } catch (InputException e) {
            return Optional.empty();
        }
    }

    private static Optional<Prediction> lowest(CommutingLandscape landscape) {
        if (landscape.modes().isUniform()) {
            WaterFilling minimum = landscape.globalMinimum();
            List<Double> wtw = landscape.wtw(minimum);
            List<Double> sorted = wtw.stream().sorted(Comparator.reverseOrder()).toList();
            return Optional.of(new Prediction("derived quartic", sorted, wtw, minimum.survivors(), minimum.loss()));
        }
        return landscape.a().size() > SOLVED_MODES
                ? Optional.empty()
                : landscape.solve().globalMinimum().map(p -> Prediction.of("derived quartic", p));
    }

    private static Optional<Prediction> exact(Training t) {
        if (!ExactInfoNceLandscape.isOf(t.loss()) || t.recipe().norm() != Norm.NONE) {
            return Optional.empty();
        }
        Map<String, Double> numbers = t.numbers();
        return ExactInfoNceLandscape.solve(
                        Training.doubles(t.a()),
                        Training.doubles(t.c()),
                        numbers.getOrDefault("beta", 1.0),
                        t.rows(),
                        1)
                .globalMinimum()
                .map(p -> Prediction.of("exact landscape", p));
    }
}
