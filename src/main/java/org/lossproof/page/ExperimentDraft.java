package org.lossproof.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.loss.InputException;
import org.lossproof.loss.LossDefinition;
import org.lossproof.loss.ParameterDeclaration;
import org.lossproof.loss.RationalArithmetic;
import org.lossproof.loss.Span;
import org.lossproof.page.Experiment.Assignment;
import org.lossproof.page.Experiment.Design;
import org.lossproof.page.Experiment.Grid;
import org.lossproof.page.Experiment.Layer;
import org.lossproof.page.Experiment.Noise;
import org.lossproof.page.Experiment.Norm;
import org.lossproof.page.Experiment.Optimizer;
import org.lossproof.page.Experiment.Point;
import org.lossproof.page.Experiment.Recipe;

/** A setting of an experiment while its lines are read. */
final class ExperimentDraft {
    /** A page is no program: more than this is a mistake. */
    private static final int MOST_TRAININGS = 20_000;

    private static final int MOST_STEPS = 100_000;
    private static final int MOST_ITEMS = 4096;

    private final Map<String, Grid> over = new LinkedHashMap<>();
    private final Map<String, Assignment> set = new LinkedHashMap<>();
    private Optional<Grid> sweep = Optional.empty();
    private int modes;
    private int rows;
    private Recipe recipe = new Recipe(Noise.FRESH, Optimizer.ADAM, Norm.NONE, BigFraction.ONE, Layer.NONE, 0);

    ExperimentDraft copy() {
        ExperimentDraft out = new ExperimentDraft();
        out.over.putAll(over);
        out.set.putAll(set);
        out.sweep = sweep;
        out.modes = modes;
        out.rows = rows;
        out.recipe = recipe;
        return out;
    }

    void modes(int number) {
        modes = number;
    }

    void rows(int number) {
        rows = number;
    }

    void sweep(Grid grid) {
        sweep = Optional.of(grid);
    }

    void over(Grid grid) {
        over.put(grid.name(), grid);
    }

    void set(Assignment assignment) {
        set.put(assignment.name(), assignment);
    }

    void noise(Noise noise) {
        recipe = new Recipe(noise, recipe.optimizer(), recipe.norm(), recipe.level(), recipe.layer(), recipe.width());
    }

    void optimizer(Optimizer optimizer) {
        recipe = new Recipe(recipe.noise(), optimizer, recipe.norm(), recipe.level(), recipe.layer(), recipe.width());
    }

    void normalize(Norm norm, BigFraction level) {
        recipe = new Recipe(recipe.noise(), recipe.optimizer(), norm, level, recipe.layer(), recipe.width());
    }

    void hidden(Layer layer, int width) {
        recipe = new Recipe(recipe.noise(), recipe.optimizer(), recipe.norm(), recipe.level(), layer, width);
    }

    /**
     * The setting.
     *
     * @param setting how errors name it
     * @throws InputException if a number is missing or cannot be trained with
     */
    Design design(LossDefinition loss, int seeds, String setting, Span where) {
        require(modes > 0, where, setting, "has no number of modes", "write 'modes 4'");
        boolean isGiven =
                sweep.stream().anyMatch(s -> s.name().equals("N")) || over.containsKey("N") || set.containsKey("N");
        require(isGiven, where, setting, "has no number of data", "write 'set N = 64'");
        for (String needed : List.of("c", "rate", "steps")) {
            String how = needed.equals("c") ? "set c = 1" : needed.equals("rate") ? "rate 1/100" : "steps 500";
            require(set.containsKey(needed), where, setting, "does not say " + needed, "write '" + how + "'");
        }
        List<Assignment> all = new ArrayList<>();
        if (!set.containsKey("a")) {
            all.add(new Assignment("a", List.of(org.lossproof.loss.Exprs.number(1))));
        }
        all.addAll(set.values());
        for (Assignment s : all) {
            int n = s.values().size();
            require(
                    n == 1 || n == modes,
                    where,
                    setting,
                    s.name() + " has " + n + " values for " + modes + " modes",
                    "give one for all or one for each");
        }
        Design out = new Design(modes, rows == 0 ? modes : rows, sweep, List.copyOf(over.values()), all, recipe);
        requireFeasible(out, loss, seeds, setting, where);
        return out;
    }

    private static void requireFeasible(Design design, LossDefinition loss, int seeds, String setting, Span where) {
        require(
                design.trainings(seeds) <= MOST_TRAININGS,
                where,
                setting,
                "trains " + design.trainings(seeds) + " models",
                "at most " + MOST_TRAININGS + " are");
        for (Map<String, BigFraction> place : design.places()) {
            for (Point point : points(design, place, setting, where)) {
                requireTrainable(point, design.recipe(), setting, where);
                for (ParameterDeclaration p : loss.parameters()) {
                    BigFraction value = point.numbers().get(p.name());
                    require(
                            value != null,
                            where,
                            setting,
                            "gives " + p.name() + " no value",
                            "write 'set " + p.name() + " = ..'");
                    require(
                            p.admits(value),
                            where,
                            setting,
                            "has " + p.name() + " = " + Experiment.number(value),
                            p.name() + " is " + p.range());
                }
            }
        }
    }

    private static List<Point> points(Design design, Map<String, BigFraction> place, String setting, Span where) {
        try {
            return design.points(place);
        } catch (RationalArithmetic.UndefinedException e) {
            throw new InputException(where, setting + " has a value that is undefined: " + e.getMessage());
        } catch (RuntimeException e) {
            throw new InputException(where, setting + " has a value that is no rational number: " + e.getMessage());
        }
    }

    private static void requireTrainable(Point point, Recipe recipe, String setting, Span where) {
        BigFraction steps = point.numbers().get("steps");
        BigFraction items = point.numbers().get("N");
        require(
                isWhole(steps, 1, MOST_STEPS),
                where,
                setting,
                "takes " + Experiment.number(steps) + " steps",
                "give a whole number from 1 to " + MOST_STEPS);
        require(
                isWhole(items, 2, MOST_ITEMS),
                where,
                setting,
                "has N = " + Experiment.number(items),
                "give a whole number from 2 to " + MOST_ITEMS);
        for (String positive : List.of("rate", "init", "population")) {
            BigFraction value = point.numbers().get(positive);
            require(
                    value == null || value.signum() > 0,
                    where,
                    setting,
                    "has a " + positive + " of " + value,
                    "give a positive number");
        }
        BigFraction population = point.numbers().get("population");
        require(
                population == null || isWhole(population, 2, MOST_ITEMS),
                where,
                setting,
                "has a population of " + population,
                "give a whole number from 2 to " + MOST_ITEMS);
        boolean negative = java.util.stream.Stream.concat(point.a().stream(), point.c().stream())
                .anyMatch(v -> v.signum() < 0);
        require(!negative, where, setting, "has a negative eigenvalue in a or c", "variances are not negative");
        require(
                point.a().stream().anyMatch(v -> v.signum() > 0),
                where,
                setting,
                "has no data: a is 0",
                "give a positive a");
        require(
                recipe.optimizer() != Optimizer.FLOW || recipe.noise() != Noise.FRESH,
                where,
                setting,
                "follows a flow under fresh noise, which is a new landscape at every step",
                "write 'noise fixed' or 'noise expected'");
    }

    private static boolean isWhole(BigFraction value, int least, int most) {
        return RationalArithmetic.isWhole(value)
                && value.compareTo(new BigFraction(least)) >= 0
                && value.compareTo(new BigFraction(most)) <= 0;
    }

    private static void require(boolean met, Span where, String setting, String wrong, String right) {
        if (!met) {
            throw new InputException(where, setting + " " + wrong + "; " + right);
        }
    }
}
