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
 * taken for all items at once.
 */
final class BatchCompiler {
    private final LossDefinition loss;
    private final Map<String, Double> parameters;
    private final BatchShape shape;
    private final ReadingCells.Source source = new ReadingCells.Source();
    private final List<Source> sources = new ArrayList<>();
    private final List<Cells.OneByOne> split = new ArrayList<>();
    private final List<Cells.Exp> exps = new ArrayList<>();

    /** A representation that is needed. */
    record Source(int encoder, Slot slot) {}

    /** What is bound: vectors to running items, indices to coordinates, data that are drawn, axes that run item by item. */
    private record Scope(
            Map<String, Bound> vectors, Map<String, Integer> indices, Set<String> drawn, List<Axis> running) {
        Scope {
            vectors = Map.copyOf(vectors);
            indices = Map.copyOf(indices);
            drawn = Set.copyOf(drawn);
            running = List.copyOf(running);
        }

        /** The axis whose items are taken all at once. */
        Optional<Axis> all() {
            return vectors.values().stream().filter(Bound::all).map(Bound::axis).findFirst();
        }
    }

    private record Bound(Slot slot, Axis axis, boolean all) {}

    BatchCompiler(LossDefinition loss, Map<String, Double> parameters, BatchShape shape) {
        this.loss = loss;
        this.parameters = parameters;
        this.shape = shape;
    }

    /** The compiled loss. Every part of the data set that runs in a thread of its own compiles one. */
    Cell compile() {
        return compile(loss.expression(), new Scope(Map.of(), Map.of(), Set.of(), List.of()));
    }

    List<Source> sources() {
        return List.copyOf(sources);
    }

    ReadingCells.Source batch() {
        return source;
    }

    /** What runs outermost item by item. */
    List<Cells.OneByOne> split() {
        return List.copyOf(split);
    }

    private double value(Expr deterministic) {
        return DeterministicValue.of(deterministic, parameters, shape.d1());
    }

    private Cell compile(Expr e, Scope scope) {
        if (Exprs.isDeterministic(e)) {
            return new Cells.Fixed(value(e));
        }
        return e.accept(new Expr.Visitor<>() {
            @Override
            public Cell constant(Expr.Constant c) {
                return new Cells.Fixed(value(c));
            }

            @Override
            public Cell parameter(Expr.Parameter p) {
                return new Cells.Fixed(value(p));
            }

            @Override
            public Cell inner(Expr.Inner u) {
                List<ReadingCells.Term> left = terms(u.left(), scope);
                return u.left().equals(u.right())
                        ? new ReadingCells.SquaredNorm(source, left, shape.d1(), shape.items())
                        : BatchCompiler.this.inner(left, terms(u.right(), scope));
            }

            @Override
            public Cell coordinate(Expr.Coordinate c) {
                int k = scope.indices().get(c.index());
                return new ReadingCells.Coordinate(source, terms(c.vector(), scope), k, shape.items());
            }

            @Override
            public Cell trace(Expr.Trace trace) {
                List<RealMatrix> letters =
                        trace.word().stream().map(shape::letter).toList();
                return new ReadingCells.Trace(source, letters);
            }

            @Override
            public Cell sum(Expr.Sum sum) {
                return new Cells.Sum(
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
                return new Cells.Sum(unrolled(sum, scope, 0));
            }
        });
    }

    private Cell inner(List<ReadingCells.Term> left, List<ReadingCells.Term> right) {
        // What is the same for all items stands left.
        boolean swap = left.stream().anyMatch(ReadingCells.Term::all);
        return new ReadingCells.Inner(source, swap ? right : left, swap ? left : right, shape.d1(), shape.items());
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
        return factor == 1 ? out : new Cells.Scaled(factor, out);
    }

    private Cell apply(Expr.Apply apply, Scope scope) {
        int before = exps.size();
        Cell argument = compile(apply.argument(), scope);
        List<Cells.Exp> inside = List.copyOf(exps.subList(before, exps.size()));
        return switch (apply.function()) {
            case EXP -> {
                Cells.Exp exp = new Cells.Exp(argument, scope.all());
                exps.add(exp);
                yield exp;
            }
            case LOG -> new Cells.Log(argument, isSumOfExps(apply.argument(), scope) ? inside : List.of());
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
            return !runsItemByItem(mean.body(), drawnWith(mean, scope)) && isSumOfExps(mean.body(), scope);
        }
        return e instanceof Expr.CopySum sum && isSumOfExps(sum.body(), scope);
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
                out.addAll(
                        unrolled(sum, new Scope(scope.vectors(), indices, scope.drawn(), scope.running()), bound + 1));
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

    /** Whether items of a further datum run inside. */
    private boolean runsItemByItem(Expr body, Set<String> drawn) {
        return Exprs.parts(body)
                .anyMatch(p -> p instanceof Expr.CopySum
                        || (p instanceof Expr.Mean mean
                                && mean.vectors().stream()
                                        .map(this::datumOf)
                                        .anyMatch(d -> !d.repeated() && !drawn.contains(d.name()))));
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
        return over(fresh, mean, new Scope(scope.vectors(), scope.indices(), drawn, scope.running()));
    }

    /** The means over these data, one inside the other, around the body. */
    private Cell over(List<Datum> fresh, Expr.Mean mean, Scope scope) {
        if (fresh.isEmpty()) {
            return compile(mean.body(), scope);
        }
        boolean all = fresh.size() == 1 && !runsItemByItem(mean.body(), scope.drawn());
        Axis axis = axis(scope, -1, fresh.get(0));
        List<Datum> rest = fresh.subList(1, fresh.size());
        return cell(axis, all, over(rest, mean, with(fresh.get(0), axis, all, scope)));
    }

    private Cell copySum(Expr.CopySum sum, Scope scope) {
        Datum datum = loss.data().stream()
                .filter(d -> d.name().equals(sum.datum()))
                .findFirst()
                .orElseThrow();
        boolean all = !runsItemByItem(sum.body(), scope.drawn());
        Axis axis = axis(scope, datum.wholeCopies(value(datum.copies())), datum);
        return cell(axis, all, compile(sum.body(), with(datum, axis, all, scope)));
    }

    private Cell cell(Axis axis, boolean all, Cell body) {
        if (all) {
            return new Cells.OverItems(axis, body);
        }
        Cells.OneByOne out = new Cells.OneByOne(axis, body);
        if (axis.isOutermost()) {
            split.add(out);
        }
        return out;
    }

    private Axis axis(Scope scope, int copies, Datum datum) {
        Axis axis = new Axis(shape.items(), scope.running(), shape.self(), copies);
        if (!axis.isPossible()) {
            throw new InputException("training " + loss.name() + ": " + datum.name() + " needs " + axis.needed()
                    + " items of data, and there are " + shape.items()
                    + "; give more data (--N), or a smaller number of copies (--set)");
        }
        return axis;
    }

    /** All vectors of a datum are those of the item that runs. */
    private Scope with(Datum datum, Axis axis, boolean all, Scope scope) {
        Map<String, Bound> vectors = new HashMap<>(scope.vectors());
        vectors.put(datum.name(), new Bound(Slot.datum(), axis, all));
        for (int v = 0; v < datum.views().size(); v++) {
            Datum.View view = datum.views().get(v);
            vectors.put(view.name(), new Bound(new Slot(v, augmentation(view)), axis, all));
        }
        Stream<Axis> running = Stream.concat(scope.running().stream(), all ? Stream.of() : Stream.of(axis));
        return new Scope(vectors, scope.indices(), scope.drawn(), running.toList());
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

    private List<ReadingCells.Term> terms(Combination u, Scope scope) {
        List<ReadingCells.Term> out = new ArrayList<>();
        for (Combination.Term t : u.terms()) {
            Bound bound = Optional.ofNullable(scope.vectors().get(t.vector())).orElseThrow();
            Source needed = new Source(loss.encoders().indexOf(t.encoder()), bound.slot());
            if (!sources.contains(needed)) {
                sources.add(needed);
            }
            out.add(new ReadingCells.Term(value(t.coefficient()), sources.indexOf(needed), bound.axis(), bound.all()));
        }
        return out;
    }
}
