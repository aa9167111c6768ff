package org.lossproof.landscape;

import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;

/** Orthogonal complements. */
final class Complement {
    private Complement() {}

    /** An orthonormal basis, n x (n - 1), of the complement of a nonzero u, by the Householder reflection of u onto e_1. */
    static RealMatrix of(RealVector u) {
        int n = u.getDimension();
        RealVector v = u.unitVector();
        double sign = v.getEntry(0) < 0 ? -1 : 1;
        v.addToEntry(0, sign);
        RealMatrix reflection = MatrixUtils.createRealIdentityMatrix(n)
                .subtract(v.outerProduct(v).scalarMultiply(2 / v.dotProduct(v)));
        return reflection.getSubMatrix(0, n - 1, 1, n - 1);
    }
}
