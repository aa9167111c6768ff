package org.lossproof.montecarlo;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.RealMatrix;

/**
 * How many inner draws estimate a mean that stands inside a nonlinear function, and how the bias is removed.
 *
 * <p>A Taylor coefficient of order K of the loss is a polynomial in Taylor coefficients of its inner means. At W = 0 these
 * are constants, so at most p = K / q factors of a product are random when every inner integrand starts at order q. The
 * expectation of a product of p sample means over M draws is a polynomial in 1/M of degree p - 1 at most (draws coincide
 * or not). With plug-in values at M_1 < ... < M_p, all over prefixes of the same draws, the weights w_r with sum w_r = 1
 * and sum w_r M_r^-j = 0 for j = 1, ..., p - 1 therefore give an exactly unbiased estimate.
 */
final class InnerDraws {
    private static final int SMALLEST = 8;

    private final int[] sizes;
    private final double[] weights;

    private InnerDraws(int[] sizes, double[] weights) {
        this.sizes = sizes;
        this.weights = weights;
    }

    /** The draws that remove the bias of products of up to {@code factors} estimated means. */
    static InnerDraws unbiased(int factors) {
        return extrapolated(SMALLEST, Math.max(1, factors));
    }

    /** {@code levels} numbers of draws from {@code smallest} on, each the double of the last; bias up to order levels - 1 goes. */
    static InnerDraws extrapolated(int smallest, int levels) {
        int[] sizes = new int[levels];
        for (int r = 0; r < sizes.length; r++) {
            sizes[r] = smallest << r;
        }
        return new InnerDraws(sizes, weights(sizes));
    }

    /** A plain plug-in estimate over {@code size} draws, which is biased. */
    static InnerDraws plugIn(int size) {
        return new InnerDraws(new int[] {size}, new double[] {1});
    }

    /** How many different numbers of draws are in use. */
    int count() {
        return sizes.length;
    }

    /** M_r, ascending. */
    int size(int r) {
        return sizes[r];
    }

    /** w_r. */
    double weight(int r) {
        return weights[r];
    }

    int largest() {
        return sizes[sizes.length - 1];
    }

    private static double[] weights(int[] sizes) {
        int n = sizes.length;
        RealMatrix powers = new Array2DRowRealMatrix(n, n);
        for (int j = 0; j < n; j++) {
            for (int r = 0; r < n; r++) {
                powers.setEntry(j, r, Math.pow(sizes[r], -j));
            }
        }
        ArrayRealVector one = new ArrayRealVector(n);
        one.setEntry(0, 1);
        return new LUDecomposition(powers).getSolver().solve(one).toArray();
    }
}
