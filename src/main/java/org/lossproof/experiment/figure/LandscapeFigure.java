package org.lossproof.experiment.figure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.experiment.figure.Field.MarkKind;
import org.lossproof.landscape.CommutingLandscape;
import org.lossproof.landscape.Kind;
import org.lossproof.landscape.QuarticLandscape;
import org.lossproof.landscape.StationaryPoint;

/**
 * Fig. 1 of the paper: the loss of f(x) = W x with W = diag(w1, w2), for augmentations that collapse no mode, one, and both.
 *
 * <p>The paper does not say which loss it draws. This is beta-InfoNCE at beta = 1/2, the loss of Section 4.2, in which an
 * augmentation can collapse a mode: B = (A0 - C)/2. InfoNCE has B = A0, so that of the four panels only (b) and its profile are its own.
 * Values and stationary points come from the landscape package.
 */
final class LandscapeFigure {
    private static final BigFraction BETA = BigFraction.ONE_HALF;
    private static final List<Double> DATA = List.of(1.0, 1.0);
    private static final Axis W1 = Axis.linear("w\u2081", -1, 1).in("1/\u221Aa");
    private static final Axis W2 = Axis.linear("w\u2082", -1, 1).in("1/\u221Aa");

    /** Augmentation of the profiles: b > 0, b = 0, b < 0. */
    private static final List<Double> PROFILES = List.of(0.25, 1.0, 1.5);

    private LandscapeFigure() {}

    /** An augmentation of the two modes and what the panel that shows it is called. */
    record Plane(String title, List<Double> c) {}

    static final List<Plane> PLANES = List.of(
            new Plane("(b) No collapse", List.of(0.5, 0.25)),
            new Plane("(c) Dimensional collapse", List.of(1.5, 0.25)),
            new Plane("(d) Complete collapse", List.of(1.5, 1.25)));

    static Figure compute(FigureSettings settings) {
        int points = settings.full() ? 401 : 121;
        DerivedQuartic derived = new DerivedQuartic("beta-infonce", Map.of("beta", BETA), DATA.size());
        List<Grid> grids = PLANES.stream()
                .map(p -> grid(derived.function(DATA, p.c()), points))
                .toList();
        double lowest = grids.stream().mapToDouble(LandscapeFigure::least).min().orElseThrow();
        // One scale of colours; far above the origin's loss, 0, nothing happens.
        Axis value = Axis.linear("loss L", lowest, -5 * lowest).in("nats");
        List<Panel> panels = new ArrayList<>();
        panels.add(profiles(points));
        for (int i = 0; i < PLANES.size(); i++) {
            Plane plane = PLANES.get(i);
            String title = String.format(
                    "%s: c = (%s, %s)",
                    plane.title(), text(plane.c().get(0)), text(plane.c().get(1)));
            panels.add(new Field(title, W1, W2, value, grids.get(i), levels(value), marks(derived, plane), List.of()));
        }
        return new Figure(
                "fig-1",
                "Landscapes of a diagonal linear model: no, dimensional and complete collapse",
                "Loss of f(x) = W x, W = diag(w1, w2), for beta-InfoNCE at beta = 1/2: the quartic derived from the definition, relative"
                        + " to W = 0. Both modes have data variance a = 1 and augmentation variance c. (a) One mode, the other at 0: b = (a - c)/2"
                        + " decides whether the origin repels. (b-d) Both modes, with all stationary points; their kinds are those in the whole"
                        + " space of 2 x 2 matrices W, rotations aside. InfoNCE itself has b = a > 0 and is always like (b).",
                parameters(settings, points),
                panels);
    }

    private static Map<String, String> parameters(FigureSettings settings, int points) {
        Map<String, String> out = new LinkedHashMap<>();
        out.put("loss", "beta-infonce");
        out.put("beta", "1/2");
        out.put("a", DATA.toString());
        out.put("c of the profiles", PROFILES.toString());
        PLANES.forEach(p -> out.put("c of " + p.title(), p.c().toString()));
        out.put("points an axis", Integer.toString(points));
        out.put("seed", settings.seed() + " (nothing here is random)");
        return out;
    }

    private static Lines profiles(int points) {
        DerivedQuartic derived = new DerivedQuartic("beta-infonce", Map.of("beta", BETA), 1);
        List<Double> a = List.of(DATA.get(0));
        List<Lines.Series> series = new ArrayList<>();
        Map<MarkKind, List<List<Double>>> marked = new EnumMap<>(MarkKind.class);
        for (int i = 0; i < PROFILES.size(); i++) {
            List<Double> c = List.of(PROFILES.get(i));
            QuarticLandscape landscape = derived.function(a, c);
            List<Double> w = W1.values(points);
            List<Double> loss =
                    w.stream().map(x -> value(landscape, List.of(x))).toList();
            List<StationaryPoint> found = derived.modes(a, c).solve().points();
            series.add(Lines.Series.of(profile(derived.modes(a, c), found), w, loss, Style.number(i, false)));
            for (StationaryPoint p : found) {
                // All profiles meet at the origin: the legend says what it is in each.
                if (p.rank() > 0) {
                    images(p)
                            .forEach(at -> marked.computeIfAbsent(kind(p.kind()), k -> new ArrayList<>())
                                    .add(List.of(at.get(0), value(landscape, at))));
                }
            }
        }
        marked.forEach((kind, at) -> series.add(Lines.Series.of(
                kind.text(),
                at.stream().map(p -> p.get(0)).toList(),
                at.stream().map(p -> p.get(1)).toList(),
                Style.points(Palette.Hue.BLACK, Palette.marker(kind)))));
        Axis loss = Axis.linear("loss L", -0.1, 0.3).in("nats");
        return new Lines("(a) One mode", Axis.linear("w", -1, 1).in("1/\u221Aa"), loss, series, List.of());
    }

    /** {@code b > 0 (c = 0.25): origin a maximum}. */
    private static String profile(CommutingLandscape modes, List<StationaryPoint> points) {
        double b = modes.decayedB().get(0);
        String sign = b > 0 ? "> 0" : b < 0 ? "< 0" : "= 0";
        Kind origin = points.stream()
                .filter(p -> p.rank() == 0)
                .findFirst()
                .orElseThrow()
                .kind();
        return "b " + sign + " (c = " + text(modes.c().get(0)) + "), origin a "
                + kind(origin).text();
    }

    private static Grid grid(QuarticLandscape landscape, int points) {
        return Grid.of(W1, points, W2, points, (u, v) -> value(landscape, List.of(u, v)));
    }

    /** At W = diag(w). */
    private static double value(QuarticLandscape landscape, List<Double> w) {
        return landscape.value(DerivedQuartic.diagonal(w));
    }

    private static double least(Grid grid) {
        return grid.values().stream().mapToDouble(Collections::min).min().orElseThrow();
    }

    /** Closer below 0, where the stationary points are, than above. */
    private static List<Double> levels(Axis value) {
        TreeSet<Double> levels = new TreeSet<>();
        IntStream.range(0, 7).forEach(i -> levels.add(value.low() * i / 7));
        IntStream.rangeClosed(1, 12).forEach(i -> levels.add(value.high() * i / 12));
        return List.copyOf(levels);
    }

    private static List<Field.Mark> marks(DerivedQuartic derived, Plane plane) {
        List<Field.Mark> out = new ArrayList<>();
        for (StationaryPoint p : derived.modes(DATA, plane.c()).solve().points()) {
            images(p).forEach(w -> out.add(new Field.Mark(kind(p.kind()), w.get(0), w.get(1))));
        }
        return out;
    }

    /** The diagonals w with w_i^2 = (W'W)_ii: every choice of signs. */
    private static List<List<Double>> images(StationaryPoint point) {
        List<List<Double>> out = List.of(List.of());
        for (double square : point.wtw()) {
            List<List<Double>> longer = new ArrayList<>();
            for (List<Double> w : out) {
                for (double root :
                        square == 0 ? new double[] {0} : new double[] {-Math.sqrt(square), Math.sqrt(square)}) {
                    List<Double> next = new ArrayList<>(w);
                    next.add(root);
                    longer.add(next);
                }
            }
            out = longer;
        }
        return out;
    }

    private static MarkKind kind(Kind kind) {
        return switch (kind) {
            case MINIMUM -> MarkKind.MINIMUM;
            case SADDLE -> MarkKind.SADDLE;
            case MAXIMUM -> MarkKind.MAXIMUM;
            case DEGENERATE -> MarkKind.DEGENERATE;
        };
    }

    private static String text(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
