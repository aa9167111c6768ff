package org.lossproof.experiment.figure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.stat.regression.SimpleRegression;
import org.lossproof.experiment.Hidden;
import org.lossproof.experiment.ModelShape;
import org.lossproof.experiment.Normalisation;
import org.lossproof.experiment.Prediction;
import org.lossproof.experiment.Trainer;
import org.lossproof.experiment.TrainingRun;
import org.lossproof.experiment.TrainingSettings;
import org.lossproof.landscape.ExactInfoNceLandscape;
import org.lossproof.loss.Catalogue;
import org.lossproof.page.Experiment;
import org.lossproof.page.Experiment.Noise;
import org.lossproof.tolerance.Tolerance;

/**
 * Figs. 5 and 6: eigenvalues of W'W of linear models trained on the undeveloped loss, beside what the landscapes derived from
 * the same definition predict. Every point is the median of the seeds, its band from the least to the largest. The quick
 * setting has fewer dimensions, data and steps, at a larger learning rate; the full one is that of the paper's appendix A.
 */
final class CollapseFigures {
    /** Less is 0 for a figure. */
    private static final double FLOOR = Tolerance.DRAWN_AS_ZERO;

    private final FigureSettings settings;
    private final Map<String, String> parameters = new LinkedHashMap<>();
    private final int d;
    private final int items;
    private final int steps;
    private final double rate;
    private final int seeds;

    /** One model to train. */
    private record Job(
            String loss,
            Map<String, Double> parameters,
            List<Double> a,
            double noise,
            int items,
            Noise augmentation,
            Normalisation normalisation,
            long seed) {}

    private CollapseFigures(FigureSettings settings) {
        this.settings = settings;
        this.d = settings.full() ? 32 : 8;
        this.items = settings.full() ? 1000 : 128;
        this.steps = settings.full() ? 5000 : 500;
        this.rate = settings.full() ? 6e-4 : 1e-2;
        this.seeds = settings.full() ? 5 : 3;
        parameters.put("d0 = d1", String.valueOf(d));
        parameters.put("N", String.valueOf(items));
        parameters.put("optimizer", "Adam, full batch, rate " + rate + ", " + steps + " steps");
        parameters.put("initial weights", "N(0, 1/d0)");
        parameters.put("seeds", seeds + ", from " + settings.seed());
    }

    /** Fig. 5, left. */
    static Figure left(FigureSettings settings) {
        return new CollapseFigures(settings).left();
    }

    /** Fig. 5, middle. */
    static Figure middle(FigureSettings settings) {
        return new CollapseFigures(settings).middle();
    }

    /** Fig. 5, right. */
    static Figure right(FigureSettings settings) {
        return new CollapseFigures(settings).right();
    }

    /** Fig. 6. */
    static Figure normalised(FigureSettings settings) {
        return new CollapseFigures(settings).normalised();
    }

    /** A0 = 1, C = sigma^2: the smallest eigenvalue of W'W and its exponent in sigma. */
    private Figure left() {
        Axis x = Axis.log("augmentation strength σ", 0.8, 8);
        List<Double> sigmas = x.values(settings.full() ? 12 : 6);
        List<Double> ones = Collections.nCopies(d, 1.0);
        Function<Noise, List<List<Double>>> trained = augmentation -> trained(
                sigmas,
                s -> seed -> new Job("infonce", Map.of(), ones, s * s, items, augmentation, Normalisation.NONE, seed),
                CollapseFigures::smallest);
        List<Double> exact =
                sigmas.stream().map(s -> exact(ones, s * s, 1).get(d - 1)).toList();
        List<Double> quartic = sigmas.stream()
                .map(s -> quartic("infonce", Map.of(), ones, s * s).get(d - 1))
                .toList();
        List<List<Double>> fresh = trained.apply(Noise.FRESH);
        List<List<Double>> fixed = trained.apply(Noise.FIXED);
        List<List<Double>> expected = trained.apply(Noise.EXPECTED);
        parameters.put("fresh noise", exponent(sigmas, fresh));
        parameters.put("population", exponent(sigmas, expected));
        List<Lines.Series> series = List.of(
                banded("trained, fresh noise: " + exponent(sigmas, fresh), sigmas, fresh, 0),
                banded("trained, noise drawn once: " + exponent(sigmas, fixed), sigmas, fixed, 1),
                banded("trained on the population: " + exponent(sigmas, expected), sigmas, expected, 2),
                Lines.Series.of("exact landscape", sigmas, exact, Style.line(Palette.Hue.BLACK, Palette.Dash.SOLID)),
                Lines.Series.of(
                        "derived quartic: 2 a / (3 (a + σ²)²)",
                        sigmas,
                        quartic,
                        Style.line(Palette.Hue.BLACK, Palette.Dash.DASHED)));
        Axis y = range("smallest eigenvalue of W'W", series);
        return new Figure(
                "fig-5-left",
                "InfoNCE: the smallest eigenvalue of W'W against the augmentation strength",
                "Linear models on N(0, 1) data with noise of variance σ². The exponents in σ are fitted to the upper half of"
                        + " the strengths; that of a singular value of W is half of it. " + says(),
                parameters,
                List.of(new Lines("", x, y, series, List.of())));
    }

    /** alpha = 1/10, sigma = 5: the smallest eigenvalue against the number of data. */
    private Figure middle() {
        Axis x = Axis.log("number of data N", d / 2.0, items * 1.05);
        List<Double> counts = x.values(settings.full() ? 10 : 6).stream()
                .map(n -> (double) Math.max(3, Math.round(n)))
                .toList();
        List<Double> ones = Collections.nCopies(d, 1.0);
        List<Lines.Series> series = new ArrayList<>();
        int number = 0;
        for (double alpha : new double[] {0.1, 1}) {
            for (Noise augmentation : Noise.values()) {
                List<List<Double>> trained = trained(
                        counts,
                        n -> seed -> new Job(
                                "weighted-infonce",
                                Map.of("N", n, "alpha", alpha),
                                ones,
                                25,
                                (int) n,
                                augmentation,
                                Normalisation.NONE,
                                seed),
                        CollapseFigures::smallest);
                String noise = augmentation.name().toLowerCase(Locale.ROOT);
                series.add(banded("α = " + number(alpha) + ", " + noise, counts, trained, number++));
            }
        }
        for (double alpha : new double[] {0.1, 1}) {
            List<Double> predicted = counts.stream()
                    .map(n -> quartic(
                                    "weighted-infonce",
                                    Map.of(
                                            "N",
                                            new BigFraction(Math.round(n)),
                                            "alpha",
                                            alpha < 1 ? new BigFraction(1, 10) : BigFraction.ONE),
                                    ones,
                                    25)
                            .get(d - 1))
                    .map(v -> Math.max(v, FLOOR))
                    .toList();
            series.add(Lines.Series.of(
                    "derived quartic, α = " + number(alpha),
                    counts,
                    predicted,
                    Style.line(Palette.Hue.BLACK, alpha < 1 ? Palette.Dash.DASHED : Palette.Dash.DOTTED)));
        }
        parameters.put("sigma", "5");
        return new Figure(
                "fig-5-mid",
                "Weighted InfoNCE: the smallest eigenvalue of W'W against the number of data",
                "σ = 5, dimension " + d
                        + ". 'fresh' noise is new at every step, 'fixed' is drawn once, 'expected' is the"
                        + " population (its N is that of the loss). Eq. (17) puts the threshold of α = 1/10 at N = 1/22.5, below"
                        + " any data set, and α = 1 has none: what is small here is not made by α. "
                        + says(),
                parameters,
                List.of(new Lines("", x, range("smallest eigenvalue of W'W", series), series, List.of())));
    }

    /** beta = 1/2, d0 = 5: all eigenvalues against the strength, with the thresholds c = beta a / (1 - beta). */
    private Figure right() {
        List<Double> a = List.of(1.0, 0.8, 0.6, 0.4, 0.2);
        Axis x = Axis.linear("variance of the augmentation c", 0.1, 1.3);
        List<Double> strengths = x.values(settings.full() ? 15 : 8);
        List<Lines.Series> series = new ArrayList<>();
        List<List<TrainingRun>> runs = runs(
                strengths,
                c -> seed -> new Job(
                        "beta-infonce", Map.of("beta", 0.5), a, c, items, Noise.EXPECTED, Normalisation.NONE, seed));
        for (int mode = 0; mode < a.size(); mode++) {
            int i = mode;
            List<List<Double>> trained =
                    sorted(runs, run -> run.last().eigenvalues().get(i));
            series.add(banded("trained, eigenvalue " + (i + 1), strengths, trained, i));
        }
        for (int mode = 0; mode < a.size(); mode++) {
            int i = mode;
            List<Double> exact =
                    strengths.stream().map(c -> exact(a, c, 0.5).get(i)).toList();
            series.add(Lines.Series.of(
                    "exact landscape, eigenvalue " + (i + 1),
                    strengths,
                    exact,
                    Style.line(Palette.Hue.BLACK, Style.number(i, false).dash())));
        }
        List<Lines.Reference> thresholds = a.stream()
                .map(v -> Lines.Reference.atX(
                        "derived thresholds c = a", v, Style.line(Palette.Hue.PURPLE, Palette.Dash.DOTTED)))
                .toList();
        parameters.put("d0 = d1", "5");
        parameters.put("beta", "1/2");
        parameters.put("a", a.toString());
        double largest = series.stream()
                .flatMap(s -> s.y().stream())
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(1);
        return new Figure(
                "fig-5-right",
                "beta-InfoNCE: all eigenvalues of W'W against the variance of an isotropic augmentation",
                "β = 1/2, trained on the population. Mode i collapses where c ≥ β a/(1 - β) = a, as derived. " + says(),
                parameters,
                List.of(new Lines("", x, Axis.linear("eigenvalue of W'W", 0, 1.05 * largest), series, thresholds)));
    }

    /** Normalisation of each sample, as trained, and in the mean, as in the theory. */
    private Figure normalised() {
        List<Double> a =
                IntStream.range(0, d).mapToObj(i -> 1 - 0.8 * i / (d - 1.0)).toList();
        Axis x = Axis.log("augmentation strength σ", 0.05, 2);
        List<Double> sigmas = x.values(settings.full() ? 12 : 7);
        List<Lines.Series> series = new ArrayList<>();
        int number = 0;
        for (Normalisation norm :
                List.of(Normalisation.NONE, Normalisation.parse("per-sample"), Normalisation.parse("mean"))) {
            List<List<Double>> trained = trained(
                    sigmas,
                    s -> seed -> new Job("infonce", Map.of(), a, s * s, items, Noise.FRESH, norm, seed),
                    run -> run.last().eigenvalues().get(d - 1)
                            / run.last().eigenvalues().get(0));
            String what = switch (norm.kind()) {
                case NONE -> "not normalised";
                case PER_SAMPLE -> "each sample";
                case MEAN -> "in the mean";
            };
            series.add(banded(what, sigmas, trained, number++));
        }
        parameters.put("eigenvalues of A0", "evenly from 1 to 0.2");
        return new Figure(
                "fig-6",
                "InfoNCE with normalised representations: the smallest eigenvalue of W'W beside the largest",
                "Eigenvalues of A0 from 1 to 0.2, isotropic noise of variance σ². Shown is the smallest over the largest"
                        + " eigenvalue of W'W. " + says(),
                parameters,
                List.of(new Lines("", x, range("smallest over largest eigenvalue", series), series, List.of())));
    }

    private String says() {
        return "Points are medians of " + seeds + " seeds, bands from the least to the largest; what is below " + FLOOR
                + " is drawn there.";
    }

    private static double smallest(TrainingRun run) {
        List<Double> all = run.last().eigenvalues();
        return Math.max(FLOOR, all.get(all.size() - 1));
    }

    /** A number of the runs of all seeds, by place, ascending. */
    private List<List<Double>> trained(
            List<Double> places, DoubleFunction<Function<Long, Job>> job, Function<TrainingRun, Double> number) {
        return sorted(runs(places, job), number);
    }

    private static List<List<Double>> sorted(List<List<TrainingRun>> runs, Function<TrainingRun, Double> number) {
        return runs.stream()
                .map(ofSeeds -> ofSeeds.stream().map(number).sorted().toList())
                .toList();
    }

    /** The runs of all seeds, by place; they are independent, so their order does not matter. */
    private List<List<TrainingRun>> runs(List<Double> places, DoubleFunction<Function<Long, Job>> job) {
        List<TrainingRun> flat = IntStream.range(0, places.size() * seeds)
                .parallel()
                .mapToObj(k -> run(job.apply(places.get(k / seeds)).apply(settings.seed() + k % seeds)))
                .toList();
        return IntStream.range(0, places.size())
                .mapToObj(p -> flat.subList(p * seeds, (p + 1) * seeds))
                .toList();
    }

    private TrainingRun run(Job job) {
        int n = job.a().size();
        boolean population = job.augmentation() == Noise.EXPECTED;
        TrainingSettings how = new TrainingSettings(
                population ? Math.max(job.items(), 8 * n * 3) : job.items(),
                false,
                job.augmentation(),
                Experiment.Optimizer.ADAM,
                rate,
                steps,
                1,
                job.seed());
        RealMatrix a0 = MatrixUtils.createRealDiagonalMatrix(
                job.a().stream().mapToDouble(Double::doubleValue).toArray());
        RealMatrix c = MatrixUtils.createRealIdentityMatrix(n).scalarMultiply(job.noise());
        ModelShape shape = new ModelShape(n, n, Hidden.NONE, false, job.normalisation(), 1);
        return new Trainer(Catalogue.load(job.loss()), job.parameters(), shape, a0, c, how).run();
    }

    private Lines.Series banded(String label, List<Double> x, List<List<Double>> sorted, int number) {
        List<Double> medians = sorted.stream().map(s -> s.get(s.size() / 2)).toList();
        List<Double> lower = sorted.stream().map(s -> s.get(0)).toList();
        List<Double> upper = sorted.stream().map(s -> s.get(s.size() - 1)).toList();
        Lines.Band band = new Lines.Band("least to largest of " + seeds + " seeds", lower, upper);
        return new Lines.Series(label, x, medians, Optional.of(band), Style.number(number, true));
    }

    /** The slope of log y by log x over the upper half of x, or that y vanishes there. */
    private static String exponent(List<Double> x, List<List<Double>> sorted) {
        SimpleRegression fit = new SimpleRegression();
        for (int p = x.size() / 2; p < x.size(); p++) {
            double median = sorted.get(p).get(sorted.get(p).size() / 2);
            if (median > FLOOR) {
                fit.addData(Math.log(x.get(p)), Math.log(median));
            }
        }
        return fit.getN() == x.size() - x.size() / 2 ? "exponent " + number(fit.getSlope()) : "vanishes";
    }

    private static String number(double v) {
        return String.format(Locale.ROOT, "%.3g", v).replaceAll("\\.?0+$", "");
    }

    /** A logarithmic axis that holds all of a panel. */
    private static Axis range(String quantity, List<Lines.Series> series) {
        double low = Double.POSITIVE_INFINITY;
        double high = 0;
        for (Lines.Series s : series) {
            for (List<Double> values : List.of(
                    s.y(),
                    s.band().map(Lines.Band::lower).orElse(s.y()),
                    s.band().map(Lines.Band::upper).orElse(s.y()))) {
                low = Math.min(low, Collections.min(values));
                high = Math.max(high, Collections.max(values));
            }
        }
        return Axis.log(quantity, low / 1.5, high * 1.5);
    }

    private static List<Double> exact(List<Double> a, double noise, double beta) {
        List<Double> c = Collections.nCopies(a.size(), noise);
        return Prediction.of(
                        "exact",
                        ExactInfoNceLandscape.solve(a, c, beta, a.size(), 1)
                                .globalMinimum()
                                .orElseThrow())
                .eigenvalues();
    }

    private static List<Double> quartic(
            String loss, Map<String, BigFraction> parameters, List<Double> a, double noise) {
        List<Double> c = Collections.nCopies(a.size(), noise);
        return Prediction.of("quartic", new DerivedQuartic(loss, parameters, a.size()).modes(a, c))
                .orElseThrow()
                .eigenvalues();
    }
}
