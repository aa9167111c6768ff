package org.lossproof.landscape;

import java.util.List;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.lossproof.tolerance.Tolerance;

/**
 * An orthonormal basis in which two commuting symmetric matrices are both diagonal, by Jacobi rotations that lower both
 * off-diagonal parts at once (Cardoso and Souloumiac 1996); equal eigenvalues of one or of both need no special care.
 *
 * @param basis d0 x d0, orthogonal; column i is the i-th common eigenvector
 */
record JointDiagonalisation(RealMatrix basis) {
    private static final int SWEEPS = 60;

    /** The basis for two symmetric matrices of one size; where they do not commute it is only the best compromise. */
    static JointDiagonalisation of(RealMatrix first, RealMatrix second) {
        int n = first.getRowDimension();
        List<RealMatrix> pair = List.of(unit(first), unit(second));
        RealMatrix basis = MatrixUtils.createRealIdentityMatrix(n);
        boolean moved = true;
        for (int sweep = 0; sweep < SWEEPS && moved; sweep++) {
            moved = false;
            for (int i = 0; i < n; i++) {
                for (int j = i + 1; j < n; j++) {
                    double angle = angle(pair, i, j);
                    if (Math.abs(angle) > Tolerance.ROTATION_END) {
                        moved = true;
                        for (RealMatrix m : pair) {
                            rotateRows(m, angle, i, j);
                            rotateColumns(m, angle, i, j);
                        }
                        rotateColumns(basis, angle, i, j);
                    }
                }
            }
        }
        return new JointDiagonalisation(basis);
    }

    /** Whether the commutator is zero but for rounding. */
    static boolean commute(RealMatrix first, RealMatrix second) {
        RealMatrix commutator = first.multiply(second).subtract(second.multiply(first));
        return commutator.getFrobeniusNorm()
                <= Tolerance.COMMUTING * first.getFrobeniusNorm() * second.getFrobeniusNorm();
    }

    private static RealMatrix unit(RealMatrix m) {
        double norm = m.getFrobeniusNorm();
        return norm == 0 ? m.copy() : m.scalarMultiply(1 / norm);
    }

    /** The angle in [-pi/4, pi/4] that makes the entries (i, j) smallest together. */
    private static double angle(List<RealMatrix> pair, int i, int j) {
        double on = 0;
        double off = 0;
        for (RealMatrix m : pair) {
            double gap = m.getEntry(i, i) - m.getEntry(j, j);
            double entry = m.getEntry(i, j) + m.getEntry(j, i);
            on += gap * gap - entry * entry;
            off += 2 * gap * entry;
        }
        return off == 0 && on >= 0 ? 0 : 0.5 * Math.atan2(off, on + Math.hypot(on, off));
    }

    private static void rotateColumns(RealMatrix m, double angle, int i, int j) {
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        for (int k = 0; k < m.getRowDimension(); k++) {
            double x = m.getEntry(k, i);
            double y = m.getEntry(k, j);
            m.setEntry(k, i, cos * x + sin * y);
            m.setEntry(k, j, cos * y - sin * x);
        }
    }

    private static void rotateRows(RealMatrix m, double angle, int i, int j) {
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        for (int k = 0; k < m.getColumnDimension(); k++) {
            double x = m.getEntry(i, k);
            double y = m.getEntry(j, k);
            m.setEntry(i, k, cos * x + sin * y);
            m.setEntry(j, k, cos * y - sin * x);
        }
    }
}
