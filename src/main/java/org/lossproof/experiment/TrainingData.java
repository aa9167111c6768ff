package org.lossproof.experiment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.lossproof.loss.InputException;
import org.lossproof.montecarlo.Seed;
import org.lossproof.page.Experiment.Noise;
import org.lossproof.tolerance.Tolerance;

/**
 * A data set xh ~ N(0, A0) and its views: drawn anew at every step, as in practice; drawn once and kept; or the population, items
 * and noise drawn once and transformed so that their empirical second moments, all of them together, are those of the law. Every
 * coefficient of order 2 is that of the population then.
 */
final class TrainingData {
    private final Noise augmentation;
    private final int items;
    private final int d0;
    private final double[][] rootC;
    private final Seed seed;
    private final List<Slot> slots;
    private final double[][] data;
    private final Map<Slot, double[][]> kept = new HashMap<>();

    /**
     * @param a0 A0: d0 x d0
     * @param c C: d0 x d0
     * @param slots what is needed of every item
     */
    TrainingData(RealMatrix a0, RealMatrix c, int items, Noise augmentation, List<Slot> slots, Seed seed) {
        this.augmentation = augmentation;
        this.items = items;
        this.d0 = a0.getRowDimension();
        this.rootC = root(c, "C");
        this.seed = seed;
        this.slots = List.copyOf(slots);
        double[][] normals = normals(seed.of("data"), d0, items);
        Map<Slot, double[][]> noises = new HashMap<>();
        for (Slot slot : slots) {
            if (slot.augmentation() instanceof Slot.Augmentation.AdditiveNoise) {
                noises.put(slot, normals(noise(slot, 0), d0, items));
            }
        }
        if (augmentation == Noise.EXPECTED) {
            whiten(normals, noises);
        }
        this.data = multiply(root(a0, "A0"), normals);
        for (Slot slot : slots) {
            kept.put(slot, view(slot, 0, noises.get(slot)));
        }
    }

    /** The vector of every item: d0 x items. */
    double[][] view(Slot slot, long step) {
        boolean anew =
                augmentation == Noise.FRESH && !(slot.augmentation() instanceof Slot.Augmentation.None) && step > 0;
        return anew ? view(slot, step, null) : kept.get(slot);
    }

    private Seed noise(Slot slot, long step) {
        return seed.of("view " + slot.view()).of(slot.augmentation().toString()).of("step " + step);
    }

    private double[][] view(Slot slot, long step, double[][] normals) {
        if (slot.augmentation() instanceof Slot.Augmentation.None) {
            return data;
        } else if (slot.augmentation() instanceof Slot.Augmentation.AdditiveNoise) {
            double[][] out = multiply(rootC, normals == null ? normals(noise(slot, step), d0, items) : normals);
            for (int k = 0; k < d0; k++) {
                Loops.add(out[k], data[k]);
            }
            return out;
        }
        return rescaled(slot.augmentation(), generator(noise(slot, step)));
    }

    private double[][] rescaled(Slot.Augmentation law, UniformRandomProvider generator) {
        double[][] out = new double[d0][items];
        ZigguratSampler.Exponential exponential = ZigguratSampler.Exponential.of(generator);
        for (int j = 0; j < items; j++) {
            double s = law instanceof Slot.Augmentation.Uniform u
                    ? u.low() + (u.high() - u.low()) * generator.nextDouble()
                    : ((Slot.Augmentation.Exponential) law).mean() * exponential.sample();
            for (int k = 0; k < d0; k++) {
                out[k][j] = s * data[k][j];
            }
        }
        return out;
    }

    private static UniformRandomProvider generator(Seed seed) {
        long state = seed.state();
        return RandomSource.XO_RO_SHI_RO_128_PP.create(
                new long[] {state, seed.of("more").state()});
    }

    private static double[][] normals(Seed seed, int rows, int columns) {
        ZigguratSampler.NormalizedGaussian gaussian = ZigguratSampler.NormalizedGaussian.of(generator(seed));
        double[][] out = new double[rows][columns];
        for (int j = 0; j < columns; j++) {
            for (int k = 0; k < rows; k++) {
                out[k][j] = gaussian.sample();
            }
        }
        return out;
    }

    /** Z becomes L^-1 (Z - mean), L L' the empirical covariance of all rows together. */
    private void whiten(double[][] normals, Map<Slot, double[][]> noises) {
        List<double[]> rows = new java.util.ArrayList<>(List.of(normals));
        slots.stream().filter(noises::containsKey).forEach(s -> rows.addAll(List.of(noises.get(s))));
        if (items <= rows.size()) {
            throw new InputException("--augmentation expected: " + items + " items cannot have the second moments of "
                    + rows.size() + " coordinates of data and noise; take more (--population)");
        }
        for (double[] row : rows) {
            double mean = Loops.sum(row) / items;
            for (int j = 0; j < items; j++) {
                row[j] -= mean;
            }
        }
        int n = rows.size();
        RealMatrix covariance = new Array2DRowRealMatrix(n, n);
        for (int p = 0; p < n; p++) {
            for (int q = 0; q <= p; q++) {
                double entry = Loops.dot(rows.get(p), rows.get(q)) / items;
                covariance.setEntry(p, q, entry);
                covariance.setEntry(q, p, entry);
            }
        }
        RealMatrix lower = new CholeskyDecomposition(covariance).getL();
        for (int p = 0; p < n; p++) {
            for (int q = 0; q < p; q++) {
                Loops.addScaled(rows.get(p), -lower.getEntry(p, q), rows.get(q));
            }
            for (int j = 0; j < items; j++) {
                rows.get(p)[j] /= lower.getEntry(p, p);
            }
        }
    }

    private static double[][] multiply(double[][] m, double[][] h) {
        double[][] out = new double[m.length][h[0].length];
        for (int k = 0; k < m.length; k++) {
            for (int i = 0; i < h.length; i++) {
                if (m[k][i] != 0) {
                    Loops.addScaled(out[k], m[k][i], h[i]);
                }
            }
        }
        return out;
    }

    /** The symmetric root of a covariance; of a diagonal one the roots of its entries. */
    private static double[][] root(RealMatrix m, String name) {
        EigenDecompositionSymmetric eigen = new EigenDecompositionSymmetric(m);
        double largest = Math.max(Math.abs(eigen.getEigenvalue(0)), Double.MIN_NORMAL);
        double[] roots = new double[m.getRowDimension()];
        for (int i = 0; i < roots.length; i++) {
            double value = eigen.getEigenvalue(i);
            if (value < -Tolerance.SEMI_DEFINITE * largest) {
                throw new InputException("the covariance " + name + " has the negative eigenvalue " + value
                        + "; covariances are positive semi-definite");
            }
            roots[i] = Math.sqrt(Math.max(0, value));
        }
        return eigen.getV()
                .multiply(MatrixUtils.createRealDiagonalMatrix(roots))
                .multiplyTransposed(eigen.getV())
                .getData();
    }
}
