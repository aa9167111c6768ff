package org.lossproof.paper;

import java.util.function.ToDoubleFunction;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.lossproof.landscape.Penalty;
import org.lossproof.landscape.QuarticForm;

/**
 * A quartic landscape as it is written on paper, in matrices and in no particular basis, and its derivatives by nothing but
 * values: differences of five points, which are exact on quartics but for rounding. It shares no code with the solver.
 */
final class MatrixLoss {
    private final double[][] b;
    private final double[][] a;
    private final double[][] c;
    private final QuarticForm.Traces traces;
    private final Penalty penalty;
    private final boolean bias;
    private final int d1;

    /**
     * The loss of W: d1 x d0 and, with a bias, of b.
     *
     * @param b B with the weight decay: d0 x d0
     * @param a A0: d0 x d0
     * @param c C: d0 x d0
     * @param traces coefficients of the fourth order
     * @param bias whether f(x) = W x + b
     */
    MatrixLoss(
            RealMatrix b,
            RealMatrix a,
            RealMatrix c,
            QuarticForm.Traces traces,
            Penalty penalty,
            boolean bias,
            int d1) {
        this.b = b.getData();
        this.a = a.getData();
        this.c = c.getData();
        this.traces = traces;
        this.penalty = penalty;
        this.bias = bias;
        this.d1 = d1;
    }

    /** The point: d1 rows of d0 weights and, with a bias, one entry of b. */
    private int width() {
        return b.length + (bias ? 1 : 0);
    }

    int size() {
        return d1 * width();
    }

    /** The point whose first rows are sqrt(lambda_i) u_i' for the active modes; u_i are the columns of {@code basis}. */
    double[] point(double[][] basis, double[] lambda, double biasSquared) {
        double[] x = new double[size()];
        int row = 0;
        for (int mode = 0; mode < lambda.length; mode++) {
            if (lambda[mode] > 0) {
                for (int j = 0; j < b.length; j++) {
                    x[row * width() + j] = Math.sqrt(lambda[mode]) * basis[j][mode];
                }
                row++;
            }
        }
        if (bias) {
            x[b.length] = Math.sqrt(biasSquared);
        }
        return x;
    }

    /** The loss; under the constraint without a penalty. */
    double value(double[] x) {
        double[][] ka = form(x, a);
        double[][] kc = form(x, c);
        double ta = trace(ka);
        double tc = trace(kc);
        double sum = -trace(form(x, b))
                + traces.aa() * inner(ka, ka)
                + traces.ac() * inner(ka, kc)
                + traces.cc() * inner(kc, kc)
                + traces.aSquared() * ta * ta
                + traces.aTimesC() * ta * tc
                + traces.cSquared() * tc * tc;
        double excess = norm(x) - penalty.c();
        return penalty.isConstraint() ? sum : sum + penalty.kappa() * excess * excess;
    }

    /** E|f(x)|^2 with the bias. */
    double norm(double[] x) {
        double sum = trace(form(x, a)) + trace(form(x, c));
        for (int p = 0; bias && p < d1; p++) {
            sum += x[p * width() + b.length] * x[p * width() + b.length];
        }
        return sum;
    }

    /** W M W': d1 x d1. */
    private double[][] form(double[] x, double[][] m) {
        double[][] wm = new double[d1][m.length];
        double[][] out = new double[d1][d1];
        for (int p = 0; p < d1; p++) {
            for (int i = 0; i < m.length; i++) {
                for (int j = 0; j < m.length; j++) {
                    wm[p][j] += x[p * width() + i] * m[i][j];
                }
            }
        }
        for (int p = 0; p < d1; p++) {
            for (int q = 0; q < d1; q++) {
                for (int j = 0; j < m.length; j++) {
                    out[p][q] += wm[p][j] * x[q * width() + j];
                }
            }
        }
        return out;
    }

    private static double trace(double[][] m) {
        double sum = 0;
        for (int i = 0; i < m.length; i++) {
            sum += m[i][i];
        }
        return sum;
    }

    private static double inner(double[][] x, double[][] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x.length; j++) {
                sum += x[i][j] * y[i][j];
            }
        }
        return sum;
    }

    /** The gradient of a quartic f of the point, by steps of this size. */
    RealVector gradient(ToDoubleFunction<double[]> f, double[] x, double step) {
        RealVector out = MatrixUtils.createRealVector(size());
        for (int i = 0; i < size(); i++) {
            double near = along(f, x, i, i, step) - along(f, x, i, i, -step);
            double far = along(f, x, i, i, 2 * step) - along(f, x, i, i, -2 * step);
            out.setEntry(i, (8 * near - far) / (12 * step));
        }
        return out;
    }

    /** Its Hessian. */
    RealMatrix hessian(ToDoubleFunction<double[]> f, double[] x, double step) {
        RealMatrix out = MatrixUtils.createRealMatrix(size(), size());
        for (int i = 0; i < size(); i++) {
            out.setEntry(i, i, second(f, x, i, i, step));
        }
        for (int i = 0; i < size(); i++) {
            for (int j = 0; j < i; j++) {
                double mixed = (second(f, x, i, j, step) - out.getEntry(i, i) - out.getEntry(j, j)) / 2;
                out.setEntry(i, j, mixed);
                out.setEntry(j, i, mixed);
            }
        }
        return out;
    }

    private static double second(ToDoubleFunction<double[]> f, double[] x, int i, int j, double step) {
        double near = along(f, x, i, j, step) + along(f, x, i, j, -step);
        double far = along(f, x, i, j, 2 * step) + along(f, x, i, j, -2 * step);
        return (16 * near - far - 30 * f.applyAsDouble(x)) / (12 * step * step);
    }

    /** f at x + t (e_i + e_j), or x + t e_i if they are the same. */
    private static double along(ToDoubleFunction<double[]> f, double[] x, int i, int j, double t) {
        double[] moved = x.clone();
        moved[i] += t;
        if (j != i) {
            moved[j] += t;
        }
        return f.applyAsDouble(moved);
    }

    /** Eigenvalues, ascending. */
    static double[] eigenvalues(RealMatrix symmetric) {
        double[] e = new EigenDecompositionSymmetric(symmetric, 1e-12, true).getEigenvalues();
        java.util.Arrays.sort(e);
        return e;
    }
}
