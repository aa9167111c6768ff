package org.lossproof.landscape;

import java.util.Arrays;
import java.util.List;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.lossproof.covariance.CovariancePair;

/** Whitened coordinates V = W Sigma^(1/2), in which a landscape that depends on Sigma and B has the modes of Sigma^(-1/2) B Sigma^(-1/2). */
public final class Whitening {
    private Whitening() {}

    /**
     * The eigenvalues of Sigma^(-1/2) (x A0 + y C + z I) Sigma^(-1/2), descending; Sigma = A0 + C invertible.
     *
     * @param pair A0 and C: d0 x d0, of any eigenbases
     */
    public static List<Double> eigenvalues(double x, double y, double z, CovariancePair pair) {
        RealMatrix a = pair.data().real();
        RealMatrix c = pair.augmentation().real();
        int d0 = a.getRowDimension();
        RealMatrix b = a.scalarMultiply(x)
                .add(c.scalarMultiply(y))
                .add(MatrixUtils.createRealIdentityMatrix(d0).scalarMultiply(z));
        EigenDecompositionSymmetric sigma = new EigenDecompositionSymmetric(a.add(c));
        double[] roots =
                Arrays.stream(sigma.getEigenvalues()).map(s -> 1 / Math.sqrt(s)).toArray();
        RealMatrix root = sigma.getV()
                .multiply(MatrixUtils.createRealDiagonalMatrix(roots))
                .multiply(sigma.getVT());
        RealMatrix g = root.multiply(b).multiply(root);
        double[] values = new EigenDecompositionSymmetric(g.add(g.transpose()).scalarMultiply(0.5)).getEigenvalues();
        return Arrays.stream(values)
                .boxed()
                .sorted(java.util.Comparator.reverseOrder())
                .toList();
    }
}
