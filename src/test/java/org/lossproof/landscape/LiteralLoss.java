package org.lossproof.landscape;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/**
 * A function of a matrix of which nothing is known but its values: derivatives are differences. Losses come in as they are
 * defined, not expanded, so that what the landscape package says of them is compared with something else.
 */
record LiteralLoss(int rows, int columns, ToDoubleFunction<RealMatrix> values) implements SmoothLandscape {
    private static final double STEP = 1e-4;
    private static final double SECOND_STEP = 1e-3;

    @Override
    public double value(RealMatrix w) {
        return values.applyAsDouble(w);
    }

    /** Central differences. */
    @Override
    public RealMatrix gradient(RealMatrix w) {
        RealMatrix out = MatrixUtils.createRealMatrix(rows, columns);
        for (int k = 0; k < rows * columns; k++) {
            double slope = (value(moved(w, k, STEP)) - value(moved(w, k, -STEP))) / (2 * STEP);
            out.setEntry(k / columns, k % columns, slope);
        }
        return out;
    }

    /** Eigenvalues of the Hessian, by second differences. */
    double[] curvatures(RealMatrix w) {
        int n = rows * columns;
        RealMatrix hessian = MatrixUtils.createRealMatrix(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double mixed = (shifted(w, i, 1, j, 1)
                                - shifted(w, i, 1, j, -1)
                                - shifted(w, i, -1, j, 1)
                                + shifted(w, i, -1, j, -1))
                        / (4 * SECOND_STEP * SECOND_STEP);
                hessian.setEntry(i, j, mixed);
                hessian.setEntry(j, i, mixed);
            }
        }
        return new EigenDecompositionSymmetric(hessian).getEigenvalues();
    }

    private double shifted(RealMatrix w, int i, int signI, int j, int signJ) {
        return value(moved(moved(w, i, signI * SECOND_STEP), j, signJ * SECOND_STEP));
    }

    private RealMatrix moved(RealMatrix w, int entry, double step) {
        RealMatrix out = w.copy();
        out.addToEntry(entry / columns, entry % columns, step);
        return out;
    }

    /**
     * Spectral contrastive loss, -2 E f(x)'f(x') + E (f(x)'f(chi))^2, of diagonal covariances, over a finite population: data at
     * +-sqrt(d0 a_i) e_i, noise at +-sqrt(d0 c_i) e_i, all alike. It has these covariances, and the loss no higher moments of a view.
     */
    static LiteralLoss spectralContrastive(List<Double> a, List<Double> c, int d1) {
        List<double[]> data = axes(a);
        List<double[]> noise = axes(c);
        return new LiteralLoss(d1, a.size(), w -> {
            double positive = 0;
            List<double[]> views = new ArrayList<>();
            for (double[] x : data) {
                double[] mean = new double[d1];
                for (double[] e : noise) {
                    double[] view = w.operate(sum(x, e));
                    views.add(view);
                    for (int k = 0; k < d1; k++) {
                        mean[k] += view[k] / noise.size();
                    }
                }
                // E of f(x)'f(x') over both views of x is the square of the mean view.
                positive += inner(mean, mean) / data.size();
            }
            double negative = 0;
            for (double[] u : views) {
                for (double[] v : views) {
                    double p = inner(u, v);
                    negative += p * p;
                }
            }
            return -2 * positive + negative / views.size() / views.size();
        });
    }

    /** E|f(x)|^2 of diagonal covariances. */
    static double norm(RealMatrix w, List<Double> a, List<Double> c) {
        double sum = 0;
        for (int i = 0; i < a.size(); i++) {
            double[] column = w.getColumn(i);
            sum += (a.get(i) + c.get(i)) * inner(column, column);
        }
        return sum;
    }

    /** A weight with W'W = diag(wtw), each active mode in a row of its own. */
    static RealMatrix weight(StationaryPoint point, int d1) {
        RealMatrix w = MatrixUtils.createRealMatrix(d1, point.mask().size());
        int row = 0;
        for (int i = 0; i < point.mask().size(); i++) {
            if (point.mask().get(i) == 1) {
                w.setEntry(row++, i, Math.sqrt(point.wtw().get(i)));
            }
        }
        return w;
    }

    private static List<double[]> axes(List<Double> variances) {
        List<double[]> out = new ArrayList<>();
        for (int i = 0; i < variances.size(); i++) {
            for (int sign : new int[] {1, -1}) {
                double[] x = new double[variances.size()];
                x[i] = sign * Math.sqrt(variances.size() * variances.get(i));
                out.add(x);
            }
        }
        return out;
    }

    private static double[] sum(double[] x, double[] y) {
        double[] out = x.clone();
        for (int i = 0; i < x.length; i++) {
            out[i] += y[i];
        }
        return out;
    }

    static double inner(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }
}
