package org.lossproof.experiment.figure;

import java.util.List;

/**
 * A plane cut into regions, such as a phase diagram.
 *
 * @param title see {@link Panel#title}
 * @param classes the number of the region at each point, from 0; over the whole range of x and y, evenly spread along both
 * @param names of the regions
 * @param labels names written into the plane
 * @param boundaries lines over it
 */
public record Regions(
        String title, Axis x, Axis y, Grid classes, List<String> names, List<Label> labels, List<Curve> boundaries)
        implements Panel {
    /** A text with its middle at a point. */
    public record Label(String text, double x, double y) {}

    public Regions {
        names = List.copyOf(names);
        labels = List.copyOf(labels);
        boundaries = List.copyOf(boundaries);
        if (names.size() > Palette.REGIONS) {
            throw new IllegalArgumentException(
                    names.size() + " regions; at most " + Palette.REGIONS + " can be told apart");
        }
        classes.requireSpread(x, y);
        int known = names.size();
        boolean named =
                classes.values().stream().flatMap(List::stream).allMatch(v -> v == Math.rint(v) && v >= 0 && v < known);
        if (!named) {
            throw new IllegalArgumentException("a point belongs to none of the regions " + names);
        }
        for (Curve c : boundaries) {
            x.requirePlaced(c.label(), c.x());
            y.requirePlaced(c.label(), c.y());
        }
    }
}
