package org.lossproof.experiment.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.stat.descriptive.rank.Percentile;
import org.lossproof.experiment.RidgeError;
import org.lossproof.experiment.figure.InvarianceExample.Phase;
import org.lossproof.montecarlo.Seed;

/**
 * Fig. 3 of the paper: where content and style collapse in the example of Section 4.2, and what that does to a ridge regression
 * on the representation. The representation is the global minimum of the quartic landscape of the population; what n is finite
 * for is the regression.
 */
final class InvarianceFigure {
    private static final double CONTENT = 1;
    private static final double STYLE = 1;
    private static final double MU = 1e-3;
    private static final List<Phase> PHASES = List.of(Phase.values());
    private static final List<Integer> SIZES = List.of(4, 16);
    private static final Axis THETA = Axis.linear("orientation \u03B8", 0, 1);
    private static final Axis SIGMA =
            Axis.linear("augmentation strength \u03C3", 0, 3).in("\u221Aa");
    private static final Style EXACT = Style.line(Palette.Hue.BLACK, Palette.Dash.SOLID);

    /** Of training sets of the {@link #SIZES}. */
    private static final List<Style> SAMPLED = List.of(
            Style.line(Palette.Hue.PURPLE, Palette.Dash.LONG), Style.line(Palette.Hue.GREEN, Palette.Dash.DASH_DOT));

    /** Of thresholds, by mode. */
    private static final List<Style> DERIVED = List.of(
            Style.line(Palette.Hue.BLUE, Palette.Dash.SOLID), Style.line(Palette.Hue.VERMILLION, Palette.Dash.DASHED));

    private static final List<Style> PRINTED = List.of(
            Style.line(Palette.Hue.BLUE, Palette.Dash.DASH_DOT),
            Style.line(Palette.Hue.VERMILLION, Palette.Dash.DOTTED));

    private final FigureSettings settings;
    private final InvarianceExample example = new InvarianceExample(CONTENT, STYLE, BigFraction.ONE_HALF);
    private final RidgeError ridge = new RidgeError(DerivedQuartic.diagonal(example.data()), MU);
    private final int points;
    private final int sets;
    private final List<Double> sigma;

    private InvarianceFigure(FigureSettings settings) {
        this.settings = settings;
        this.points = settings.full() ? 361 : 181;
        this.sets = settings.full() ? 2000 : 200;
        this.sigma = SIGMA.values(points);
    }

    static Figure compute(FigureSettings settings) {
        return new InvarianceFigure(settings).figure();
    }

    private Figure figure() {
        List<Lines.Series> isotropic = finite(0.5);
        List<Lines.Series> style = finite(1);
        return new Figure(
                "fig-3",
                "Invariance by collapse: phase diagram and ridge error of the example of Section 4.2",
                caption(style),
                parameters(),
                List.of(
                        phases(),
                        lines("(b) Ridge error, regressed on the population", population(), List.of()),
                        lines(
                                "(c) Isotropic noise, \u03B8 = 1/2, regressed on n data",
                                isotropic,
                                thresholds("content", 0, 0.5)),
                        lines(
                                "(d) Noise on the style, \u03B8 = 1, regressed on n data",
                                style,
                                thresholds("style", 1, 1))));
    }

    private String caption(List<Lines.Series> style) {
        StringBuilder change = new StringBuilder();
        for (Lines.Series s : style) {
            // Well before and well after the collapse of the style.
            double ratio = at(s, 1.5) / at(s, 0.5);
            change.append(String.format(Locale.ROOT, "%s%s %.3g", change.isEmpty() ? "" : ", ", s.label(), ratio));
        }
        return "beta-InfoNCE at beta = 1/2, data N(0, I), augmentation sigma diag(sqrt(1 - theta), sqrt(theta)) xi, label y = x_1, ridge"
                + " penalty 0.001; W is the global minimum of the quartic landscape derived from the definition. (a) Phases as the landscape's"
                + " solver finds them; the derived boundaries are c_i = beta a_i/(1 - beta), those of the leading term as printed c_i = a_i/(1"
                + " - beta). (b) The error depends on the content's eigenvalue alone. (c, d) The regression is done on n data: medians and"
                + " quartiles over " + sets
                + " training sets, tested on the population. Error at sigma = 1.5 over that at sigma = 0.5 in (d): "
                + change + ".";
    }

    private static double at(Lines.Series s, double where) {
        int nearest = 0;
        for (int i = 0; i < s.x().size(); i++) {
            nearest = Math.abs(s.x().get(i) - where) < Math.abs(s.x().get(nearest) - where) ? i : nearest;
        }
        return s.y().get(nearest);
    }

    private Map<String, String> parameters() {
        Map<String, String> out = new LinkedHashMap<>();
        out.put("loss", "beta-infonce");
        out.put("beta", "1/2");
        out.put("a", example.data().toString());
        out.put("d1", "2");
        out.put("label", "y = x_1");
        out.put("ridge penalty", Double.toString(MU));
        out.put("n", SIZES.toString());
        out.put("training sets", Integer.toString(sets));
        out.put("points an axis", Integer.toString(points));
        out.put("seed", Long.toString(settings.seed()));
        return out;
    }

    private Regions phases() {
        return new Regions(
                "(a) Phases",
                THETA,
                SIGMA,
                Grid.of(THETA, points, SIGMA, points, (t, s) -> PHASES.indexOf(example.phase(t, s))),
                PHASES.stream().map(Phase::text).toList(),
                List.of(
                        new Regions.Label(Phase.NONE.text(), 0.5, 0.5),
                        new Regions.Label(Phase.STYLE.text(), 0.82, 1.31),
                        new Regions.Label(Phase.CONTENT.text(), 0.18, 1.31),
                        new Regions.Label(Phase.BOTH.text(), 0.5, 2.5)),
                List.of(
                        boundary("derived", 0, example.derivedThreshold(0), DERIVED),
                        boundary("derived", 1, example.derivedThreshold(1), DERIVED),
                        boundary("as printed", 0, example.printedThreshold(0), PRINTED),
                        boundary("as printed", 1, example.printedThreshold(1), PRINTED)));
    }

    private Curve boundary(String source, int mode, double c, List<Style> styles) {
        Axis from = Axis.linear("sigma", Math.sqrt(c), SIGMA.high());
        List<Double> up = from.values(points);
        List<Double> across =
                up.stream().map(s -> InvarianceExample.theta(mode, c, s)).toList();
        String label = (mode == 0 ? "content, " : "style, ") + source + ": "
                + (mode == 0 ? "\u03C3\u00B2(1 \u2212 \u03B8)" : "\u03C3\u00B2\u03B8")
                + String.format(Locale.ROOT, " = %.0f", c);
        return new Curve(label, across, up, styles.get(mode));
    }

    private List<Lines.Series> population() {
        List<Double> thetas = List.of(0.5, 0.75, 1.0);
        List<String> names = List.of("\u03B8 = 1/2, isotropic", "\u03B8 = 3/4", "\u03B8 = 1, on the style alone");
        List<Style> styles = List.of(
                EXACT,
                Style.line(Palette.Hue.GREEN, Palette.Dash.DASHED),
                Style.line(Palette.Hue.ORANGE, Palette.Dash.DOTTED));
        return IntStream.range(0, thetas.size())
                .mapToObj(i -> Lines.Series.of(names.get(i), sigma, errors(weights(thetas.get(i))), styles.get(i)))
                .toList();
    }

    private List<Lines.Series> finite(double theta) {
        List<RealMatrix> weights = weights(theta);
        List<Lines.Series> series = new ArrayList<>();
        for (int i = 0; i < SIZES.size(); i++) {
            series.add(quartiles(SIZES.get(i), weights, SAMPLED.get(i)));
        }
        series.add(Lines.Series.of("population", sigma, errors(weights), EXACT));
        return series;
    }

    private List<RealMatrix> weights(double theta) {
        return sigma.stream().map(s -> example.weight(theta, s)).toList();
    }

    private List<Double> errors(List<RealMatrix> weights) {
        return weights.stream().map(ridge::ofPopulation).toList();
    }

    private Lines.Series quartiles(int n, List<RealMatrix> weights, Style style) {
        Seed seed = Seed.of(settings.seed()).of("fig-3").of("ridge").of("n = " + n);
        // The same training sets at every sigma: curves differ by sigma alone.
        List<RealMatrix> moments = IntStream.range(0, sets)
                .mapToObj(k -> ridge.moments(n, seed.of(Integer.toString(k))))
                .toList();
        List<Double> middle = new ArrayList<>();
        List<Double> lower = new ArrayList<>();
        List<Double> upper = new ArrayList<>();
        for (RealMatrix w : weights) {
            Percentile errors = new Percentile();
            errors.setData(moments.stream().mapToDouble(m -> ridge.of(w, m)).toArray());
            middle.add(errors.evaluate(50));
            lower.add(errors.evaluate(25));
            upper.add(errors.evaluate(75));
        }
        Lines.Band band = new Lines.Band("quartiles of " + sets + " training sets", lower, upper);
        return new Lines.Series("n = " + n, sigma, middle, Optional.of(band), style);
    }

    private List<Lines.Reference> thresholds(String what, int mode, double share) {
        return List.of(
                Lines.Reference.atX(
                        what + " collapses, derived",
                        Math.sqrt(example.derivedThreshold(mode) / share),
                        DERIVED.get(mode)),
                Lines.Reference.atX(
                        what + ", as printed", Math.sqrt(example.printedThreshold(mode) / share), PRINTED.get(mode)));
    }

    /** The error in whole decades around its values. */
    private static Lines lines(String title, List<Lines.Series> series, List<Lines.Reference> references) {
        double[] values = series.stream()
                .flatMap(s -> Stream.concat(
                        s.y().stream(),
                        s.band().stream().flatMap(b -> Stream.concat(b.lower().stream(), b.upper().stream()))))
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        double low = Math.pow(10, Math.floor(Math.log10(values[0])));
        // Half a decade of air above a curve that ends on a decade.
        double high = Math.pow(10, Math.floor(Math.log10(values[values.length - 1])) + 0.5);
        high = high < 1.5 * values[values.length - 1] ? 2 * high : high;
        Axis error = Axis.log("ridge error E|Gz \u2212 y|\u00B2", low, high).in("E|y|\u00B2");
        return new Lines(title, SIGMA, error, series, references);
    }
}
