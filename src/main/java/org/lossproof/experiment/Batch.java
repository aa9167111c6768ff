package org.lossproof.experiment;

import org.hipparchus.linear.RealMatrix;

/**
 * What a loss is evaluated on, and its derivatives: the representations of a data set, and the weights where traces of them are
 * part of the loss. Mutable: the derivatives are added to.
 */
final class Batch {
    private final double[][][] values;
    private final RealMatrix weights;
    private final double[][][] slopes;
    private RealMatrix weightSlopes;

    /**
     * A batch with derivatives 0.
     *
     * @param values f of a source at coordinate k of item j: sources x d1 x items
     * @param weights W: d1 x d0
     */
    Batch(double[][][] values, RealMatrix weights) {
        this.values = values;
        this.weights = weights;
        this.slopes = new double[values.length][][];
        for (int s = 0; s < values.length; s++) {
            slopes[s] = new double[values[s].length][values[s][0].length];
        }
        this.weightSlopes = weights.createMatrix(weights.getRowDimension(), weights.getColumnDimension());
    }

    double[][][] values() {
        return values;
    }

    RealMatrix weights() {
        return weights;
    }

    /** The derivatives by the values. */
    double[][][] slopes() {
        return slopes;
    }

    /** The derivatives by the weights, of traces alone. */
    RealMatrix weightSlopes() {
        return weightSlopes;
    }

    void addWeightSlopes(RealMatrix more) {
        weightSlopes = weightSlopes.add(more);
    }

    void add(Batch other) {
        for (int s = 0; s < slopes.length; s++) {
            for (int k = 0; k < slopes[s].length; k++) {
                Loops.add(slopes[s][k], other.slopes[s][k]);
            }
        }
        addWeightSlopes(other.weightSlopes);
    }
}
