package org.lossproof.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.loss.Expr;
import org.lossproof.loss.Formula;
import org.lossproof.loss.LossDefinition;
import org.lossproof.loss.Notation;
import org.lossproof.loss.RationalArithmetic;

/**
 * A statement about trained models: what is trained, over which range, what is measured of the outcome and what is claimed of the
 * measures. Every seed of data, noise and initial weights is one trial, whose claim holds only if it does at every point of the range.
 *
 * @param loss what is trained
 * @param quick the setting of {@code verify}
 * @param full that of {@code verify --full}: the paper's
 * @param measures of the models of one seed
 * @param claim about the measures
 * @param seeds how many trials there are
 * @param exceptions how many of them may differ from the others before nothing is decided
 * @param ridge the penalty of the regression whose error is measured, if one is
 * @param text as it is written
 */
public record Experiment(
        LossDefinition loss,
        Design quick,
        Design full,
        List<Measure> measures,
        Formula claim,
        int seeds,
        int exceptions,
        Optional<Ridge> ridge,
        String text)
        implements Assertion {
    /** A quantity and the values that it takes. */
    public record Grid(String name, List<BigFraction> values) {
        public Grid {
            values = List.copyOf(values);
        }

        /** {@code sigma = 1, 2, 4}. */
        public String text() {
            return name + " = " + values.stream().map(Experiment::number).collect(Collectors.joining(", "));
        }
    }

    /**
     * What a quantity of the training is: an expression in the quantities of the grids, d0, d1 and what is set before; or of a and c one for each mode, or one
     * in the number i of a mode for all of them.
     */
    public record Assignment(String name, List<Expr> values) {
        public Assignment {
            values = List.copyOf(values);
        }

        /** {@code c = sigma^2}. */
        public String text() {
            return name + " = " + values.stream().map(Notation::plain).collect(Collectors.joining(", "));
        }
    }

    /** What views a step is taken on: new noise at every step, noise drawn once, or the population. */
    public enum Noise {
        FRESH,
        FIXED,
        EXPECTED
    }

    /** The rule of a step: Adam (Kingma and Ba 2015; 0.9, 0.999, 1e-8), gradient descent, or gradient flow. */
    public enum Optimizer {
        ADAM,
        SGD,
        FLOW
    }

    /** What is done to representations before the loss sees them. */
    public enum Norm {
        NONE,
        PER_SAMPLE,
        MEAN
    }

    /** What stands before the last layer. */
    public enum Layer {
        NONE,
        TANH,
        RELU
    }

    /**
     * How a model is built and trained, beside numbers.
     *
     * @param level the mean of |f|^2 that {@link Norm#MEAN} holds
     * @param width of a hidden layer
     */
    public record Recipe(Noise noise, Optimizer optimizer, Norm norm, BigFraction level, Layer layer, int width) {
        /** In words. */
        String text() {
            List<String> out = new ArrayList<>(List.of(
                    (noise == Noise.EXPECTED ? "trained on the population" : lower(noise) + " noise"),
                    lower(optimizer)));
            if (norm != Norm.NONE) {
                out.add(norm == Norm.MEAN ? "normalised in the mean to " + number(level) : "normalised per sample");
            }
            if (layer != Layer.NONE) {
                out.add("a hidden layer of " + width + " " + lower(layer) + " units");
            }
            return String.join(", ", out);
        }
    }

    /**
     * One model to train, but for its seed.
     *
     * @param place the values of the grids there
     * @param a eigenvalues of A0
     * @param c eigenvalues of C
     * @param numbers N, init, population, rate, steps and the parameters of the loss
     */
    public record Point(
            Map<String, BigFraction> place,
            List<BigFraction> a,
            List<BigFraction> c,
            Map<String, BigFraction> numbers) {
        public Point {
            place = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(place));
            a = List.copyOf(a);
            c = List.copyOf(c);
            numbers = Map.copyOf(numbers);
        }
    }

    /**
     * A setting.
     *
     * @param modes d0
     * @param rows d1
     * @param sweep what measures aggregate over, if anything
     * @param over the range: the claim is to hold at every combination
     * @param set everything else that has a number
     * @param recipe everything else
     */
    public record Design(
            int modes, int rows, Optional<Grid> sweep, List<Grid> over, List<Assignment> set, Recipe recipe) {
        public Design {
            over = List.copyOf(over);
            set = List.copyOf(set);
        }

        /** The points of the range, without the sweep. */
        public List<Map<String, BigFraction>> places() {
            List<Map<String, BigFraction>> out = new ArrayList<>(List.of(new LinkedHashMap<>()));
            for (Grid grid : over) {
                out = out.stream()
                        .flatMap(m -> grid.values().stream().map(v -> with(m, grid.name(), v)))
                        .toList();
            }
            return out;
        }

        /** The models of a place, along the sweep. */
        public List<Point> points(Map<String, BigFraction> place) {
            return sweep.map(s -> s.values().stream()
                            .map(v -> point(with(place, s.name(), v)))
                            .toList())
                    .orElseGet(() -> List.of(point(place)));
        }

        private Point point(Map<String, BigFraction> place) {
            Map<String, BigFraction> known = new LinkedHashMap<>(place);
            known.put("d0", new BigFraction(modes));
            known.put("d1", new BigFraction(rows));
            Map<String, BigFraction> numbers = new LinkedHashMap<>(place);
            for (Assignment s : set) {
                if (!ExperimentNames.OF_MODES.contains(s.name())) {
                    BigFraction value = RationalArithmetic.value(s.values().get(0), known);
                    numbers.put(s.name(), value);
                    known.put(s.name(), value);
                }
            }
            return new Point(place, ofModes("a", known), ofModes("c", known), numbers);
        }

        private List<BigFraction> ofModes(String name, Map<String, BigFraction> known) {
            List<Expr> values = set.stream()
                    .filter(s -> s.name().equals(name))
                    .findFirst()
                    .orElseThrow()
                    .values();
            return IntStream.range(0, modes)
                    .mapToObj(i -> RationalArithmetic.value(
                            values.get(values.size() == 1 ? 0 : i), with(known, "i", new BigFraction(i + 1))))
                    .toList();
        }

        /** How many models are trained. */
        public int trainings(int seeds) {
            return seeds * places().size() * sweep.map(s -> s.values().size()).orElse(1);
        }

        /** What the claim is about: all that a verdict holds for. */
        public String range() {
            List<String> out = new ArrayList<>();
            out.add(modes == rows ? "d0 = d1 = " + modes : "d0 = " + modes + ", d1 = " + rows);
            set.forEach(s -> out.add(s.text()));
            out.add(recipe.text());
            over.forEach(g -> out.add(g.text()));
            sweep.ifPresent(s -> out.add(s.text()));
            return String.join("; ", out);
        }

        private static Map<String, BigFraction> with(Map<String, BigFraction> m, String name, BigFraction value) {
            Map<String, BigFraction> out = new LinkedHashMap<>(m);
            out.put(name, value);
            return out;
        }
    }

    /** The penalty mu of a regression of the first coordinate on the representation. */
    public record Ridge(BigFraction penalty) {}

    /** How one number is made of an expression along the sweep. */
    public enum Aggregate {
        /** There is no sweep. */
        VALUE,
        /** At a point of it. */
        AT,
        LEAST,
        GREATEST,
        /** The slope of the logarithm by the logarithm of what is swept, by least squares. */
        EXPONENT
    }

    /**
     * A number that the models of a seed have at a point of the range.
     *
     * @param name of it
     * @param how it is made of the expression
     * @param expression in names of {@link ExperimentNames}
     * @param from the first point of the sweep that counts, or the point of {@link Aggregate#AT}
     * @param to the last one
     */
    public record Measure(
            String name, Aggregate how, Expr expression, Optional<BigFraction> from, Optional<BigFraction> to) {
        /** Whether a point of the sweep counts. */
        public boolean counts(BigFraction value) {
            return how == Aggregate.AT
                    ? from.filter(value::equals).isPresent()
                    : from.map(f -> value.compareTo(f) >= 0).orElse(true)
                            && to.map(t -> value.compareTo(t) <= 0).orElse(true);
        }

        /**
         * Typeset, with what is swept.
         *
         * @param swept its name, if anything is
         */
        public String tex(Optional<String> swept) {
            String by = swept.map(Notation::parameter).orElse("");
            String within = from.map(f -> number(f) + " \\le ").orElse("")
                    + by
                    + to.map(t -> " \\le " + number(t)).orElse("");
            String what = Notation.tex(expression);
            String value = switch (how) {
                case VALUE -> what;
                case AT -> "\\left." + what + "\\right\\rvert_{" + by + " = " + number(from.orElseThrow()) + "}";
                case LEAST -> "\\min_{" + within + "} " + what;
                case GREATEST -> "\\max_{" + within + "} " + what;
                case EXPONENT -> "\\text{exponent of } " + what + " \\text{ in } " + within;
            };
            return Notation.parameter(name) + " = " + value;
        }

        /** As it is written. */
        public String text() {
            String what = Notation.plain(expression);
            String within = from.map(f -> " from " + number(f)).orElse("")
                    + to.map(t -> " to " + number(t)).orElse("");
            return switch (how) {
                case VALUE -> what;
                case AT -> what + " at " + number(from.orElseThrow());
                default -> how.name().toLowerCase(Locale.ROOT) + " of " + what + within;
            };
        }
    }

    public Experiment {
        measures = List.copyOf(measures);
    }

    /** The setting of a run. */
    public Design design(boolean inFull) {
        return inFull ? full : quick;
    }

    /** How many models are trained in a setting. */
    public int trainings(boolean inFull) {
        return design(inFull).trainings(seeds);
    }

    /** What is measured, typeset, one formula each. */
    public List<String> measuresTex() {
        Optional<String> swept = quick.sweep().map(Grid::name);
        return measures.stream().map(m -> m.tex(swept)).toList();
    }

    @Override
    public String tex() {
        return "\\text{trained models: }\\;" + claim.tex();
    }

    /** A number on the page: a decimal if it is a short one. */
    static String number(BigFraction q) {
        return q.toString().replace(" ", "");
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
