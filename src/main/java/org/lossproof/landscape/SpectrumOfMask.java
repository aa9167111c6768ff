package org.lossproof.landscape;

import java.util.Arrays;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.lossproof.tolerance.Tolerance;

/**
 * The full Hessian spectrum of a {@link ModeQuartic} at H = diag(h), in closed form but for one symmetric block of the size
 * of the mask. With row p of V active on mode i(p), D_j = -g_j + 2 q_jj h_j + 2 (p h)_j + mu, half the Hessian is
 *
 * <ul>
 *   <li>D_j for an inactive row and an inactive mode j, d1 - k times;
 *   <li>0 for an inactive row and an active mode (rotation);
 *   <li>D_j + 2 q_ij h_i for the row of mode i and an inactive mode j;
 *   <li>0 (rotation) and 2 q_ij (h_i + h_j) for a pair of active modes;
 *   <li>4 (diag(q_ii h_i) + sqrt(h_i h_j) (p_ij + kappa)) on the lengths of the active rows; at kappa = infinity
 *       restricted to the tangent of the constraint.
 * </ul>
 */
final class SpectrumOfMask {
    private final ModeQuartic landscape;
    private final int[] active;
    private final int[] inactive;
    private final double[] h;
    private final double mu;
    private final double biasSquared;
    private final double scale;
    private final HessianSpectrum.Builder out = new HessianSpectrum.Builder();

    SpectrumOfMask(ModeQuartic landscape, int[] active, double[] h, double mu, double biasSquared) {
        this.landscape = landscape;
        this.active = active;
        this.inactive = java.util.stream.IntStream.range(0, h.length)
                .filter(i -> Arrays.stream(active).noneMatch(a -> a == i))
                .toArray();
        this.h = h;
        this.mu = mu;
        this.scale = landscape.scale();
        this.biasSquared = biasSquared;
    }

    HessianSpectrum compute() {
        int k = active.length;
        int freeRows = landscape.d1() - k;
        if (landscape.penalty().isConstraint() && k == 0 && biasSquared == 0) {
            return out.build(); // c = 0: V = 0 is all there is.
        }
        out.addRotation(k * freeRows + k * (k - 1) / 2);
        for (int j : inactive) {
            out.addOrThreshold(slope(j), slopeScale(j), freeRows);
            for (int i : active) {
                double bend = 2 * landscape.q(i, j) * h[i];
                out.addOrContinuum(slope(j) + bend, slopeScale(j) + Math.abs(bend));
            }
        }
        for (int a = 0; a < k; a++) {
            for (int b = 0; b < a; b++) {
                double q = landscape.q(active[a], active[b]);
                out.addOrThreshold(2 * q * (h[active[a]] + h[active[b]]), 0, 1);
            }
        }
        lengths();
        if (landscape.hasBias()) {
            bias();
        }
        return out.build();
    }

    /** D_j. */
    private double slope(int j) {
        double d = mu - landscape.g(j);
        for (int i : active) {
            d += 2 * landscape.p(i, j) * h[i];
        }
        return d;
    }

    private double slopeScale(int j) {
        double d = Math.abs(mu) + Math.abs(landscape.g(j)) + Tolerance.SLOPE_FLOOR * scale;
        for (int i : active) {
            d += 2 * Math.abs(landscape.p(i, j)) * h[i];
        }
        return d;
    }

    private void bias() {
        if (landscape.penalty().kappa() == 0) {
            out.addFlat(landscape.d1());
        } else if (biasSquared > 0) {
            out.addRotation(landscape.d1() - 1); // the length of b is with the lengths of the rows
        } else {
            out.addOrThreshold(mu, Math.abs(mu) + Tolerance.SLOPE_FLOOR * scale, landscape.d1());
        }
    }

    /** The block of the lengths of the active rows, and of |b| where b is not 0. */
    private void lengths() {
        int k = active.length;
        int size = k + (biasSquared > 0 ? 1 : 0);
        if (size == 0) {
            return;
        }
        double[] root = new double[size];
        for (int a = 0; a < k; a++) {
            root[a] = Math.sqrt(h[active[a]]);
        }
        if (size > k) {
            root[k] = Math.sqrt(biasSquared);
        }
        RealMatrix n = core(size);
        RealMatrix block = MatrixUtils.createRealMatrix(size, size);
        for (int a = 0; a < size; a++) {
            for (int b = 0; b < size; b++) {
                block.setEntry(a, b, root[a] * n.getEntry(a, b) * root[b]);
            }
        }
        addBlock(block, root, positiveDefinite(n));
    }

    /** diag(q_ii) + p_ij + kappa; a last row for |b| has kappa only. */
    private RealMatrix core(int size) {
        double kappa =
                landscape.penalty().isConstraint() ? 0 : landscape.penalty().kappa();
        RealMatrix n = MatrixUtils.createRealMatrix(size, size);
        for (int a = 0; a < size; a++) {
            for (int b = 0; b < size; b++) {
                boolean both = a < active.length && b < active.length;
                double q = both && a == b ? landscape.q(active[a], active[a]) : 0;
                n.setEntry(a, b, kappa + q + (both ? landscape.p(active[a], active[b]) : 0));
            }
        }
        return n;
    }

    private void addBlock(RealMatrix block, double[] root, boolean definite) {
        RealMatrix m = landscape.penalty().isConstraint() ? restricted(block, root) : block;
        if (m == null) {
            return;
        }
        double[] eigenvalues = isDiagonal(m) ? diagonal(m) : Symmetric.eigenvalues(m);
        double largest = Arrays.stream(eigenvalues).map(Math::abs).max().orElse(0);
        for (double e : eigenvalues) {
            if (definite) {
                // Positive by the inertia of the well-scaled core, even where rounding hides it.
                out.add(8 * Math.max(e, Double.MIN_NORMAL), 1);
            } else {
                out.addOrThreshold(4 * e, 4 * largest, 1);
            }
        }
    }

    private boolean positiveDefinite(RealMatrix n) {
        if (landscape.isUniform()) {
            return true; // by the requirement that the loss is bounded below
        }
        double[] e = Symmetric.eigenvalues(n);
        double largest = Arrays.stream(e).map(Math::abs).max().orElse(0);
        return Arrays.stream(e).min().orElse(1) > Tolerance.CANCELLED * largest;
    }

    /** B' M B for an orthonormal basis B of the complement of u; null if there is none. */
    private static RealMatrix restricted(RealMatrix m, double[] u) {
        int n = u.length;
        if (n == 1) {
            return null;
        }
        RealMatrix basis = Complement.of(MatrixUtils.createRealVector(u));
        return basis.transposeMultiply(m.multiply(basis));
    }

    private static boolean isDiagonal(RealMatrix m) {
        for (int i = 0; i < m.getRowDimension(); i++) {
            for (int j = 0; j < i; j++) {
                if (m.getEntry(i, j) != 0) {
                    return false;
                }
            }
        }
        return true;
    }

    private static double[] diagonal(RealMatrix m) {
        double[] d = new double[m.getRowDimension()];
        for (int i = 0; i < d.length; i++) {
            d[i] = m.getEntry(i, i);
        }
        return d;
    }
}
