package org.lossproof.experiment;

import java.util.List;

/**
 * A subexpression of a definition, compiled for a data set: in every row one number, or one for every item of the innermost
 * running datum. Reverse mode (Griewank and Walther, Evaluating Derivatives, ch. 3): {@link #forward} brings values up to date,
 * {@link #backward} passes adjoints on to the parts and, at the leaves, to the representations.
 */
abstract class Cell {
    final Rows rows;
    final double[][] value;
    final double[][] adjoint;

    /**
     * @param rows what runs side by side around it
     * @param size 1, or the number of items
     */
    Cell(Rows rows, int size) {
        this.rows = rows;
        value = new double[rows.most()][size];
        adjoint = new double[rows.most()][size];
    }

    final int size() {
        return value[0].length;
    }

    abstract void forward();

    abstract void backward();

    /**
     * The value of a number that enters the loss with a constant weight, and its derivatives passed on, at once.
     *
     * @param first whether this is the part of the data set that takes what is not split among parts
     */
    double both(double weight, boolean first) {
        if (!first) {
            return 0;
        }
        forward();
        adjoint[0][0] = weight;
        backward();
        return value[0][0];
    }

    /** A multiple of it, in its place. */
    Cell times(double factor) {
        return new Cells.Scaled(factor, this);
    }

    /** The means and sums over the outermost datum that enter it linearly: their items can be split among parts that are added up. */
    List<ItemCells.InRows> split() {
        return List.of();
    }

    /** Gives adjoints of a row to a part that is one number, or to each of its items. */
    static void pass(Cell part, int row, double[] adjoints) {
        if (part.size() == adjoints.length) {
            System.arraycopy(adjoints, 0, part.adjoint[row], 0, adjoints.length);
        } else {
            part.adjoint[row][0] = Loops.sum(adjoints);
        }
    }
}
