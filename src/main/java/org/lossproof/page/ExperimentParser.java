package org.lossproof.page;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.loss.BlockReader;
import org.lossproof.loss.Expr;
import org.lossproof.loss.Formula;
import org.lossproof.loss.Formulas;
import org.lossproof.loss.InputException;
import org.lossproof.loss.LossDefinition;
import org.lossproof.loss.Losses;
import org.lossproof.loss.Names;
import org.lossproof.loss.RationalArithmetic;
import org.lossproof.loss.Span;
import org.lossproof.page.Experiment.Aggregate;
import org.lossproof.page.Experiment.Assignment;
import org.lossproof.page.Experiment.Grid;
import org.lossproof.page.Experiment.Layer;
import org.lossproof.page.Experiment.Measure;
import org.lossproof.page.Experiment.Noise;
import org.lossproof.page.Experiment.Norm;
import org.lossproof.page.Experiment.Optimizer;

/** Reads an {@code experiment} block. */
final class ExperimentParser {
    private static final List<String> DESIGN = List.of(
            "modes", "rows", "sweep", "over", "set", "noise", "optimizer", "rate", "steps", "normalize", "hidden");
    private static final List<String> ONCE =
            List.of("train", "full", "seeds", "exceptions", "ridge", "measure", "claim");
    private static final Set<String> OFTEN = Set.of("over", "set", "measure");

    /** With more modes a measure names none of them alone. */
    private static final int NAMED_MODES = 32;

    private static final int SEEDS = 8;

    private final BlockReader reader;
    private final Span start;
    private final Losses losses;
    private final Set<String> seen = new LinkedHashSet<>();
    private final ExperimentDraft quick = new ExperimentDraft();
    private final List<Consumer<ExperimentDraft>> changes = new ArrayList<>();
    private final Set<String> grids = new LinkedHashSet<>();
    private final Set<String> given = new LinkedHashSet<>();
    private final Set<String> settable = new LinkedHashSet<>(ExperimentNames.NUMBERS);
    private final List<Measure> measures = new ArrayList<>();
    /** What is swept; empty if nothing is. */
    private String swept = "";

    private LossDefinition loss;
    private int seeds = SEEDS;
    private int exceptions;
    private Optional<Experiment.Ridge> ridge = Optional.empty();
    private Optional<Formula> claim = Optional.empty();
    private String claimed = "";

    ExperimentParser(String text, Span start, Losses losses) {
        this.reader = new BlockReader(text, start, losses);
        this.start = start;
        this.losses = losses;
        reader.explainUndeclared(name -> "an experiment speaks of numbers of trained models, and of what it sweeps");
    }

    Experiment experiment() {
        Span opening = reader.here();
        if (!reader.accept("train")) {
            throw new InputException(
                    opening, "an experiment opens with the line 'train LOSS', here is " + reader.shown());
        }
        loss();
        while (!reader.isAtEnd()) {
            line();
        }
        Formula what = claim.orElseThrow(
                () -> new InputException(start, "an experiment has one line 'claim ..', here is none"));
        if (exceptions * 2 >= seeds) {
            throw new InputException(
                    start,
                    exceptions + " exceptions among " + seeds + " seeds decide nothing; give fewer than half as many");
        }
        ExperimentDraft whole = quick.copy();
        changes.forEach(c -> c.accept(whole));
        return new Experiment(
                loss,
                quick.design(loss, seeds, "the experiment", start),
                whole.design(loss, seeds, "the experiment in full", start),
                measures,
                what,
                seeds,
                exceptions,
                ridge,
                text());
    }

    private String text() {
        List<String> where =
                measures.stream().map(m -> m.name() + " = " + m.text()).toList();
        return claimed + " where " + String.join(", ", where) + " of trained " + loss.name();
    }

    private void loss() {
        Span here = reader.here();
        loss = losses.load(reader.hyphenated("the name of a loss"), here);
        loss.parameters().forEach(p -> settable.add(p.name()));
        settable.remove("d1");
        List.of("d0", "d1", "i").forEach(reader::declare);
    }

    private void line() {
        List<String> all = new ArrayList<>(DESIGN);
        all.addAll(ONCE);
        Span here = reader.here();
        String word = reader.keyword(all);
        if (!OFTEN.contains(word) && !word.equals("full") && !seen.add(word)) {
            throw new InputException(here, "a second line '" + word + "'; an experiment has one");
        }
        switch (word) {
            case "full" -> changes.add(change(reader.keyword(DESIGN), true));
            case "seeds" -> seeds = reader.count("a number of seeds");
            case "exceptions" -> exceptions = reader.count("a number of exceptions");
            case "ridge" -> ridge = Optional.of(new Experiment.Ridge(positive("a penalty")));
            case "measure" -> measures.add(measure());
            case "claim" -> claim();
            default -> change(word, false).accept(quick);
        }
    }

    /** A line of a setting. */
    private Consumer<ExperimentDraft> change(String word, boolean again) {
        switch (word) {
            case "modes", "rows" -> {
                int count = modes(word);
                return word.equals("modes") ? d -> d.modes(count) : d -> d.rows(count);
            }
            case "sweep", "over" -> {
                Grid grid = grid(again, word);
                swept = word.equals("sweep") ? grid.name() : swept;
                return word.equals("sweep") ? d -> d.sweep(grid) : d -> d.over(grid);
            }
            case "set" -> {
                Assignment assignment = assignment(again);
                return d -> d.set(assignment);
            }
            case "rate", "steps" -> {
                Assignment assignment = new Assignment(word, List.of(setting()));
                return d -> d.set(assignment);
            }
            default -> {
                return recipe(word);
            }
        }
    }

    private Consumer<ExperimentDraft> recipe(String word) {
        switch (word) {
            case "noise" -> {
                Noise noise = one("noise", Noise.values());
                return d -> d.noise(noise);
            }
            case "optimizer" -> {
                Optimizer optimizer = one("optimizer", Optimizer.values());
                return d -> d.optimizer(optimizer);
            }
            case "hidden" -> {
                Layer layer = one("hidden", Layer.values());
                int width = layer == Layer.NONE ? 0 : modes("a hidden layer");
                return d -> d.hidden(layer, width);
            }
            default -> {
                Norm norm = one("normalize", Norm.values());
                BigFraction level = norm == Norm.MEAN ? positive("the mean of |f|^2") : BigFraction.ONE;
                return d -> d.normalize(norm, level);
            }
        }
    }

    private int modes(String what) {
        Span here = reader.here();
        int count = reader.count("a number for " + what);
        if (count > 2 * NAMED_MODES) {
            throw new InputException(here, what + " " + count + ": at most " + 2 * NAMED_MODES + " are trained");
        }
        return count;
    }

    private <T extends Enum<T>> T one(String what, T[] known) {
        Span here = reader.here();
        String word = reader.hyphenated("a word for '" + what + "'");
        List<String> words = new ArrayList<>();
        for (T value : known) {
            String name = value.name().toLowerCase(Locale.ROOT).replace('_', '-');
            if (name.equals(word)) {
                return value;
            }
            words.add(name);
        }
        throw new InputException(here, "'" + word + "' is no '" + what + "'; known: " + String.join(", ", words));
    }

    private Grid grid(boolean again, String word) {
        Span here = reader.here();
        String name = reader.name("the name of a quantity");
        if (again && (!grids.contains(name) || word.equals("sweep") != swept.equals(name))) {
            throw new InputException(
                    here, "'" + name + "' takes no values in the lines before; only their values are changed in full");
        } else if (!again && (!grids.add(name) || seen.contains("set " + name))) {
            throw new InputException(here, "'" + name + "' has its values already");
        }
        boolean taken = ExperimentNames.ofModel(NAMED_MODES).contains(name)
                || Set.of("a", "c", "i", "rate", "steps").contains(name);
        if (taken) {
            throw new InputException(
                    here,
                    "'" + name + "' has a meaning of its own; give what is varied another name, and set " + name
                            + " by it");
        }
        reader.declare(name);
        reader.expect("=", "after " + name);
        List<BigFraction> values = new ArrayList<>();
        do {
            values.add(rational("a value of " + name));
        } while (reader.accept(","));
        return new Grid(name, values);
    }

    private Assignment assignment(boolean again) {
        Span here = reader.here();
        String name = reader.name("a name such as a, c, N or a parameter of the loss");
        boolean ofModes = ExperimentNames.OF_MODES.contains(name);
        if (!ofModes && !settable.contains(name)) {
            List<String> known = new ArrayList<>(settable);
            known.addAll(ExperimentNames.OF_MODES);
            throw new InputException(here, "'" + name + "' cannot be set; " + Names.suggestion(name, known));
        } else if (!again && (grids.contains(name) || !seen.add("set " + name))) {
            throw new InputException(here, "'" + name + "' has its value already");
        } else if (again && grids.contains(name)) {
            throw new InputException(
                    here, "'" + name + "' has its values in the lines before; write 'full over " + name + " = ..'");
        }
        reader.expect("=", "after " + name);
        List<Expr> values = new ArrayList<>();
        do {
            values.add(ofModes ? setting(Set.of("i")) : setting());
        } while (reader.accept(","));
        if (!ofModes && values.size() > 1) {
            throw new InputException(
                    here, name + " is one number; write 'over " + name + " = ..' to range over several");
        }
        if (!ofModes) {
            reader.declare(name);
            given.add(name);
        }
        return new Assignment(name, values);
    }

    private Expr setting() {
        return setting(Set.of());
    }

    /** An expression in what is swept and ranged over. */
    private Expr setting(Set<String> more) {
        Span from = reader.here();
        Expr value = reader.expression();
        Set<String> known = new LinkedHashSet<>(grids);
        known.addAll(given);
        known.addAll(List.of("d0", "d1"));
        known.addAll(more);
        requireNames(
                value,
                known,
                from,
                "what is set is made of numbers, d0, d1, what is swept, ranged over or set above, and i for the number of a mode in a and c");
        return value;
    }

    private static void requireNames(Expr value, Set<String> known, Span from, String rule) {
        if (!Fact.isAlgebraic(value)) {
            throw new InputException(from, rule);
        }
        for (String name : Formulas.names(value)) {
            if (!known.contains(name)) {
                throw new InputException(from, "'" + name + "' is none of them: " + rule);
            }
        }
    }

    private BigFraction rational(String what) {
        Span from = reader.here();
        Expr value = reader.expression();
        try {
            if (Fact.isAlgebraic(value) && Formulas.names(value).isEmpty()) {
                return RationalArithmetic.value(value, java.util.Map.of());
            }
        } catch (RuntimeException e) {
            throw new InputException(from, what + " is a rational number: " + e.getMessage());
        }
        throw new InputException(from, what + " is a rational number, such as 1/2");
    }

    private BigFraction positive(String what) {
        Span from = reader.here();
        BigFraction value = rational(what);
        if (value.signum() <= 0) {
            throw new InputException(from, what + " is positive, not " + Experiment.number(value));
        }
        return value;
    }

    private Measure measure() {
        Span here = reader.here();
        String name = reader.name("the name of a measure");
        ExperimentNames.ofModel(NAMED_MODES).forEach(reader::declare);
        settable.stream().filter(s -> !s.equals("population")).forEach(reader::declare);
        boolean taken = measures.stream().anyMatch(m -> m.name().equals(name)) || isKnown(name);
        if (taken) {
            throw new InputException(here, "'" + name + "' has a meaning already; give the measure another name");
        }
        reader.expect("=", "after " + name);
        Span how = reader.here();
        Aggregate aggregate = aggregate();
        Span from = reader.here();
        Expr value = reader.expression();
        ModelVocabulary.require(value, Set.of(), from);
        measureOf(value, from);
        Optional<BigFraction> first = Optional.empty();
        Optional<BigFraction> last = Optional.empty();
        if (aggregate == Aggregate.VALUE && reader.accept("at")) {
            aggregate = Aggregate.AT;
            first = Optional.of(rational("a point of the sweep"));
        } else if (aggregate != Aggregate.VALUE) {
            first = reader.accept("from") ? Optional.of(rational("a point of the sweep")) : first;
            last = reader.accept("to") ? Optional.of(rational("a point of the sweep")) : last;
        }
        if (swept.isEmpty() != (aggregate == Aggregate.VALUE)) {
            throw new InputException(
                    how,
                    aggregate == Aggregate.VALUE
                            ? "a measure of a sweep is one number: 'EXPR at VALUE', 'least of', 'greatest of' or 'exponent of EXPR'"
                            : "nothing is swept; write 'sweep NAME = ..' above, or the expression alone");
        }
        return new Measure(name, aggregate, value, first, last);
    }

    private boolean isKnown(String name) {
        return ExperimentNames.ofModel(NAMED_MODES).contains(name) || settable.contains(name) || grids.contains(name);
    }

    private void measureOf(Expr value, Span from) {
        for (String name : Formulas.names(value)) {
            if (measures.stream().anyMatch(m -> m.name().equals(name))) {
                throw new InputException(
                        from,
                        "'" + name
                                + "' is a measure; a measure is made of numbers of models, and the claim of measures");
            } else if (name.endsWith("error") && ridge.isEmpty()) {
                throw new InputException(
                        from, "'" + name + "' is that of a ridge regression; write 'ridge 1/1000' above");
            }
        }
    }

    private Aggregate aggregate() {
        for (Aggregate how : List.of(Aggregate.LEAST, Aggregate.GREATEST, Aggregate.EXPONENT)) {
            String word = how.name().toLowerCase(Locale.ROOT);
            if (reader.accept(word)) {
                reader.expect("of", "after " + word);
                return how;
            }
        }
        return Aggregate.VALUE;
    }

    private void claim() {
        measures.forEach(m -> reader.declare(m.name()));
        Span from = reader.here();
        Formula formula = reader.formula(Set.of(), Set.of());
        Set<String> known = new LinkedHashSet<>();
        measures.forEach(m -> known.add(m.name()));
        for (Expr side : Formulas.sides(formula)) {
            requireNames(side, known, from, "a claim compares measures, which lines 'measure NAME = ..' above it name");
        }
        claim = Optional.of(formula);
        claimed = reader.writtenSince(from);
    }
}
