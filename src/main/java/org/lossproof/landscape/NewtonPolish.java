package org.lossproof.landscape;

import java.util.Optional;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.lossproof.tolerance.Tolerance;

/**
 * Carries the end of a descent to a stationary point by Newton steps, or finds that there is none beside it. Directions in
 * which the Hessian vanishes (rotations, families of minima) are left alone.
 */
final class NewtonPolish {
    private static final int STEPS = 60;

    private NewtonPolish() {}

    /**
     * A stationary point near {@code start}, with its relative residual as {@link DescentSearch.Endpoint#gradient}.
     *
     * @param unit a weight of ordinary size, which is what a gradient at W = 0 is small beside
     */
    static Optional<DescentSearch.Endpoint> at(SmoothLandscape landscape, RealMatrix start, double unit) {
        RealMatrix w = start;
        DescentSearch.Endpoint best = null;
        for (int step = 0; step < STEPS; step++) {
            RealMatrix hessian = Validation.hessian(landscape::gradient, w);
            RealVector gradient = Validation.flatten(landscape.gradient(w));
            double scale = hessian.getFrobeniusNorm() * Math.max(w.getFrobeniusNorm(), unit);
            double residual = scale == 0 ? 0 : gradient.getNorm() / scale;
            if (best == null || residual < best.gradient()) {
                best = new DescentSearch.Endpoint(w, landscape.value(w), residual);
            }
            if (residual < Tolerance.POLISHED || !Double.isFinite(residual)) {
                break;
            }
            w = moved(w, hessian, gradient);
        }
        return Optional.of(best).filter(e -> e.gradient() <= Tolerance.STATIONARY);
    }

    private static RealMatrix moved(RealMatrix w, RealMatrix hessian, RealVector gradient) {
        EigenDecompositionSymmetric eigen = Symmetric.decompose(hessian);
        double[] values = eigen.getEigenvalues();
        double largest = Math.max(Math.abs(values[0]), Math.abs(values[values.length - 1]));
        RealMatrix out = w.copy();
        for (int i = 0; i < values.length; i++) {
            if (Math.abs(values[i]) > Tolerance.FLAT * largest) {
                RealVector direction = eigen.getEigenvector(i);
                double length = direction.dotProduct(gradient) / values[i];
                out = out.subtract(shaped(direction.mapMultiply(length), w));
            }
        }
        return out;
    }

    private static RealMatrix shaped(RealVector x, RealMatrix like) {
        RealMatrix m = MatrixUtils.createRealMatrix(like.getRowDimension(), like.getColumnDimension());
        for (int i = 0; i < x.getDimension(); i++) {
            m.setEntry(i / like.getColumnDimension(), i % like.getColumnDimension(), x.getEntry(i));
        }
        return m;
    }
}
