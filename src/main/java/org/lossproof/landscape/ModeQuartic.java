package org.lossproof.landscape;

import java.util.Arrays;
import java.util.List;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.lossproof.loss.InputException;
import org.lossproof.tolerance.Tolerance;

/**
 * A quartic landscape in whitened coordinates V = W Sigma^(1/2), V: d1 x n, in the eigenbasis of its quadratic part:
 * with H = V'V (n x n),
 *
 * <pre>L(V) = -sum_i g_i H_ii + sum_ij q_ij H_ij^2 + sum_ij p_ij H_ii H_jj + kappa (tr H + |b|^2 - c)^2.</pre>
 *
 * <p>q = q2 and p = q1, the same for all pairs, is q2 Tr[(W Sigma W')^2] + q1 Tr[W Sigma W']^2. The gradient is 2 V D with
 * D = -diag(g) + 2 q o H + 2 diag(p diag H) + mu I and mu = 2 kappa (tr H + |b|^2 - c); see proofs/method/landscape.md.
 */
public final class ModeQuartic implements SmoothLandscape {
    private final double[] g;
    private final double[][] q;
    private final double[][] p;
    private final int d1;
    private final Penalty penalty;
    private final boolean bias;
    private final boolean uniform;

    private ModeQuartic(
            double[] g, double[][] q, double[][] p, int d1, Penalty penalty, boolean bias, boolean uniform) {
        this.g = g;
        this.q = q;
        this.p = p;
        this.d1 = d1;
        this.penalty = penalty;
        this.bias = bias;
        this.uniform = uniform;
    }

    /**
     * q2 Tr[(VV')^2] + q1 (Tr VV')^2.
     *
     * @param g eigenvalues of G = Sigma^(-1/2) B Sigma^(-1/2)
     * @param q2 positive
     * @param q1 with q2 + min(n, d1) q1 positive
     * @throws InputException if the quartic is not positive: L would not be bounded below
     */
    public static ModeQuartic uniform(List<Double> g, double q2, double q1, int d1) {
        Checks.dimension("d1", d1);
        Checks.finite("g", g);
        requireBounded(g.size(), q2, q1, d1);
        int n = g.size();
        return new ModeQuartic(array(g), filled(n, q2), filled(n, q1), d1, Penalty.NONE, false, true);
    }

    /** Refuses q2 Tr[S^2] + q1 Tr[S]^2 unless it is positive for every S of rank at most min(n, d1). */
    static void requireBounded(int n, double q2, double q1, int d1) {
        Checks.dimension("d1", d1);
        int rank = Math.min(n, d1);
        if (!(q2 > 0) || !(q2 + rank * q1 > 0) || Double.isInfinite(q2) || Double.isInfinite(q1)) {
            throw new InputException("quartic " + q2 + " Tr[S^2] + " + q1 + " Tr[S]^2: needs q2 > 0 and q2 + " + rank
                    + " q1 > 0 for a loss that is bounded below");
        }
    }

    /**
     * A general quartic in H.
     *
     * @param q n x n, symmetric
     * @param p n x n, symmetric
     */
    public static ModeQuartic general(List<Double> g, RealMatrix q, RealMatrix p, int d1) {
        Checks.dimension("d1", d1);
        Checks.finite("g", g);
        Checks.symmetric("q", q);
        Checks.symmetric("p", p);
        if (q.getRowDimension() != g.size() || p.getRowDimension() != g.size()) {
            throw new InputException("g has " + g.size() + " values: q and p must be " + g.size() + " x " + g.size());
        }
        return new ModeQuartic(array(g), q.getData(), p.getData(), d1, Penalty.NONE, false, false);
    }

    /** The same with normalisation, in place of any it has. */
    public ModeQuartic normalised(Penalty with) {
        return new ModeQuartic(g, q, p, d1, with, bias, uniform);
    }

    /** The same for f = W x + b with a mean-free x, in a loss that feels b in the normalisation only. */
    public ModeQuartic withBias() {
        return new ModeQuartic(g, q, p, d1, penalty, true, uniform);
    }

    /** The number of modes n. */
    public int modes() {
        return g.length;
    }

    public int d1() {
        return d1;
    }

    public Penalty penalty() {
        return penalty;
    }

    public boolean hasBias() {
        return bias;
    }

    /** Whether q and p are the same for all pairs of modes. */
    public boolean isUniform() {
        return uniform;
    }

    /** g_i. */
    public double g(int i) {
        return g[i];
    }

    /** q_ij. */
    public double q(int i, int j) {
        return q[i][j];
    }

    /** p_ij. */
    public double p(int i, int j) {
        return p[i][j];
    }

    /** The largest |g_i|. */
    double scale() {
        return Arrays.stream(g).map(Math::abs).max().orElse(0);
    }

    /** Whether exchanging modes i and j leaves the loss as it is. */
    boolean exchangeable(int i, int j) {
        boolean equal = Math.abs(g[i] - g[j]) <= Tolerance.CANCELLED * (Math.abs(g[i]) + Math.abs(g[j]));
        if (!equal || uniform) {
            return equal;
        }
        boolean same = q[i][i] == q[j][j] && p[i][i] == p[j][j];
        for (int k = 0; k < g.length && same; k++) {
            same = k == i || k == j || (q[i][k] == q[j][k] && p[i][k] == p[j][k]);
        }
        return same;
    }

    /** sum of -g_i h_i + q_ii h_i^2 + sum_j p_ij h_i h_j: the loss without its penalty at H = diag(h). */
    double lossWithoutPenalty(double[] h) {
        double sum = 0;
        for (int i = 0; i < h.length; i++) {
            double inner = -g[i] + q[i][i] * h[i];
            for (int j = 0; j < h.length; j++) {
                inner += p[i][j] * h[j];
            }
            sum += h[i] * inner;
        }
        return sum;
    }

    @Override
    public String toString() {
        return "g = " + Arrays.toString(g) + ", q = " + Arrays.deepToString(q) + ", p = " + Arrays.deepToString(p)
                + ", d1 = " + d1 + ", " + penalty + (bias ? ", with bias" : "");
    }

    @Override
    public int rows() {
        return d1;
    }

    /** n, or n + 1 with a bias, which is the last column. */
    @Override
    public int columns() {
        return g.length + (bias ? 1 : 0);
    }

    /** The loss at [V, b]; at kappa = infinity the loss without the constraint. */
    @Override
    public double value(RealMatrix v) {
        double[][] h = v.transposeMultiply(v).getData();
        double sum = 0;
        for (int i = 0; i < g.length; i++) {
            sum -= g[i] * h[i][i];
            for (int j = 0; j < g.length; j++) {
                sum += q[i][j] * h[i][j] * h[i][j] + p[i][j] * h[i][i] * h[j][j];
            }
        }
        return sum + penalty.value(trace(h));
    }

    /** The gradient at [V, b]; at kappa = infinity that of the loss without the constraint. */
    @Override
    public RealMatrix gradient(RealMatrix v) {
        double[][] h = v.transposeMultiply(v).getData();
        double mu = penalty.isConstraint() ? 0 : 2 * penalty.kappa() * (trace(h) - penalty.c());
        return lagrangianGradient(v, h, mu);
    }

    /** The gradient of the loss without penalty plus mu (tr H + |b|^2). */
    RealMatrix lagrangianGradient(RealMatrix v, double mu) {
        return lagrangianGradient(v, v.transposeMultiply(v).getData(), mu);
    }

    private RealMatrix lagrangianGradient(RealMatrix v, double[][] h, double mu) {
        RealMatrix d = MatrixUtils.createRealMatrix(columns(), columns());
        for (int i = 0; i < g.length; i++) {
            double diagonal = mu - g[i];
            for (int j = 0; j < g.length; j++) {
                diagonal += 2 * p[i][j] * h[j][j];
                d.setEntry(i, j, 2 * q[i][j] * h[i][j]);
            }
            d.addToEntry(i, i, diagonal);
        }
        if (bias) {
            d.setEntry(g.length, g.length, mu);
        }
        return v.multiply(d).scalarMultiply(2);
    }

    private double trace(double[][] h) {
        double t = 0;
        for (int i = 0; i < columns(); i++) {
            t += h[i][i];
        }
        return t;
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double[][] filled(int n, double value) {
        double[][] m = new double[n][n];
        for (double[] row : m) {
            Arrays.fill(row, value);
        }
        return m;
    }
}
