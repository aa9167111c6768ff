package org.lossproof.experiment;

import org.hipparchus.linear.RealMatrix;
import org.lossproof.loss.Expr.Letter;

/**
 * What a loss is compiled for.
 *
 * @param items how many items the data set has, at least 2
 * @param d1 the dimension of a representation
 * @param self whether an item is among its own negatives
 * @param a0 the covariance of the data, for traces that are part of a loss: d0 x d0
 * @param c the covariance of the noise: d0 x d0
 */
public record BatchShape(int items, int d1, boolean self, RealMatrix a0, RealMatrix c) {
    RealMatrix letter(Letter letter) {
        return switch (letter) {
            case A -> a0;
            case C -> c;
            case S -> a0.add(c);
            case G -> org.hipparchus.linear.MatrixUtils.createRealIdentityMatrix(a0.getRowDimension());
        };
    }
}
