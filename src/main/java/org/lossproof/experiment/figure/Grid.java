package org.lossproof.experiment.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleBinaryOperator;

/**
 * Values on the points of a grid.
 *
 * @param x coordinates of the columns, ascending
 * @param y coordinates of the rows, ascending
 * @param values y.size() rows of x.size() values
 */
public record Grid(List<Double> x, List<Double> y, List<List<Double>> values) {
    public Grid {
        x = List.copyOf(x);
        y = List.copyOf(y);
        values = values.stream().map(List::copyOf).toList();
        requireAscending(x);
        requireAscending(y);
        int columns = x.size();
        if (values.size() != y.size() || values.stream().anyMatch(r -> r.size() != columns)) {
            throw new IllegalArgumentException("the values do not fill " + y.size() + " x " + columns + " points");
        }
    }

    /** A function on {@code columns} x {@code rows} points, evenly spread along two axes. */
    public static Grid of(Axis x, int columns, Axis y, int rows, DoubleBinaryOperator f) {
        List<Double> across = x.values(columns);
        List<Double> up = y.values(rows);
        List<List<Double>> values = new ArrayList<>();
        for (double v : up) {
            values.add(across.stream().map(u -> f.applyAsDouble(u, v)).toList());
        }
        return new Grid(across, up, values);
    }

    /** The value in a row and a column. */
    public double at(int row, int column) {
        return values.get(row).get(column);
    }

    private static void requireAscending(List<Double> c) {
        boolean ascending = c.size() >= 2;
        for (int i = 1; i < c.size() && ascending; i++) {
            ascending = c.get(i - 1) < c.get(i);
        }
        if (!ascending) {
            throw new IllegalArgumentException("coordinates of a grid are two or more and ascend: " + c);
        }
    }

    /** Refuses a grid that an image stretched over the range of two axes would misplace. */
    void requireSpread(Axis across, Axis up) {
        requireSpread(across, x);
        requireSpread(up, y);
    }

    private static void requireSpread(Axis axis, List<Double> c) {
        axis.requirePlaced("the grid", c);
        for (int i = 0; i < c.size(); i++) {
            // A hundredth of a cell is seen by nobody.
            if (Math.abs(axis.place(c.get(i)) * (c.size() - 1) - i) > 0.01) {
                throw new IllegalArgumentException("the grid is not spread evenly over " + axis.label());
            }
        }
    }
}
