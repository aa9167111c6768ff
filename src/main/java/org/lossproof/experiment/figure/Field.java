package org.lossproof.experiment.figure;

import java.util.List;

/**
 * A scalar field over a plane: colours, contour lines, marked points and curves.
 *
 * @param title see {@link Panel#title}
 * @param value what is shown by colour; values outside its range have the colour of its end
 * @param grid over the whole range of x and y, evenly spread along both
 * @param levels of the contour lines
 * @param marks points of the plane
 * @param curves lines over it
 */
public record Field(
        String title, Axis x, Axis y, Axis value, Grid grid, List<Double> levels, List<Mark> marks, List<Curve> curves)
        implements Panel {
    /** What a marked point is; each has a shape of its own. */
    public enum MarkKind {
        MINIMUM("minimum"),
        SADDLE("saddle"),
        MAXIMUM("maximum"),
        DEGENERATE("degenerate point");

        private final String text;

        MarkKind(String text) {
            this.text = text;
        }

        /** The word in the legend. */
        public String text() {
            return text;
        }
    }

    /** A point of the plane. */
    public record Mark(MarkKind kind, double x, double y) {}

    public Field {
        levels = List.copyOf(levels);
        marks = List.copyOf(marks);
        curves = List.copyOf(curves);
        grid.requireSpread(x, y);
        for (List<Double> row : grid.values()) {
            value.requirePlaced(value.quantity(), row);
        }
        for (Mark m : marks) {
            x.requirePlaced("a " + m.kind().text(), List.of(m.x()));
            y.requirePlaced("a " + m.kind().text(), List.of(m.y()));
        }
        for (Curve c : curves) {
            x.requirePlaced(c.label(), c.x());
            y.requirePlaced(c.label(), c.y());
        }
    }
}
