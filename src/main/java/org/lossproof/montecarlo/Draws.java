package org.lossproof.montecarlo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.lossproof.loss.Datum;
import org.lossproof.loss.Expr.Letter;
import org.lossproof.loss.LossDefinition;

/** The vectors of one sample: data and views as they stand, redrawn by the means that average over them. */
final class Draws {
    private final double[][] rootA;
    private final double[][] rootC;
    private final double[][] rootS;
    private final double[] noise;
    private final int dimension;
    private final Map<String, double[][]> vectors = new HashMap<>();
    private final Map<String, int[]> currentCopy = new HashMap<>();
    private ZigguratSampler.NormalizedGaussian gaussian;
    private ZigguratSampler.Exponential exponential;
    private UniformRandomProvider uniform;

    Draws(LossDefinition loss, SamplingModel model, Map<String, Integer> copies) {
        rootA = model.root(Letter.A);
        rootC = model.root(Letter.C);
        rootS = model.root(Letter.S);
        dimension = rootA.length;
        noise = new double[dimension];
        for (Datum datum : loss.data()) {
            int count = copies.get(datum.name());
            vectors.put(datum.name(), new double[count][dimension]);
            datum.views().forEach(v -> vectors.put(v.name(), new double[count][dimension]));
            currentCopy.put(datum.name(), new int[1]);
        }
    }

    void use(UniformRandomProvider generator) {
        uniform = generator;
        gaussian = ZigguratSampler.NormalizedGaussian.of(generator);
        exponential = ZigguratSampler.Exponential.of(generator);
    }

    /** All copies of a vector, by copy and coordinate. */
    double[][] vector(String name) {
        return vectors.get(name);
    }

    /** The copy at hand, in a box that the sum over copies writes. */
    int[] currentCopy(String datum) {
        return currentCopy.get(datum);
    }

    void drawDatum(String name) {
        drawCentred(name, rootA);
    }

    /** A view with additive noise of a datum that is used for nothing else. */
    void drawViewAlone(String view) {
        drawCentred(view, rootS);
    }

    private void drawCentred(String name, double[][] root) {
        for (double[] z : vectors.get(name)) {
            java.util.Arrays.fill(z, 0);
            addGaussian(z, root);
        }
    }

    void drawNoisyView(String view, String datum) {
        double[][] around = vectors.get(datum);
        double[][] out = vectors.get(view);
        for (int copy = 0; copy < out.length; copy++) {
            System.arraycopy(around[copy], 0, out[copy], 0, dimension);
            addGaussian(out[copy], rootC);
        }
    }

    /** s xh with s exponential of mean {@code parameters[0]}, or uniform between the two. */
    void drawRescaledView(String view, String datum, boolean isExponential, List<Double> parameters) {
        double[][] around = vectors.get(datum);
        double[][] out = vectors.get(view);
        for (int copy = 0; copy < out.length; copy++) {
            double s = isExponential
                    ? parameters.get(0) * exponential.sample()
                    : parameters.get(0) + (parameters.get(1) - parameters.get(0)) * uniform.nextDouble();
            for (int i = 0; i < dimension; i++) {
                out[copy][i] = s * around[copy][i];
            }
        }
    }

    private void addGaussian(double[] out, double[][] root) {
        for (int i = 0; i < dimension; i++) {
            noise[i] = gaussian.sample();
        }
        for (int i = 0; i < dimension; i++) {
            double[] row = root[i];
            double sum = 0;
            for (int j = 0; j < dimension; j++) {
                sum += row[j] * noise[j];
            }
            out[i] += sum;
        }
    }
}
