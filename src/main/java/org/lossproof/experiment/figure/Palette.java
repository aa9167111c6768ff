package org.lossproof.experiment.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Colours, lines and markers of every figure. Hues are those of Okabe and Ito (2008), fields are viridis: both can be told apart
 * with any colour vision, and the lightness of viridis rises throughout.
 */
public final class Palette {
    /** So many regions have a tint of their own. */
    public static final int REGIONS = 6;

    /** Text, axes and outlines. */
    static final Color INK = new Color(0x222222);

    /** Lines of a coordinate grid. */
    static final Color FAINT = new Color(0xD0D0D0);

    /** Its minor lines. */
    static final Color FAINTER = new Color(0xECECEC);

    /** Contour lines over a field. */
    static final Color CONTOUR = new Color(255, 255, 255, 150);

    private static final List<Color> VIRIDIS =
            colours(0x440154, 0x482878, 0x3E4A89, 0x31688E, 0x26828E, 0x1F9E89, 0x35B779, 0x6DCD59, 0xB4DE2C, 0xFDE725);

    /** Tints whose lightness falls, so that regions differ in grey. */
    private static final List<Color> TINTS = colours(0xF7F7F2, 0xF6DDA8, 0xA9D6F0, 0xD9A7C0, 0x7FC8B0, 0x9A9A9A);

    private Palette() {}

    /**
     * The same colours for pages: {@code field}, {@code regions} (lists), {@code ink}, {@code contour}, and under {@code hues} and
     * {@code markers} those of lines and the shapes of stationary points by their names in lower case.
     */
    public static Map<String, Object> css() {
        Map<String, String> hues = new LinkedHashMap<>();
        for (Hue hue : Hue.values()) {
            hues.put(lower(hue), css(hue.colour()));
        }
        Map<String, String> markers = new LinkedHashMap<>();
        for (Field.MarkKind kind : Field.MarkKind.values()) {
            markers.put(lower(kind), lower(marker(kind)));
        }
        return Map.of(
                "field", VIRIDIS.stream().map(Palette::css).toList(),
                "regions", TINTS.stream().map(Palette::css).toList(),
                "ink", css(INK),
                "contour", css(CONTOUR),
                "hues", hues,
                "markers", markers);
    }

    private static String css(Color c) {
        return String.format(Locale.ROOT, "#%02x%02x%02x%02x", c.getRed(), c.getGreen(), c.getBlue(), c.getAlpha());
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** Colours of lines and points. */
    public enum Hue {
        BLUE(0x0072B2),
        VERMILLION(0xD55E00),
        GREEN(0x009E73),
        PURPLE(0xCC79A7),
        ORANGE(0xE69F00),
        SKY(0x56B4E9),
        BLACK(0x000000);

        private final Color colour;

        Hue(int rgb) {
            colour = new Color(rgb);
        }

        Color colour() {
            return colour;
        }
    }

    /** Lines. */
    public enum Dash {
        SOLID,
        DASHED,
        DOTTED,
        DASH_DOT,
        LONG,
        NONE;

        static Dash[] lines() {
            return Arrays.copyOf(values(), values().length - 1);
        }

        /** A stroke of a width; on and off, in points, in turn. */
        Stroke stroke(float width) {
            float[] pattern = switch (this) {
                case DASHED -> new float[] {7, 4};
                case DOTTED -> new float[] {1.5f, 3};
                case DASH_DOT -> new float[] {8, 3, 1.5f, 3};
                case LONG -> new float[] {14, 4};
                case SOLID, NONE -> null;
            };
            return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, pattern, 0);
        }
    }

    /** Shapes at points. */
    public enum Marker {
        CIRCLE,
        SQUARE,
        TRIANGLE,
        DIAMOND,
        CROSS,
        STAR,
        NONE;

        static Marker[] shapes() {
            return Arrays.copyOf(values(), values().length - 1);
        }

        /** Around the origin, about {@code size} wide. */
        Shape shape(double size) {
            double r = size / 2;
            return switch (this) {
                case CIRCLE -> new Ellipse2D.Double(-r, -r, size, size);
                case SQUARE -> new Rectangle2D.Double(-0.9 * r, -0.9 * r, 0.9 * size, 0.9 * size);
                case TRIANGLE -> polygon(3, r * 1.2, r * 1.2);
                case DIAMOND -> polygon(4, r * 1.15, r * 1.15);
                case CROSS ->
                    AffineTransform.getRotateInstance(Math.PI / 4).createTransformedShape(plus(r * 1.2, r * 0.4));
                case STAR -> polygon(10, r * 1.45, r * 0.6);
                case NONE -> new Path2D.Double();
            };
        }

        /** Corners alternately at two radii, the first one above. */
        private static Shape polygon(int corners, double even, double odd) {
            Path2D p = new Path2D.Double();
            for (int i = 0; i < corners; i++) {
                double radius = i % 2 == 0 ? even : odd;
                double angle = 2 * Math.PI * i / corners;
                double x = radius * Math.sin(angle);
                double y = -radius * Math.cos(angle);
                if (i == 0) {
                    p.moveTo(x, y);
                } else {
                    p.lineTo(x, y);
                }
            }
            p.closePath();
            return p;
        }

        private static Shape plus(double arm, double half) {
            java.awt.geom.Area a = new java.awt.geom.Area(new Rectangle2D.Double(-arm, -half, 2 * arm, 2 * half));
            a.add(new java.awt.geom.Area(new Rectangle2D.Double(-half, -arm, 2 * half, 2 * arm)));
            return a;
        }
    }

    /** Minima are stars, as in the paper. */
    static Marker marker(Field.MarkKind kind) {
        return switch (kind) {
            case MINIMUM -> Marker.STAR;
            case SADDLE -> Marker.CROSS;
            case MAXIMUM -> Marker.TRIANGLE;
            case DEGENERATE -> Marker.CIRCLE;
        };
    }

    /** The colour of a place in [0, 1]; places outside have that of the nearer end. */
    static Color field(double place) {
        double t = Math.max(0, Math.min(1, place)) * (VIRIDIS.size() - 1);
        int i = (int) Math.min(Math.floor(t), VIRIDIS.size() - 2);
        Color a = VIRIDIS.get(i);
        Color b = VIRIDIS.get(i + 1);
        double f = t - i;
        return new Color(
                mixed(a.getRed(), b.getRed(), f),
                mixed(a.getGreen(), b.getGreen(), f),
                mixed(a.getBlue(), b.getBlue(), f));
    }

    static Color region(int index) {
        return TINTS.get(index);
    }

    private static int mixed(int a, int b, double f) {
        return (int) Math.round(a + f * (b - a));
    }

    private static List<Color> colours(int... rgb) {
        return Arrays.stream(rgb).mapToObj(Color::new).toList();
    }
}
