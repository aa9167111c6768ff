package org.lossproof.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hipparchus.linear.RealMatrix;
import org.lossproof.expansion.Expansion;
import org.lossproof.expansion.SeriesExpansion;
import org.lossproof.experiment.Hidden;
import org.lossproof.experiment.ModelShape;
import org.lossproof.experiment.Normalisation;
import org.lossproof.experiment.Prediction;
import org.lossproof.landscape.CommutingLandscape;
import org.lossproof.landscape.ExactInfoNceLandscape;
import org.lossproof.landscape.ExpansionLandscape;
import org.lossproof.landscape.MatrixLandscape;
import org.lossproof.loss.Expr;
import org.lossproof.loss.InputException;
import org.lossproof.loss.LossDefinition;
import org.lossproof.loss.LossParser;
import org.lossproof.loss.NotAnalyticException;
import org.lossproof.loss.ParameterValues;

/**
 * What the landscapes of a loss say of a trained model: a form that someone printed, the quartic derived from the definition,
 * and the population loss itself where it has a closed form. Where one says nothing, a note says why.
 */
final class TrainingPredictions {
    private final ModelShape shape;
    private final CovarianceOptions covariances;
    private final Map<String, Double> parameters = new HashMap<>();
    private final List<Prediction> all = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    TrainingPredictions(
            LossDefinition loss,
            ParameterValues values,
            ModelShape shape,
            CovarianceOptions covariances,
            String printed) {
        this.shape = shape;
        this.covariances = covariances;
        values.values().forEach((p, v) -> parameters.put(p, v.doubleValue()));
        if (shape.hidden().kind() != Hidden.Kind.NONE) {
            notes.add("no prediction: the landscapes are those of f(x) = W x");
            return;
        }
        if (printed != null) {
            Expr form = LossParser.parseExpression(printed, "--printed", loss);
            LossDefinition named =
                    new LossDefinition("printed", "", List.of(), loss.parameters(), loss.encoders(), form);
            quartic("printed", named, values);
        }
        quartic("derived quartic", loss, values);
        exact(loss);
    }

    List<Prediction> all() {
        return List.copyOf(all);
    }

    List<String> notes() {
        return List.copyOf(notes);
    }

    private void quartic(String name, LossDefinition loss, ParameterValues values) {
        try {
            Expansion expansion = SeriesExpansion.expand(loss, 4, values.values());
            ExpansionLandscape read = new ExpansionLandscape(expansion, parameters, shape.d1());
            String whole = shape.normalisation().kind() == Normalisation.Kind.PER_SAMPLE
                    ? name + ", normalised in the mean"
                    : name;
            Optional<Prediction> found = covariances.areMatrices() ? ofMatrices(whole, read) : ofModes(whole, read);
            found.ifPresentOrElse(all::add, () -> notes.add(name + ": not bounded below, so it predicts no minimum"));
        } catch (NotAnalyticException e) {
            notes.add(name + ": " + e.getMessage());
        } catch (InputException e) {
            if (name.equals("printed")) {
                throw e;
            }
            notes.add(name + ": " + e.getMessage());
        }
    }

    private Optional<Prediction> ofModes(String name, ExpansionLandscape read) {
        List<Double> a = covariances.ofData();
        List<Double> c = covariances.ofNoise();
        return Prediction.of(
                name,
                new CommutingLandscape(
                        read.b(a, c),
                        a,
                        c,
                        read.quartic(),
                        shape.d1(),
                        0,
                        shape.normalisation().penalty(),
                        shape.bias()));
    }

    private Optional<Prediction> ofMatrices(String name, ExpansionLandscape read) {
        RealMatrix a0 = covariances.a0();
        RealMatrix c = covariances.noise();
        MatrixLandscape landscape = MatrixLandscape.of(
                a0,
                c,
                read.b(a0, c),
                read.quartic(),
                shape.d1(),
                0,
                shape.normalisation().penalty(),
                shape.bias());
        return landscape.globalMinimum().map(p -> Prediction.of(name, p));
    }

    private void exact(LossDefinition loss) {
        boolean known = ExactInfoNceLandscape.isOf(loss);
        boolean plain = shape.normalisation().kind() == Normalisation.Kind.NONE && !covariances.areMatrices();
        if (!known || !plain) {
            return;
        }
        ExactInfoNceLandscape.solve(
                        covariances.ofData(),
                        covariances.ofNoise(),
                        parameters.getOrDefault("beta", 1.0),
                        shape.d1(),
                        1)
                .globalMinimum()
                .ifPresent(p -> all.add(Prediction.of("exact landscape", p)));
    }
}
