package org.lossproof.property;

import java.util.function.BinaryOperator;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.covariance.CommutingModel;
import org.lossproof.landscape.Penalty;

/** Landscapes at a model, and its ways to hold the norm. */
final class Landscapes {
    private Landscapes() {}

    /** B = A0 - beta C. */
    static ModeLandscape indefinite(CommutingModel model) {
        return of(model, (a, c) -> a.subtract(c.multiply(model.hyperparameters().beta())));
    }

    /** B by mode. */
    static ModeLandscape of(CommutingModel model, BinaryOperator<BigFraction> b) {
        return new ModeLandscape(
                IntStream.range(0, model.modes())
                        .mapToObj(i -> b.apply(model.a().get(i), model.c().get(i)))
                        .toList(),
                model);
    }

    /** kappa (E|f(x)|^2 - c)^2. */
    static Penalty penalty(CommutingModel model) {
        return new Penalty(
                model.hyperparameters().c().doubleValue(),
                model.hyperparameters().kappa().doubleValue());
    }

    /** E|f(x)|^2 = c, imposed. */
    static Penalty constraint(CommutingModel model) {
        return new Penalty(model.hyperparameters().c().doubleValue(), Double.POSITIVE_INFINITY);
    }
}
