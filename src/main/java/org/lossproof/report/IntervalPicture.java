package org.lossproof.report;

import java.util.Locale;
import org.lossproof.claim.SampleComparison;
import org.lossproof.tolerance.Tolerance;

/** A sampled coefficient as a picture: the estimate with its interval against the derived and the printed value. */
final class IntervalPicture {
    private static final int WIDTH = 640;
    private static final int LEFT = 20;
    private static final int RIGHT = 620;
    private static final int AXIS = 62;

    private final SampleComparison comparison;
    private final double low;
    private final double high;

    IntervalPicture(SampleComparison comparison) {
        this.comparison = comparison;
        var check = comparison.check();
        double least = Math.min(Math.min(check.estimate() - check.halfWidth(), check.expected()), comparison.printed());
        double most = Math.max(Math.max(check.estimate() + check.halfWidth(), check.expected()), comparison.printed());
        double margin = 0.12 * Math.max(most - least, Tolerance.PICTURE_WIDTH);
        low = least - margin;
        high = most + margin;
    }

    /** As SVG with a title and a description. */
    String svg() {
        var check = comparison.check();
        boolean same = comparison.isSame();
        String description = String.format(
                Locale.ROOT,
                "order %d: sampled %.6g plus or minus %.2g; derived %.6g; printed %.6g",
                check.order(),
                check.estimate(),
                check.halfWidth(),
                check.expected(),
                comparison.printed());
        StringBuilder out = new StringBuilder();
        out.append("<svg viewBox=\"0 0 ")
                .append(WIDTH)
                .append(" 96\" role=\"img\"><title>")
                .append(description)
                .append("</title>");
        line(out, "axis", LEFT, AXIS, RIGHT, AXIS);
        for (double tick : ticks()) {
            line(out, "axis", x(tick), AXIS, x(tick), AXIS + 5);
            text(out, x(tick), AXIS + 20, "middle", String.format(Locale.ROOT, "%.4g", tick));
        }
        line(out, "interval", x(check.estimate() - check.halfWidth()), 44, x(check.estimate() + check.halfWidth()), 44);
        line(out, same ? "derived same" : "derived", x(check.expected()), 26, x(check.expected()), AXIS);
        text(out, x(check.expected()), 20, anchor(check.expected()), same ? "derived = printed" : "derived");
        if (!same) {
            line(out, "printed", x(comparison.printed()), 26, x(comparison.printed()), AXIS);
            text(out, x(comparison.printed()), overlaps() ? 8 : 20, anchor(comparison.printed()), "printed");
        }
        out.append(String.format(
                Locale.ROOT,
                "<circle class=\"estimate\" cx=\"%.1f\" cy=\"44\" r=\"4.5\"/></svg>",
                x(check.estimate())));
        return out.toString();
    }

    private boolean overlaps() {
        return Math.abs(x(comparison.printed()) - x(comparison.check().expected())) < 60;
    }

    private String anchor(double value) {
        return x(value) < 80 ? "start" : x(value) > WIDTH - 80 ? "end" : "middle";
    }

    private double[] ticks() {
        double raw = (high - low) / 5;
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        double step =
                raw / power < 1.5 ? power : raw / power < 3.5 ? 2 * power : raw / power < 7.5 ? 5 * power : 10 * power;
        return java.util.stream.DoubleStream.iterate(Math.ceil(low / step) * step, t -> t <= high, t -> t + step)
                .map(t -> Math.abs(t) < step / 1000 ? 0 : t)
                .toArray();
    }

    private double x(double value) {
        return LEFT + (value - low) / (high - low) * (RIGHT - LEFT);
    }

    private static void line(StringBuilder out, String kind, double x1, double y1, double x2, double y2) {
        out.append(String.format(
                Locale.ROOT,
                "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>",
                kind,
                x1,
                y1,
                x2,
                y2));
    }

    private static void text(StringBuilder out, double x, double y, String anchor, String content) {
        out.append(String.format(
                Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>", x, y, anchor, content));
    }
}
