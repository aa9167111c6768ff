package org.lossproof.experiment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hipparchus.linear.RealMatrix;
import org.lossproof.loss.Combination;
import org.lossproof.loss.Datum;
import org.lossproof.loss.Expr;
import org.lossproof.loss.Exprs;
import org.lossproof.loss.InputException;
import org.lossproof.loss.LossDefinition;
import org.lossproof.montecarlo.DeterministicValue;

/**
 * Compiles a definition to {@link Cell}s for a data set: the mean over a datum is the mean over the items, a datum beside it is
 * one of the other items, its views are that item's views; copies of a datum are as many other items. What runs innermost is
 * taken for all items at once, what runs around it for a few.
 */
final class BatchCompiler {
    private final LossDefinition loss;
    private final Map<String, Double> parameters;
    private final BatchShape shape;
    private final Combined.Source source = new Combined.Source();
    private final List<Source> sources = new ArrayList<>();
    private final List<LogExpCells.Exp> exps = new ArrayList<>();

    /** A representation that is needed. */
    record Source(int encoder, Slot slot) {}

    /** What is bound: vectors to running items, indices to coordinates, data that are drawn, axes that run item by item. */
    private record Scope(
            Map<String, Bound> vectors,
            Map<String, Integer> indices,
            Set<String> drawn,
            List<RunningItem> running,
            Rows rows) {
        Scope {
            vectors = Map.copyOf(vectors);
            indices = Map.copyOf(indices);
            drawn = Set.copyOf(drawn);
            running = List.copyOf(running);
        }

        /** The axis whose items are taken all at once. */
        Optional<RunningItem> all() {
            return vectors.values().stream().filter(Bound::all).map(Bound::axis).findFirst();
        }
    }

    private record Bound(Slot slot, RunningItem axis, boolean all) {}

    BatchCompiler(LossDefinition loss, Map<String, Double> parameters, BatchShape shape) {
        this.loss = loss;
        this.parameters = parameters;
        this.shape = shape;
    }

    /** The compiled loss. Every part of the data set that runs in a thread of its own compiles one. */
    Cell compile() {
        return compile(loss.expression(), new Scope(Map.of(), Map.of(), Set.of(), List.of(), Rows.one()));
    }

    List<Source> sources() {
        return List.copyOf(sources);
    }

    Combined.Source batch() {
        return source;
    }

    private double value(Expr deterministic) {
        return DeterministicValue.of(deterministic, parameters, shape.d1());
    }

    private Cell compile(Expr e, Scope scope) {
        if (Exprs.isDeterministic(e)) {
            return new Cells.Fixed(scope.rows(), value(e));
        }
        return e.accept(new Expr.Visitor<>() {
            @Override
            public Cell constant(Expr.Constant c) {
                return new Cells.Fixed(scope.rows(), value(c));
            }

            @Override
            public Cell parameter(Expr.Parameter p) {
                return new Cells.Fixed(scope.rows(), value(p));
            }

            @Override
            public Cell inner(Expr.Inner u) {
                return BatchCompiler.this.inner(u, scope);
            }

            @Override
            public Cell coordinate(Expr.Coordinate c) {
                int k = scope.indices().get(c.index());
                return new ReadingCells.Coordinate(scope.rows(), combined(c.vector(), scope), k, shape.items());
            }

            @Override
            public Cell trace(Expr.Trace trace) {
                List<RealMatrix> letters =
                        trace.word().stream().map(shape::letter).toList();
                return new ReadingCells.Trace(source, scope.rows(), letters);
            }

            @Override
            public Cell sum(Expr.Sum sum) {
                return new Cells.Sum(
                        scope.rows(),
                        sum.terms().stream().map(t -> compile(t, scope)).toList());
            }

            @Override
            public Cell product(Expr.Product product) {
                return BatchCompiler.this.product(product, scope);
            }

            @Override
            public Cell power(Expr.Power power) {
                return new Cells.Power(compile(power.base(), scope), value(power.exponent()));
            }

            @Override
            public Cell apply(Expr.Apply apply) {
                return BatchCompiler.this.apply(apply, scope);
            }

            @Override
            public Cell mean(Expr.Mean mean) {
                return BatchCompiler.this.mean(mean, scope);
            }

            @Override
            public Cell copySum(Expr.CopySum sum) {
                return BatchCompiler.this.copySum(sum, scope);
            }

            @Override
            public Cell indexSum(Expr.IndexSum sum) {
                return new Cells.Sum(scope.rows(), unrolled(sum, scope, 0));
            }
        });
    }

    private Cell inner(Expr.Inner u, Scope scope) {
        Combined left = combined(u.left(), scope);
        if (u.left().equals(u.right())) {
            return new ReadingCells.SquaredNorm(scope.rows(), 1, left, shape.items());
        }
        Combined right = combined(u.right(), scope);
        if (left.isMany() && right.isMany()) {
            return new ReadingCells.InnerOfItems(scope.rows(), left, right, shape.items());
        }
        // What is the same for all items stands left.
        boolean swap = left.isMany();
        return new ReadingCells.Inner(scope.rows(), 1, swap ? right : left, swap ? left : right, shape.items());
    }

    private Cell product(Expr.Product product, Scope scope) {
        double factor = 1;
        Cell out = null;
        for (Expr part : product.factors()) {
            if (Exprs.isDeterministic(part)) {
                factor *= value(part);
            } else {
                Cell next = compile(part, scope);
                out = out == null ? next : new Cells.Product(out, next);
            }
        }
        return factor == 1 ? out : out.times(factor);
    }

    private Cell apply(Expr.Apply apply, Scope scope) {
        int before = exps.size();
        Cell argument = compile(apply.argument(), scope);
        List<LogExpCells.Exp> inside = List.copyOf(exps.subList(before, exps.size()));
        return switch (apply.function()) {
            case EXP -> {
                LogExpCells.Exp exp = new LogExpCells.Exp(argument, scope.all());
                exps.add(exp);
                yield exp;
            }
            case LOG -> new LogExpCells.Log(argument, isSumOfExps(apply.argument(), scope) ? inside : List.of());
            case SQRT -> new Cells.Power(argument, 0.5);
            case RELU -> new Cells.Relu(argument);
        };
    }

    /** Whether an argument of log is a sum of multiples of exps, of which none holds another or runs item by item. */
    private boolean isSumOfExps(Expr e, Scope scope) {
        if (e instanceof Expr.Apply apply) {
            return apply.function() == org.lossproof.loss.Function.EXP
                    && Exprs.parts(apply.argument()).noneMatch(p -> p instanceof Expr.Apply || p instanceof Expr.Mean);
        } else if (e instanceof Expr.Sum sum) {
            return sum.terms().stream().allMatch(t -> isSumOfExps(t, scope));
        } else if (e instanceof Expr.Product product) {
            List<Expr> random = product.factors().stream()
                    .filter(f -> !Exprs.isDeterministic(f))
                    .toList();
            return random.size() == 1 && isSumOfExps(random.get(0), scope);
        } else if (e instanceof Expr.Mean mean) {
            return depth(mean, scope.drawn()) <= 1 && isSumOfExps(mean.body(), scope);
        }
        return e instanceof Expr.CopySum sum && depth(sum, scope.drawn()) <= 1 && isSumOfExps(sum.body(), scope);
    }

    private List<Cell> unrolled(Expr.IndexSum sum, Scope scope, int bound) {
        if (bound == sum.indices().size()) {
            return List.of(compile(sum.body(), scope));
        }
        List<String> before = sum.indices().subList(0, bound);
        List<Cell> out = new ArrayList<>();
        for (int k = 0; k < shape.d1(); k++) {
            int here = k;
            boolean taken = sum.distinct()
                    && before.stream().anyMatch(i -> scope.indices().get(i) == here);
            if (!taken) {
                Map<String, Integer> indices = new HashMap<>(scope.indices());
                indices.put(sum.indices().get(bound), k);
                out.addAll(unrolled(
                        sum,
                        new Scope(scope.vectors(), indices, scope.drawn(), scope.running(), scope.rows()),
                        bound + 1));
            }
        }
        return out;
    }

    private Set<String> drawnWith(Expr.Mean mean, Scope scope) {
        Set<String> out = new HashSet<>(scope.drawn());
        mean.vectors().forEach(v -> {
            out.add(datumOf(v).name());
            out.add(v);
        });
        return out;
    }

    private Datum datumOf(String vector) {
        return loss.datumOf(vector).orElseThrow();
    }

    /** How many further data run in an expression, at most, one inside the other. */
    private int depth(Expr e, Set<String> drawn) {
        Set<String> inside = new HashSet<>(drawn);
        int own = 0;
        if (e instanceof Expr.CopySum) {
            own = 1;
        } else if (e instanceof Expr.Mean mean) {
            for (String v : mean.vectors()) {
                Datum datum = datumOf(v);
                own += inside.add(datum.name()) && !datum.repeated() ? 1 : 0;
            }
        }
        return own + e.children().stream().mapToInt(c -> depth(c, inside)).max().orElse(0);
    }

    private Cell mean(Expr.Mean mean, Scope scope) {
        Set<String> drawn = drawnWith(mean, scope);
        List<Datum> fresh = mean.vectors().stream()
                .map(this::datumOf)
                .distinct()
                .filter(d -> !d.repeated() && !scope.drawn().contains(d.name()))
                .toList();
        for (String vector : mean.vectors()) {
            if (scope.drawn().contains(vector) && loss.augmentationOf(vector).isPresent()) {
                throw new InputException("training " + loss.name() + ": a mean draws the view " + vector
                        + " again inside another; an item of a data set has one such view");
            }
        }
        return over(fresh, mean, new Scope(scope.vectors(), scope.indices(), drawn, scope.running(), scope.rows()));
    }

    /** The means over these data, one inside the other, around the body. */
    private Cell over(List<Datum> fresh, Expr.Mean mean, Scope scope) {
        if (fresh.isEmpty()) {
            return compile(mean.body(), scope);
        }
        List<Datum> rest = fresh.subList(1, fresh.size());
        int inside = rest.size() + depth(mean.body(), scope.drawn());
        Scope next = with(fresh.get(0), -1, inside, scope);
        return cell(axisOf(fresh.get(0), next), inside, over(rest, mean, next), scope);
    }

    private Cell copySum(Expr.CopySum sum, Scope scope) {
        Datum datum = loss.data().stream()
                .filter(d -> d.name().equals(sum.datum()))
                .findFirst()
                .orElseThrow();
        int inside = depth(sum.body(), scope.drawn());
        Scope next = with(datum, datum.wholeCopies(value(datum.copies())), inside, scope);
        return cell(axisOf(datum, next), inside, compile(sum.body(), next), scope);
    }

    private Cell cell(RunningItem axis, int inside, Cell body, Scope around) {
        if (inside == 0) {
            return new ItemCells.OverItems(axis, body);
        }
        return new ItemCells.InRows(around.rows(), axis, body);
    }

    private static RunningItem axisOf(Datum datum, Scope scope) {
        return scope.vectors().get(datum.name()).axis();
    }

    private RunningItem axis(Scope scope, int copies, Datum datum, Rows rows) {
        RunningItem axis = new RunningItem(shape.items(), scope.running(), shape.self(), copies, rows);
        if (!axis.isPossible()) {
            throw new InputException("training " + loss.name() + ": " + datum.name() + " needs " + axis.needed()
                    + " items of data, and there are " + shape.items()
                    + "; give more data (--N), or a smaller number of copies (--set)");
        }
        return axis;
    }

    /**
     * All vectors of a datum are those of the item that runs.
     *
     * @param inside how many further data run inside, one inside the other: the last is taken all at once, the last but one in
     *     rows, those around item by item
     */
    private Scope with(Datum datum, int copies, int inside, Scope scope) {
        boolean all = inside == 0;
        Rows rows = all ? scope.rows() : inside == 1 ? Rows.block() : Rows.one();
        RunningItem axis = axis(scope, copies, datum, all ? Rows.one() : rows);
        Map<String, Bound> vectors = new HashMap<>(scope.vectors());
        vectors.put(datum.name(), new Bound(Slot.datum(), axis, all));
        for (int v = 0; v < datum.views().size(); v++) {
            Datum.View view = datum.views().get(v);
            vectors.put(view.name(), new Bound(new Slot(v, augmentation(view)), axis, all));
        }
        Stream<RunningItem> running = Stream.concat(scope.running().stream(), all ? Stream.of() : Stream.of(axis));
        return new Scope(vectors, scope.indices(), scope.drawn(), running.toList(), rows);
    }

    private Slot.Augmentation augmentation(Datum.View view) {
        if (view.augmentation() instanceof Datum.Augmentation.Rescaling rescaling) {
            return rescaling.scale() instanceof Datum.ScaleDistribution.Uniform uniform
                    ? new Slot.Augmentation.Uniform(value(uniform.low()), value(uniform.high()))
                    : new Slot.Augmentation.Exponential(
                            value(((Datum.ScaleDistribution.Exponential) rescaling.scale()).mean()));
        }
        return new Slot.Augmentation.AdditiveNoise();
    }

    private Combined combined(Combination u, Scope scope) {
        List<Combined.Term> out = new ArrayList<>();
        for (Combination.Term t : u.terms()) {
            Bound bound = Optional.ofNullable(scope.vectors().get(t.vector())).orElseThrow();
            Source needed = new Source(loss.encoders().indexOf(t.encoder()), bound.slot());
            if (!sources.contains(needed)) {
                sources.add(needed);
            }
            out.add(new Combined.Term(value(t.coefficient()), sources.indexOf(needed), bound.axis(), bound.all()));
        }
        return new Combined(source, scope.rows(), out, shape.d1(), shape.items());
    }
}
