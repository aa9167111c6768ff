package org.lossproof.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hipparchus.linear.RealMatrix;
import org.lossproof.loss.Expr;
import org.lossproof.loss.Exprs;
import org.lossproof.loss.InputException;
import org.lossproof.loss.LossDefinition;
import org.lossproof.montecarlo.Seed;
import org.lossproof.page.Experiment;

/** The undeveloped loss of a model on a data set as a function of the parameters, and its gradient in reverse mode. */
final class Objective {
    private final BatchLoss loss;
    private final Model model;
    private final ModelShape shape;
    private final TrainingData data;
    private final List<Slot> slots;
    private final boolean traces;

    Objective(
            LossDefinition definition,
            Map<String, Double> parameters,
            ModelShape shape,
            BatchShape batch,
            Experiment.Noise augmentation,
            Seed seed) {
        this.shape = shape;
        this.traces = Exprs.contains(definition.expression(), Expr.Trace.class);
        if (traces && (shape.hidden().kind() != Hidden.Kind.NONE || shape.encoders() > 1)) {
            throw new InputException("training " + definition.name()
                    + ": its traces of W are those of a linear model with one encoder; leave out --hidden");
        }
        this.loss = BatchLoss.compile(definition, parameters, batch);
        this.slots = loss.sources().stream().map(BatchCompiler.Source::slot).toList();
        this.data = new TrainingData(
                batch.a0(),
                batch.c(),
                batch.items(),
                augmentation,
                slots.stream().distinct().toList(),
                seed);
        int[] encoders =
                loss.sources().stream().mapToInt(BatchCompiler.Source::encoder).toArray();
        this.model = new Model(shape, encoders, batch.items());
    }

    /**
     * The loss at the views of a step, its gradient written to {@code gradient}.
     *
     * @param step from 0: views that are drawn anew depend on it
     */
    double at(double[] theta, long step, double[] gradient) {
        double[][][] x = slots.stream().map(s -> data.view(s, step)).toArray(double[][][]::new);
        double[][][] values = model.forward(theta, x);
        Batch batch = new Batch(values, weights(theta, 0));
        double out = loss.withSlopes(batch);
        java.util.Arrays.fill(gradient, 0);
        model.backward(theta, x, batch.slopes(), gradient);
        if (traces) {
            addTraces(batch.weightSlopes(), gradient);
        }
        return out;
    }

    private void addTraces(RealMatrix slopes, double[] gradient) {
        for (int k = 0; k < shape.d1(); k++) {
            for (int m = 0; m < shape.width(); m++) {
                gradient[shape.w(0) + k * shape.width() + m] += slopes.getEntry(k, m);
            }
        }
    }

    /** W of an encoder as the loss sees it, after a call of {@link #at}: d1 x width. */
    RealMatrix weights(double[] theta, int encoder) {
        return model.weights(theta, encoder);
    }

    List<RealMatrix> weights(double[] theta) {
        List<RealMatrix> out = new ArrayList<>();
        for (int e = 0; e < shape.encoders(); e++) {
            out.add(weights(theta, e));
        }
        return out;
    }
}
