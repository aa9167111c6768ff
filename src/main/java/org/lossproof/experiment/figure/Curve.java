package org.lossproof.experiment.figure;

import java.util.List;

/**
 * A curve over the plane of a field.
 *
 * @param label what it is, in the legend
 * @param x its points
 * @param y as many as x
 * @param style its look
 */
public record Curve(String label, List<Double> x, List<Double> y, Style style) {
    public Curve {
        x = List.copyOf(x);
        y = List.copyOf(y);
        if (x.size() != y.size()) {
            throw new IllegalArgumentException(label + ": " + x.size() + " and " + y.size() + " coordinates");
        }
    }
}
