package org.lossproof.experiment;

/**
 * A subexpression of a definition, compiled for a data set: one number, or one for every item of the innermost running datum.
 * Reverse mode (Griewank and Walther, Evaluating Derivatives, ch. 3): {@link #forward} brings values up to date, {@link
 * #backward} passes adjoints on to the parts and, at the leaves, to the representations.
 */
abstract class Cell {
    final double[] value;
    final double[] adjoint;

    Cell(int size) {
        value = new double[size];
        adjoint = new double[size];
    }

    final boolean isVector() {
        return value.length > 1;
    }

    /** The value for an item: the one there is, or the item's. */
    final double at(int item) {
        return value[value.length == 1 ? 0 : item];
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
        adjoint[0] = weight;
        backward();
        return value[0];
    }

    /** Whether the items of the outermost datum can be split among parts that are added up. */
    boolean isSplit() {
        return false;
    }

    /** Adds numbers to the adjoint of a part that is one number, or to each of its items. */
    static void pass(Cell part, double[] adjoints) {
        if (part.value.length == adjoints.length) {
            System.arraycopy(adjoints, 0, part.adjoint, 0, adjoints.length);
        } else {
            double sum = 0;
            for (double a : adjoints) {
                sum += a;
            }
            part.adjoint[0] = sum;
        }
    }
}
