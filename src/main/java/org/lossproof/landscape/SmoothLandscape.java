package org.lossproof.landscape;

import org.hipparchus.linear.RealMatrix;

/** A differentiable function of a matrix. */
public interface SmoothLandscape {
    /** Rows of the argument (d1). */
    int rows();

    /** Columns of the argument (d0, or d0 + 1 with a bias as the last column). */
    int columns();

    /** The value at {@code w}: rows x columns. */
    double value(RealMatrix w);

    /** The gradient at {@code w}: rows x columns, entry (i, j) the derivative in entry (i, j). */
    RealMatrix gradient(RealMatrix w);
}
