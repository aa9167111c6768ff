package org.lossproof.experiment.figure;

import java.util.List;
import java.util.Optional;

/**
 * Curves and points over one variable.
 *
 * @param title see {@link Panel#title}
 * @param series drawn in this order, one legend entry each
 * @param references straight lines across the panel, in the legend after the series
 */
public record Lines(String title, Axis x, Axis y, List<Series> series, List<Reference> references) implements Panel {
    /**
     * A curve, or points.
     *
     * @param label its legend
     * @param x its points, in the order in which the line connects them
     * @param y as many as x
     * @param band a range of y at each point, such as quantiles over seeds
     * @param style its look
     */
    public record Series(String label, List<Double> x, List<Double> y, Optional<Band> band, Style style) {
        public Series {
            x = List.copyOf(x);
            y = List.copyOf(y);
            int size = x.size();
            if (y.size() != size || band.stream().anyMatch(b -> b.lower().size() != size)) {
                throw new IllegalArgumentException(label + ": as many values as places, please");
            }
        }

        /** Without a band. */
        public static Series of(String label, List<Double> x, List<Double> y, Style style) {
            return new Series(label, x, y, Optional.empty(), style);
        }
    }

    /**
     * A range at each point of a series.
     *
     * @param meaning what the range is, such as {@code quartiles of 20 seeds}
     * @param lower nowhere above upper
     * @param upper as many as lower
     */
    public record Band(String meaning, List<Double> lower, List<Double> upper) {
        public Band {
            lower = List.copyOf(lower);
            upper = List.copyOf(upper);
            boolean ordered = lower.size() == upper.size();
            for (int i = 0; i < lower.size() && ordered; i++) {
                ordered = lower.get(i) <= upper.get(i);
            }
            if (!ordered) {
                throw new IllegalArgumentException(meaning + ": a band has a lower and an upper value at each point");
            }
        }
    }

    /**
     * A straight line across the panel.
     *
     * @param label its legend
     * @param vertical at an x; otherwise at a y
     * @param at where
     */
    public record Reference(String label, boolean vertical, double at, Style style) {
        /** At an x. */
        public static Reference atX(String label, double at, Style style) {
            return new Reference(label, true, at, style);
        }

        /** At a y. */
        public static Reference atY(String label, double at, Style style) {
            return new Reference(label, false, at, style);
        }
    }

    public Lines {
        series = List.copyOf(series);
        references = List.copyOf(references);
        for (Series s : series) {
            x.requirePlaced(s.label(), s.x());
            y.requirePlaced(s.label(), s.y());
            if (s.band().isPresent()) {
                y.requirePlaced(s.label(), s.band().get().lower());
                y.requirePlaced(s.label(), s.band().get().upper());
            }
        }
        for (Reference r : references) {
            (r.vertical() ? x : y).requirePlaced(r.label(), List.of(r.at()));
        }
    }
}
