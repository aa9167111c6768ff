package org.lossproof.landscape;

import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/**
 * The population loss of beta-InfoNCE for Gaussian views by determinants and inverses, E|f(x) - f(x')|^2/2 + beta E log E
 * exp(-|f(x) - f(chi)|^2/2); and the same by quadrature of its definition, with which tests compare it.
 */
final class InfonceByDeterminants {
    private InfonceByDeterminants() {}

    /** W: d1 x d0, covariances diagonal. */
    static double value(RealMatrix w, List<Double> a, List<Double> c, double beta) {
        RealMatrix s = covariance(
                w,
                IntStream.range(0, a.size())
                        .mapToDouble(i -> a.get(i) + c.get(i))
                        .toArray());
        LUDecomposition lu = new LUDecomposition(
                MatrixUtils.createRealIdentityMatrix(w.getRowDimension()).add(s));
        double spread = s.multiply(lu.getSolver().getInverse()).getTrace();
        double noise = covariance(w, c.stream().mapToDouble(x -> x).toArray()).getTrace();
        return noise - beta / 2 * (Math.log(lu.getDeterminant()) + spread);
    }

    private static RealMatrix covariance(RealMatrix w, double[] values) {
        return w.multiply(MatrixUtils.createRealDiagonalMatrix(values)).multiply(w.transpose());
    }

    /** One row: f(x) has the variance s = wa + wc, f(x) and f(x') the covariance wa. */
    static double byQuadrature(double wa, double wc, double beta, GaussianMean mean) {
        double data = Math.sqrt(wa);
        double noise = Math.sqrt(wc);
        double all = Math.sqrt(wa + wc);
        double positive = mean.of(3, z -> {
            double x = data * z[0] + noise * z[1];
            double other = data * z[0] + noise * z[2];
            return 0.5 * (x - other) * (x - other);
        });
        double negative = mean.of(
                1,
                u -> Math.log(mean.of(1, v -> {
                    double difference = all * u[0] - all * v[0];
                    return Math.exp(-0.5 * difference * difference);
                })));
        return positive + beta * negative;
    }
}
