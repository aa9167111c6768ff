package org.lossproof.experiment.figure;

/**
 * An axis: what is measured, in which unit, and the range that is shown.
 *
 * @param quantity what is measured, such as {@code strength σ}
 * @param unit its unit; empty for a pure number
 * @param scale linear or logarithmic
 * @param low the least value shown
 * @param high the largest value shown, above {@code low}
 */
public record Axis(String quantity, String unit, Scale scale, double low, double high) {
    /** How values are spread along an axis. */
    public enum Scale {
        LINEAR,
        /** Decimal logarithm; values are positive. */
        LOG
    }

    public Axis {
        if (quantity.isBlank()) {
            throw new IllegalArgumentException("an axis says what it measures");
        }
        if (!(low < high) || Double.isInfinite(low) || Double.isInfinite(high)) {
            throw new IllegalArgumentException(quantity + " from " + low + " to " + high + " is no range");
        }
        if (scale == Scale.LOG && low <= 0) {
            throw new IllegalArgumentException(quantity + ": a logarithmic axis starts above 0, not at " + low);
        }
    }

    /** A linear axis of a pure number. */
    public static Axis linear(String quantity, double low, double high) {
        return new Axis(quantity, "", Scale.LINEAR, low, high);
    }

    /** A logarithmic axis of a pure number. */
    public static Axis log(String quantity, double low, double high) {
        return new Axis(quantity, "", Scale.LOG, low, high);
    }

    /** The same in a unit. */
    public Axis in(String other) {
        return new Axis(quantity, other, scale, low, high);
    }

    /** {@code quantity (unit)}. */
    public String label() {
        return unit.isEmpty() ? quantity : quantity + " (" + unit + ")";
    }

    /** Refuses values that this axis cannot place; values outside its range are cut off, not refused. */
    void requirePlaced(String what, Iterable<Double> values) {
        for (double v : values) {
            if (Double.isNaN(v) || Double.isInfinite(v) || (scale == Scale.LOG && v <= 0)) {
                throw new IllegalArgumentException(
                        what + " has the value " + v + ", which " + quantity + " (" + scale + ") cannot show");
            }
        }
    }

    /** The place of a value along the axis: 0 at the low end, 1 at the high one. */
    double place(double value) {
        return scale == Scale.LOG ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
    }

    /** {@code count} >= 2 values from low to high, evenly spread along the axis. */
    public java.util.List<Double> values(int count) {
        if (count < 2) {
            throw new IllegalArgumentException(count + " values do not span an axis");
        }
        return java.util.stream.IntStream.range(0, count)
                .mapToObj(i -> at(i / (count - 1.0)))
                .toList();
    }

    private double at(double place) {
        if (place == 1) {
            return high;
        }
        return scale == Scale.LOG ? low * Math.pow(high / low, place) : low + place * (high - low);
    }
}
