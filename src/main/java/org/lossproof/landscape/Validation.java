package org.lossproof.landscape;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.lossproof.tolerance.Tolerance;

/**
 * How a predicted stationary point compares with numerical derivatives of the loss.
 *
 * @param gradient norm of the gradient over the largest norm of its terms' Hessian times the weight; 0 is exact
 * @param spectrum largest difference of predicted and numerical Hessian eigenvalues, over the size of the Hessian
 * @param predicted (negative, zero, positive) directions as predicted
 * @param numerical the same of the numerical Hessian, values below {@link Tolerance#NUMERICAL_HESSIAN} of the largest being zero
 */
public record Validation(double gradient, double spectrum, List<Integer> predicted, List<Integer> numerical) {
    public Validation {
        predicted = List.copyOf(predicted);
        numerical = List.copyOf(numerical);
    }

    /** Whether gradient and spectrum agree within the tolerance. */
    public boolean agrees(double tolerance) {
        return gradient <= tolerance && spectrum <= tolerance;
    }

    /** Whether the inertia agrees; only where no predicted eigenvalue is within {@link Tolerance#NUMERICAL_HESSIAN} of zero. */
    public boolean inertiaAgrees() {
        return predicted.equals(numerical);
    }

    /** Validates a point of the quartic, in whitened coordinates. */
    public static Validation of(ModeQuartic landscape, StationaryPoint point) {
        RealMatrix v = StationaryPoints.representative(landscape, point);
        double mu = multiplier(landscape, point);
        UnaryOperator<RealMatrix> gradient = x -> {
            double m = landscape.penalty().isConstraint()
                    ? mu
                    : 2
                            * landscape.penalty().kappa()
                            * (squared(x) - landscape.penalty().c());
            return landscape.lagrangianGradient(x, m);
        };
        RealMatrix hessian = hessian(gradient, v);
        double[] numerical =
                landscape.penalty().isConstraint() ? restricted(hessian, flatten(v)) : Symmetric.eigenvalues(hessian);
        double size = Math.max(hessian.getNorm1(), landscape.scale());
        return of(gradient.apply(v), size, v, numerical, point.hessian());
    }

    /** Validates a predicted spectrum at a point of any landscape; spectra differ by coordinates, inertia may not. The scale is what eigenvalues are large or small beside. */
    static Validation of(SmoothLandscape landscape, RealMatrix at, HessianSpectrum predicted, double scale) {
        RealMatrix hessian = hessian(landscape::gradient, at);
        double size = Math.max(hessian.getNorm1(), scale);
        return of(landscape.gradient(at), size, at, Symmetric.eigenvalues(hessian), predicted);
    }

    private static Validation of(
            RealMatrix gradient, double size, RealMatrix at, double[] numerical, HessianSpectrum predicted) {
        double weight = Math.max(at.getFrobeniusNorm(), Double.MIN_NORMAL);
        double residual = gradient.getFrobeniusNorm() == 0 ? 0 : gradient.getFrobeniusNorm() / (size * weight);
        double[] expected = predicted.eigenvalues().stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        double worst = expected.length == numerical.length ? 0 : Double.POSITIVE_INFINITY;
        for (int i = 0; i < Math.min(expected.length, numerical.length) && size > 0; i++) {
            worst = Math.max(worst, Math.abs(expected[i] - numerical[i]) / size);
        }
        List<Integer> inertia = List.of(predicted.negative(), predicted.zero(), predicted.positive());
        return new Validation(residual, worst, inertia, inertia(numerical, size));
    }

    /** Number of eigenvalues below, within and above zero, beside the largest there may be. */
    static List<Integer> inertia(double[] eigenvalues, double largest) {
        int negative = (int) Arrays.stream(eigenvalues)
                .filter(e -> e < -Tolerance.NUMERICAL_HESSIAN * largest)
                .count();
        int positive = (int) Arrays.stream(eigenvalues)
                .filter(e -> e > Tolerance.NUMERICAL_HESSIAN * largest)
                .count();
        return List.of(negative, eigenvalues.length - negative - positive, positive);
    }

    /** The Hessian, rows*columns square, by central differences of the gradient with one Richardson step: exact on quartics. */
    static RealMatrix hessian(UnaryOperator<RealMatrix> gradient, RealMatrix at) {
        int n = at.getRowDimension() * at.getColumnDimension();
        double step = 2e-3 * Math.max(at.getFrobeniusNorm(), 1e-3);
        RealMatrix hessian = MatrixUtils.createRealMatrix(n, n);
        for (int e = 0; e < n; e++) {
            RealVector near = difference(gradient, at, e, step);
            RealVector far = difference(gradient, at, e, 2 * step);
            hessian.setColumnVector(e, near.mapMultiply(4).subtract(far).mapDivide(3));
        }
        return hessian.add(hessian.transpose()).scalarMultiply(0.5);
    }

    private static RealVector difference(UnaryOperator<RealMatrix> gradient, RealMatrix at, int entry, double step) {
        int row = entry / at.getColumnDimension();
        int column = entry % at.getColumnDimension();
        RealMatrix up = at.copy();
        up.addToEntry(row, column, step);
        RealMatrix down = at.copy();
        down.addToEntry(row, column, -step);
        return flatten(gradient.apply(up))
                .subtract(flatten(gradient.apply(down)))
                .mapDivide(2 * step);
    }

    static RealVector flatten(RealMatrix m) {
        RealVector v = MatrixUtils.createRealVector(new double[0]);
        for (int i = 0; i < m.getRowDimension(); i++) {
            v = v.append(m.getRowVector(i));
        }
        return v;
    }

    /** Eigenvalues on the tangent of the sphere; none if that is a point. */
    private static double[] restricted(RealMatrix hessian, RealVector normal) {
        if (normal.getDimension() == 1 || normal.getNorm() == 0) {
            return new double[0];
        }
        RealMatrix basis = Complement.of(normal);
        return Symmetric.eigenvalues(basis.transposeMultiply(hessian.multiply(basis)));
    }

    private static double multiplier(ModeQuartic landscape, StationaryPoint point) {
        if (!landscape.penalty().isConstraint() || point.biasSquared() > 0) {
            return 0;
        }
        for (int i = 0; i < landscape.modes(); i++) {
            if (point.mask().get(i) == 1) {
                double slope =
                        landscape.g(i) - 2 * landscape.q(i, i) * point.wtw().get(i);
                for (int j = 0; j < landscape.modes(); j++) {
                    slope -= 2 * landscape.p(i, j) * point.wtw().get(j);
                }
                return slope;
            }
        }
        return 0;
    }

    private static double squared(RealMatrix m) {
        return m.getFrobeniusNorm() * m.getFrobeniusNorm();
    }
}
