package org.lossproof.landscape;

import java.util.function.ToDoubleFunction;
import org.hipparchus.analysis.integration.gauss.HermiteRuleFactory;
import org.hipparchus.util.Pair;

/** Means over independent standard normal variables by a product of Gauss-Hermite rules. */
final class GaussianMean {
    private final double[] nodes;
    private final double[] weights;

    GaussianMean(int points) {
        Pair<double[], double[]> rule = new HermiteRuleFactory().getRule(points);
        nodes = rule.getFirst();
        weights = rule.getSecond();
    }

    /** The mean of f(z), z of so many variables. */
    double of(int variables, ToDoubleFunction<double[]> f) {
        return sum(new double[variables], 0, f);
    }

    private double sum(double[] z, int at, ToDoubleFunction<double[]> f) {
        if (at == z.length) {
            return f.applyAsDouble(z);
        }
        double sum = 0;
        for (int k = 0; k < nodes.length; k++) {
            z[at] = Math.sqrt(2) * nodes[k];
            sum += weights[k] / Math.sqrt(Math.PI) * sum(z, at + 1, f);
        }
        return sum;
    }
}
