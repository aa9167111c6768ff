package org.lossproof.montecarlo;

import java.util.EnumMap;
import java.util.Map;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.RealMatrix;
import org.lossproof.loss.Expr.Letter;
import org.lossproof.loss.InputException;
import org.lossproof.tolerance.Tolerance;

/**
 * Covariances of the representation in doubles: K_A = W A0 W', K_C = W C W', K_G = W W', each (e d1) x (e d1) for e
 * encoders.
 *
 * @param d1 the dimension of a representation
 * @param covariances K_A, K_C, K_S and K_G, positive semi-definite
 */
public record SamplingModel(int d1, Map<Letter, RealMatrix> covariances) {
    public SamplingModel {
        covariances = Map.copyOf(covariances);
    }

    /** The model of given K_A, K_C and K_G. */
    public static SamplingModel of(int d1, RealMatrix a, RealMatrix c, RealMatrix g) {
        Map<Letter, RealMatrix> all = new EnumMap<>(Letter.class);
        all.put(Letter.A, a);
        all.put(Letter.C, c);
        all.put(Letter.S, a.add(c));
        all.put(Letter.G, g);
        return new SamplingModel(d1, all);
    }

    /**
     * The model of weights and covariances of the data.
     *
     * @param w W: d1 x d0
     * @param a0 A0: d0 x d0
     * @param c C: d0 x d0
     */
    public static SamplingModel of(RealMatrix w, RealMatrix a0, RealMatrix c) {
        RealMatrix t = w.transpose();
        return of(w.getRowDimension(), w.multiply(a0).multiply(t), w.multiply(c).multiply(t), w.multiply(t));
    }

    /** K_letter. */
    public RealMatrix covariance(Letter letter) {
        return covariances.get(letter);
    }

    /** A square root R of K_letter, R R' = K_letter. */
    double[][] root(Letter letter) {
        RealMatrix k = covariance(letter);
        EigenDecompositionSymmetric eigen = new EigenDecompositionSymmetric(k);
        double largest = Math.max(1, eigen.getEigenvalue(0));
        RealMatrix root = new Array2DRowRealMatrix(k.getRowDimension(), k.getColumnDimension());
        for (int j = 0; j < k.getColumnDimension(); j++) {
            double value = eigen.getEigenvalue(j);
            if (value < -Tolerance.SEMI_DEFINITE * largest) {
                throw new InputException("the covariance " + letter + " has the negative eigenvalue " + value
                        + "; covariances are positive semi-definite");
            }
            root.setColumnVector(j, eigen.getEigenvector(j).mapMultiply(Math.sqrt(Math.max(0, value))));
        }
        return root.getData();
    }
}
