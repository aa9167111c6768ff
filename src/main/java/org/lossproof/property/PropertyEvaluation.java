package org.lossproof.property;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.covariance.CommutingModel;
import org.lossproof.covariance.ModelDraw;
import org.lossproof.landscape.StationaryPoint;
import org.lossproof.loss.Expr;
import org.lossproof.loss.Formula;
import org.lossproof.loss.Formulas;
import org.lossproof.loss.InputException;
import org.lossproof.loss.Truth;
import org.lossproof.page.ModelProperty;
import org.lossproof.page.ModelProperty.Change;
import org.lossproof.page.ModelProperty.Covariances;

/** What a property says at a drawn model. */
public final class PropertyEvaluation {
    private final ModelProperty property;
    private final SolvedModel solved;
    private Optional<String> failing = Optional.empty();
    private boolean spoken;
    private boolean exactly;

    private PropertyEvaluation(ModelProperty property, SolvedModel solved) {
        this.property = property;
        this.solved = solved;
    }

    /**
     * What it says.
     *
     * @param outcome true if its claim holds for all choices that are meant, and there is one
     * @param model the model after its changes, with the choice that fails
     */
    public record Saying(Outcome outcome, String model) {}

    /**
     * Evaluates a property, and checks the points that the solver finds.
     *
     * @throws InputException if the landscape of its setting cannot be solved, or a change leaves the range of models
     * @throws LandscapeContradictionException if the solver is caught in an error
     */
    public static Saying at(ModelProperty property, ModelDraw draw) {
        return at(property, draw, true);
    }

    /** The same without a check of the solver, which takes longest: for a model among many of which some are checked. */
    static Saying trusting(ModelProperty property, ModelDraw draw) {
        return at(property, draw, false);
    }

    private static Saying at(ModelProperty property, ModelDraw draw, boolean audited) {
        CommutingModel model = changed(property, draw);
        boolean singular = property.covariances() == Covariances.COMMUTING
                ? model.s().stream().anyMatch(s -> s.signum() == 0)
                : draw.model().a().stream().anyMatch(a -> a.signum() == 0);
        if (singular) {
            return new Saying(Outcome.SILENT, "");
        }
        SolvedModel solved = property.covariances() == Covariances.COMMUTING
                ? SolvedModel.commuting(property.setting(), model, draw.anyB(), audited)
                : SolvedModel.ofAny(property.setting(), model, draw.anyCovariances());
        return new PropertyEvaluation(property, solved).saying(draw);
    }

    private Saying saying(ModelDraw draw) {
        switch (property.range()) {
            case MODEL -> at(Map.of(), Map.of(), "");
            case MODES -> modes(new LinkedHashMap<>());
            case SUBSET -> solved.subsets().forEach(this::subset);
            case POINT -> solved.points().forEach(p -> point(p, true));
            case MINIMUM ->
                solved.points().stream()
                        .filter(p -> p.negativeDirections() == 0)
                        .forEach(p -> point(p, false));
            case LOWEST -> solved.points().stream().limit(1).forEach(p -> point(p, false));
        }
        Outcome outcome = failing.isPresent()
                ? (exactly ? Outcome.FALSE : Outcome.NUMERICALLY_FALSE)
                : spoken ? Outcome.TRUE : Outcome.SILENT;
        return new Saying(outcome, description(draw) + failing.orElse(""));
    }

    private void modes(Map<String, Integer> chosen) {
        if (chosen.size() == property.indices().size()) {
            String where = chosen.entrySet().stream()
                    .map(e -> ", " + e.getKey() + " = " + (e.getValue() + 1))
                    .collect(Collectors.joining());
            at(Map.of(), chosen, where);
            return;
        }
        String index = property.indices().get(chosen.size());
        for (int i = 0; i < solved.modes(); i++) {
            if (!chosen.containsValue(i)) {
                Map<String, Integer> more = new LinkedHashMap<>(chosen);
                more.put(index, i);
                modes(more);
            }
        }
    }

    private void subset(List<Integer> mask) {
        Map<String, ModelNumber> numbers = new HashMap<>();
        numbers.put("solved", whole(solved.isSolved(mask) ? 1 : 0));
        byMode(numbers, "m", mask.stream().map(m -> whole(m)).toList());
        at(numbers, Map.of(), ", modes " + text(mask));
    }

    /** A point; that it is stationary is seen in exact arithmetic, that it is a minimum or the lowest is not. */
    private void point(StationaryPoint point, boolean anyPoint) {
        Map<String, ModelNumber> numbers = new HashMap<>();
        byMode(numbers, "m", point.mask().stream().map(m -> whole(m)).toList());
        numbers.put("rank", whole(point.rank()));
        numbers.put("negatives", whole(point.negativeDirections()));
        Map<String, ModelNumber> solver = new HashMap<>(numbers);
        if (property.covariances() == Covariances.COMMUTING) {
            byMode(solver, "lambda", point.wtw().stream().map(ModelNumber::of).toList());
        }
        solver.put("rho", ModelNumber.of(point.rho()));
        solver.put("loss", ModelNumber.of(point.loss()));
        solver.put("bias", ModelNumber.of(point.biasSquared()));
        String where = ", at the point of the modes " + text(point.mask());
        at(
                solver,
                Map.of(),
                where,
                () -> (anyPoint ? solved.exactly(point) : Optional.<ExactMasks.Point>empty()).map(exact -> {
                    byMode(
                            numbers,
                            "lambda",
                            exact.lambda().stream().map(ModelNumber::of).toList());
                    numbers.put("rho", ModelNumber.of(exact.rho(solved.model())));
                    numbers.put("loss", ModelNumber.of(exact.loss()));
                    numbers.put("bias", ModelNumber.of(exact.biasSquared()));
                    return numbers;
                }));
    }

    private static String text(List<Integer> mask) {
        String active = IntStream.range(0, mask.size())
                .filter(i -> mask.get(i) == 1)
                .mapToObj(i -> String.valueOf(i + 1))
                .collect(Collectors.joining(" "));
        return active.isEmpty() ? "none" : active;
    }

    private static void byMode(Map<String, ModelNumber> numbers, String letter, List<ModelNumber> values) {
        for (int i = 0; i < values.size(); i++) {
            numbers.put(letter + "_" + (i + 1), values.get(i));
        }
    }

    private static ModelNumber whole(int n) {
        return ModelNumber.of(new BigFraction(n));
    }

    private void at(Map<String, ModelNumber> further, Map<String, Integer> indices, String where) {
        at(further, indices, where, Optional::empty);
    }

    /**
     * One choice: silent unless its assumptions hold. Where floating point says that the claim fails, the same point in exact
     * arithmetic decides, if it is known.
     */
    private void at(
            Map<String, ModelNumber> further,
            Map<String, Integer> indices,
            String where,
            Supplier<Optional<Map<String, ModelNumber>>> exact) {
        FormulaEvaluation evaluation = evaluation(further);
        Truth truth = truth(evaluation, indices);
        boolean inDoubt = truth != Truth.TRUE && failing.isEmpty() && !evaluation.isExact();
        Optional<FormulaEvaluation> exactly =
                truth != Truth.UNKNOWN && inDoubt ? exact.get().map(this::evaluation) : Optional.empty();
        if (exactly.isPresent()) {
            evaluation = exactly.get();
            truth = truth(evaluation, indices);
        }
        if (truth == Truth.UNKNOWN) {
            return;
        }
        spoken = true;
        if (truth != Truth.TRUE && failing.isEmpty()) {
            failing = Optional.of(where);
            this.exactly = evaluation.isExact();
        }
    }

    private FormulaEvaluation evaluation(Map<String, ModelNumber> further) {
        return new FormulaEvaluation((name, bound) -> value(name, bound, further), solved.modes());
    }

    /** UNKNOWN also where an assumption does not hold. */
    private Truth truth(FormulaEvaluation evaluation, Map<String, Integer> indices) {
        boolean meant = property.assumptions().stream().allMatch(f -> evaluation.assumption(f, indices) == Truth.TRUE);
        return meant ? evaluation.claim(property.claim(), indices) : Truth.UNKNOWN;
    }

    /** The value of a name such as b_i, with the modes that indices stand for, or of a number. */
    private ModelNumber value(String name, Map<String, Integer> bound, Map<String, ModelNumber> further) {
        int at = name.lastIndexOf('_');
        if (at > 0) {
            String letter = name.substring(0, at);
            String index = name.substring(at + 1);
            int mode = Character.isDigit(index.charAt(0)) ? Integer.parseInt(index) - 1 : mode(index, bound, name);
            return mode < solved.modes() ? ofMode(letter, mode, further) : whole(0);
        }
        return further.containsKey(name) ? further.get(name) : ofModel(name);
    }

    private static int mode(String index, Map<String, Integer> bound, String name) {
        Integer mode = bound.get(index);
        if (mode == null) {
            throw new InputException("the index of " + name + " is free; write 'for mode " + index + "', all[" + index
                    + "](..) or sum[" + index + "](..)");
        }
        return mode;
    }

    private ModelNumber ofMode(String letter, int mode, Map<String, ModelNumber> further) {
        CommutingModel model = solved.model();
        return switch (letter) {
            case "a" -> ModelNumber.of(model.a().get(mode));
            case "c" -> ModelNumber.of(model.c().get(mode));
            case "s" -> ModelNumber.of(model.s(mode));
            case "b" -> solved.b(mode);
            case "g" -> solved.g(mode);
            default -> further.get(letter + "_" + (mode + 1));
        };
    }

    private ModelNumber ofModel(String name) {
        return switch (name) {
            case "d0" -> whole(solved.modes());
            case "d1" -> whole(solved.model().d1());
            case "positive" -> whole(solved.positive());
            default -> ModelNumber.of(solved.parameter(name).orElseThrow());
        };
    }

    /** The model with what the property sets, in its order. */
    private static CommutingModel changed(ModelProperty property, ModelDraw draw) {
        CommutingModel model = draw.model();
        for (Change change : property.changes()) {
            SolvedModel before = SolvedModel.commuting(property.setting(), model, draw.anyB(), false);
            PropertyEvaluation evaluation = new PropertyEvaluation(property, before);
            model = change.ofModes() ? evaluation.eigenvalues(change) : evaluation.number(change);
        }
        return model;
    }

    private CommutingModel eigenvalues(Change change) {
        CommutingModel model = solved.model();
        List<BigFraction> values = new ArrayList<>(change.name().equals("a") ? model.a() : model.c());
        for (int i = 0; i < values.size(); i++) {
            if (change.mode().map(m -> m - 1).orElse(i) == i) {
                values.set(i, exact(change.value(), Map.of("i", i)));
            }
        }
        if (values.stream().anyMatch(v -> v.signum() < 0)) {
            throw new InputException("set " + change.name() + "_i: an eigenvalue of a covariance is not negative");
        }
        return change.name().equals("a") ? model.with(values, model.c()) : model.with(model.a(), values);
    }

    private CommutingModel number(Change change) {
        BigFraction value = exact(change.value(), Map.of());
        CommutingModel model = solved.model();
        return change.name().equals("d1")
                ? model.withRows(value.intValue())
                : model.with(model.hyperparameters().with(change.name(), value));
    }

    private BigFraction exact(Expr e, Map<String, Integer> indices) {
        return new FormulaEvaluation((name, bound) -> value(name, bound, Map.of()), solved.modes())
                .value(e, indices)
                .exact()
                .orElseThrow(() -> new InputException("set: the value is not rational"));
    }

    /** What the model is, as far as the property speaks of it. */
    private String description(ModelDraw draw) {
        CommutingModel model = solved.model();
        StringBuilder out = new StringBuilder();
        if (property.covariances() == Covariances.COMMUTING) {
            out.append("a = ").append(values(model.a())).append(", c = ").append(values(model.c()));
            if (property.setting().isOfAnyB()) {
                out.append(", b = ").append(values(draw.anyB()));
            }
        } else {
            out.append(draw.anyCovariances());
        }
        out.append(", d1 = ").append(model.d1());
        solved.parameterNames().stream()
                .sorted()
                .filter(this::mentions)
                .forEach(n -> out.append(", ")
                        .append(n)
                        .append(" = ")
                        .append(solved.parameter(n).orElseThrow().toString().replace(" ", "")));
        return out.toString();
    }

    private static String values(List<BigFraction> values) {
        return values.stream().map(v -> v.toString().replace(" ", "")).toList().toString();
    }

    private boolean mentions(String name) {
        boolean inSetting = property.setting().form().parameters().stream()
                        .anyMatch(p -> p.name().equals(name))
                || property.setting().decay().filter(name::equals).isPresent()
                || switch (property.setting().norm()) {
                    case FREE -> false;
                    case PENALTY -> name.equals("c") || name.equals("kappa");
                    case CONSTRAINT -> name.equals("c");
                };
        List<Formula> all = new ArrayList<>(property.assumptions());
        all.add(property.claim());
        return inSetting
                || all.stream()
                        .flatMap(f -> Formulas.sides(f).stream())
                        .anyMatch(e -> Formulas.names(e).contains(name));
    }
}
