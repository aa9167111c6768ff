package org.lossproof.landscape;

import java.util.List;
import org.hipparchus.linear.RealMatrix;
import org.lossproof.loss.InputException;
import org.lossproof.tolerance.Tolerance;

/** Checks of numbers that users give. */
final class Checks {
    private Checks() {}

    static void dimension(String name, int d) {
        if (d < 1) {
            throw new InputException(name + " = " + d + ": the dimension must be at least 1");
        }
    }

    static void finite(String name, double value) {
        if (!Double.isFinite(value)) {
            throw new InputException(name + " = " + value + ": give a finite number");
        }
    }

    static void finite(String name, List<Double> values) {
        for (int i = 0; i < values.size(); i++) {
            finite(name + "[" + i + "]", values.get(i));
        }
    }

    static void eigenvalues(String name, List<Double> values) {
        finite(name, values);
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i) < 0) {
                throw new InputException(name + "[" + i + "] = " + values.get(i)
                        + ": an eigenvalue of a covariance is not negative; give numbers >= 0");
            }
        }
    }

    static void sameLength(String first, List<Double> a, String second, List<Double> b) {
        if (a.isEmpty() || a.size() != b.size()) {
            throw new InputException(first + " has " + a.size() + " values and " + second + " has " + b.size()
                    + "; give one of each per mode, at least one");
        }
    }

    static void symmetric(String name, RealMatrix m) {
        if (!m.isSquare()) {
            throw new InputException(name + " is " + m.getRowDimension() + " x " + m.getColumnDimension()
                    + "; give a square symmetric matrix");
        }
        double scale = m.getFrobeniusNorm();
        for (int i = 0; i < m.getRowDimension(); i++) {
            for (int j = 0; j < i; j++) {
                finite(name + "[" + i + "][" + j + "]", m.getEntry(i, j));
                if (Math.abs(m.getEntry(i, j) - m.getEntry(j, i)) > Tolerance.SYMMETRIC * scale) {
                    throw new InputException(name + "[" + i + "][" + j + "] = " + m.getEntry(i, j) + " but " + name
                            + "[" + j + "][" + i + "] = " + m.getEntry(j, i) + "; give a symmetric matrix");
                }
            }
            finite(name + "[" + i + "][" + i + "]", m.getEntry(i, i));
        }
    }

    static void covariance(String name, RealMatrix m) {
        symmetric(name, m);
        double[] e = Symmetric.eigenvalues(m);
        if (e[0] < -Tolerance.CANCELLED * m.getFrobeniusNorm()) {
            throw new InputException(name + " has the eigenvalue " + (float) e[0]
                    + "; a covariance is positive semi-definite and has none below 0");
        }
    }

    static void sameSize(String first, RealMatrix a, String second, RealMatrix b) {
        if (a.getRowDimension() != b.getRowDimension()) {
            throw new InputException(first + " is " + a.getRowDimension() + " x " + a.getColumnDimension() + " and "
                    + second + " " + b.getRowDimension() + " x " + b.getColumnDimension()
                    + "; give matrices of one size");
        }
    }
}
