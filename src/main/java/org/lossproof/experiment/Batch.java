package org.lossproof.experiment;

import java.util.Arrays;
import org.hipparchus.linear.RealMatrix;

/**
 * What a loss is evaluated on, and its derivatives: the representations of a data set, and the weights where traces of them are
 * part of the loss. Mutable: the derivatives are added to.
 */
final class Batch {
    private final double[][][] values;
    private final double[][] items;
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
        this(values, Arrays.stream(values).map(Batch::byItem).toArray(double[][]::new), weights, zeros(values));
    }

    private Batch(double[][][] values, double[][] items, RealMatrix weights, double[][][] slopes) {
        this.values = values;
        this.items = items;
        this.weights = weights;
        this.slopes = slopes;
        this.weightSlopes = weights.createMatrix(weights.getRowDimension(), weights.getColumnDimension());
    }

    /** The same with derivatives of its own, in the memory given, which are set to 0. */
    Batch with(double[][][] slopesOfItsOwn) {
        for (double[][] ofSource : slopesOfItsOwn) {
            for (double[] row : ofSource) {
                Arrays.fill(row, 0);
            }
        }
        return new Batch(values, items, weights, slopesOfItsOwn);
    }

    static double[][][] zeros(double[][][] values) {
        double[][][] out = new double[values.length][][];
        for (int s = 0; s < values.length; s++) {
            out[s] = new double[values[s].length][values[s][0].length];
        }
        return out;
    }

    /** d1 x items, item by item. */
    static double[] byItem(double[][] m) {
        int items = m[0].length;
        double[] out = new double[m.length * items];
        // A few rows at a time, so that what is read and written stays at hand.
        for (int from = 0; from < m.length; from += Rows.MOST) {
            int to = Math.min(m.length, from + Rows.MOST);
            for (int j = 0; j < items; j++) {
                for (int k = from; k < to; k++) {
                    out[j * m.length + k] = m[k][j];
                }
            }
        }
        return out;
    }

    double[][][] values() {
        return values;
    }

    /** The values item by item: sources x (items d1). */
    double[][] items() {
        return items;
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
}
