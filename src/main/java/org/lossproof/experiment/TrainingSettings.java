package org.lossproof.experiment;

import java.util.List;
import java.util.Locale;
import org.lossproof.loss.InputException;
import org.lossproof.page.Experiment.Noise;
import org.lossproof.page.Experiment.Optimizer;

/**
 * How a model is trained. All that the outcome depends on beside definition, parameters and covariances.
 *
 * @param items the number N of data, of which every other is a negative
 * @param self whether a datum is among its own negatives
 * @param augmentation what views are trained on
 * @param optimizer the rule of a step
 * @param rate the learning rate; for the flow the time of a step
 * @param steps how many steps
 * @param initial the standard deviation of the initial weights is this over the root of the width they are applied to
 * @param seed of data, views and initial weights
 */
public record TrainingSettings(
        int items,
        boolean self,
        Noise augmentation,
        Optimizer optimizer,
        double rate,
        int steps,
        double initial,
        long seed) {
    public TrainingSettings {
        if (items < 2) {
            throw new InputException("--N " + items + ": a datum needs another as its negative; give at least 2");
        } else if (!(rate > 0) || Double.isInfinite(rate)) {
            throw new InputException("--lr " + rate + ": give a positive number");
        } else if (steps < 1) {
            throw new InputException("--steps " + steps + ": give at least 1");
        } else if (!(initial > 0) || Double.isInfinite(initial)) {
            throw new InputException("--init " + initial + ": give a positive number; at 0 nothing moves");
        } else if (optimizer == Optimizer.FLOW && augmentation == Noise.FRESH) {
            throw new InputException("--optimizer flow: follows one landscape, and fresh noise makes one at every step;"
                    + " give --augmentation fixed or expected");
        }
    }

    /** In one line. */
    public String text() {
        return List.of(
                        "N = " + items + (self ? " (with self)" : ""),
                        augmentation.name().toLowerCase(Locale.ROOT) + " augmentation",
                        optimizer.name().toLowerCase(Locale.ROOT),
                        "rate " + rate,
                        steps + " steps",
                        "initial scale " + initial,
                        "seed " + seed)
                .toString()
                .replaceAll("[\\[\\]]", "");
    }
}
