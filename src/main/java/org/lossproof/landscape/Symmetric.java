package org.lossproof.landscape;

import java.util.Arrays;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.RealMatrix;
import org.lossproof.tolerance.Tolerance;

/** Eigenvalues of matrices that are symmetric but for rounding. */
final class Symmetric {
    private Symmetric() {}

    /** (M + M')/2. */
    static RealMatrix part(RealMatrix m) {
        return m.add(m.transpose()).scalarMultiply(0.5);
    }

    /** The decomposition of the symmetric part, eigenvalues descending. */
    static EigenDecompositionSymmetric decompose(RealMatrix m) {
        return new EigenDecompositionSymmetric(part(m), Tolerance.EIGENSOLVER, true);
    }

    /** The eigenvalues of the symmetric part, ascending. */
    static double[] eigenvalues(RealMatrix m) {
        double[] e = decompose(m).getEigenvalues();
        Arrays.sort(e);
        return e;
    }
}
