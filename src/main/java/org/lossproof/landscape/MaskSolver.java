package org.lossproof.landscape;

import java.util.Optional;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.lossproof.tolerance.Tolerance;

/**
 * Solves the stationarity of a {@link ModeQuartic} for a given set of active modes M: J h = g - mu 1 on M with J = 2
 * diag(q_ii) + 2 p and mu = 2 kappa (sum h - c). With alpha = 1'J^(-1)g and beta = 1'J^(-1)1 this is mu = 2 kappa (alpha -
 * c) / (1 + 2 kappa beta), which tends to (alpha - c)/beta as kappa grows: no cancellation at any kappa.
 */
final class MaskSolver {
    /** A solution h > 0 on the active modes, and the multiplier mu. */
    static final class Solution {
        private final double[] h;
        private final double mu;

        private Solution(double[] h, double mu) {
            this.h = h;
            this.mu = mu;
        }

        double[] h() {
            return h;
        }

        double mu() {
            return mu;
        }
    }

    private final ModeQuartic landscape;

    MaskSolver(ModeQuartic landscape) {
        this.landscape = landscape;
    }

    /** The solution with the multiplier of the penalty (b = 0). */
    Optional<Solution> penalised(int[] active) {
        Penalty penalty = landscape.penalty();
        if (active.length == 0) {
            return none(penalty);
        }
        Optional<double[][]> inverse = inverse(active);
        if (inverse.isEmpty()) {
            return Optional.empty();
        }
        double[] x = inverse.get()[0];
        double[] y = inverse.get()[1];
        double alpha = 0;
        double beta = 0;
        for (int a = 0; a < active.length; a++) {
            alpha += x[a];
            beta += y[a];
        }
        double mu = penalty.isConstraint()
                ? (alpha - penalty.c()) / beta
                : 2 * penalty.kappa() * (alpha - penalty.c()) / (1 + 2 * penalty.kappa() * beta);
        double stiffness = penalty.isConstraint() ? beta : 1 + 2 * penalty.kappa() * beta;
        double size = penalty.isConstraint() ? absoluteSum(y) : 1 + 2 * penalty.kappa() * absoluteSum(y);
        // Otherwise the penalty cancels the quartic along a direction: no isolated solution, and what is left is
        // rounding.
        boolean isolated = Math.abs(stiffness) > Tolerance.CANCELLED * size;
        return isolated && Double.isFinite(mu) ? positive(active, x, y, mu) : Optional.empty();
    }

    private static double absoluteSum(double[] y) {
        return java.util.Arrays.stream(y).map(Math::abs).sum();
    }

    /** The solution with mu = 0: of the loss without penalty, which a bias that takes up the rest of c leaves. */
    Optional<Solution> free(int[] active) {
        if (active.length == 0) {
            return Optional.of(new Solution(new double[landscape.modes()], 0));
        }
        return inverse(active).flatMap(xy -> positive(active, xy[0], xy[1], 0));
    }

    private Optional<Solution> none(Penalty penalty) {
        if (penalty.isConstraint() && penalty.c() > 0) {
            return Optional.empty();
        }
        double mu = penalty.isConstraint() ? 0 : -2 * penalty.kappa() * penalty.c();
        return Optional.of(new Solution(new double[landscape.modes()], mu));
    }

    /** J^(-1) g and J^(-1) 1; for a uniform quartic by the formula of Sherman and Morrison. */
    private Optional<double[][]> inverse(int[] active) {
        int k = active.length;
        double[] x = new double[k];
        double[] y = new double[k];
        if (landscape.isUniform()) {
            double q2 = landscape.q(0, 0);
            double q1 = landscape.p(0, 0);
            double sum = 0;
            for (int i : active) {
                sum += landscape.g(i);
            }
            for (int a = 0; a < k; a++) {
                double shared = q1 * sum / (2 * q2 * (q2 + k * q1));
                x[a] = landscape.g(active[a]) / (2 * q2) - shared;
                y[a] = 1 / (2 * (q2 + k * q1));
            }
            return Optional.of(new double[][] {x, y});
        }
        RealMatrix j = MatrixUtils.createRealMatrix(k, k);
        RealMatrix right = MatrixUtils.createRealMatrix(k, 2);
        for (int a = 0; a < k; a++) {
            for (int b = 0; b < k; b++) {
                j.setEntry(a, b, 2 * landscape.p(active[a], active[b]));
            }
            j.addToEntry(a, a, 2 * landscape.q(active[a], active[a]));
            right.setEntry(a, 0, landscape.g(active[a]));
            right.setEntry(a, 1, 1);
        }
        LUDecomposition lu = new LUDecomposition(j, Tolerance.CANCELLED * j.getNorm1());
        if (!lu.getSolver().isNonSingular()) {
            return Optional.empty();
        }
        RealMatrix solved = lu.getSolver().solve(right);
        return Optional.of(new double[][] {solved.getColumn(0), solved.getColumn(1)});
    }

    /** The size of h_i before what the other modes and the norm take off it. */
    private double unshared(int i) {
        return landscape.q(i, i) == 0 ? 0 : Math.abs(landscape.g(i) / (2 * landscape.q(i, i)));
    }

    private Optional<Solution> positive(int[] active, double[] x, double[] y, double mu) {
        double[] h = new double[landscape.modes()];
        for (int a = 0; a < active.length; a++) {
            double value = x[a] - mu * y[a];
            // A mode at its threshold (value 0 but for rounding) belongs to the mask without it.
            if (!(value > Tolerance.CANCELLED * (Math.abs(x[a]) + Math.abs(mu * y[a]) + unshared(active[a])))) {
                return Optional.empty();
            }
            h[active[a]] = value;
        }
        return Optional.of(new Solution(h, mu));
    }
}
