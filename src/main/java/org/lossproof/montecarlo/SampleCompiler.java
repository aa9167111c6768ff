package org.lossproof.montecarlo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lossproof.loss.Combination;
import org.lossproof.loss.Datum;
import org.lossproof.loss.Expr;
import org.lossproof.loss.Exprs;
import org.lossproof.loss.LossDefinition;
import org.lossproof.loss.NotAnalyticException;
import org.lossproof.loss.NotAnalyticException.Kind;

/**
 * Compiles a definition to {@link Node}s. A mean is in linear position if only sums, means and factors without means lie
 * around it; such a mean takes one draw an outer sample. Every other mean is estimated, see {@link InnerDraws}.
 */
final class SampleCompiler {
    private final LossDefinition loss;
    private final Map<String, Double> parameters;
    private final SamplingModel model;
    private final InnerDraws inner;
    private final int degree;
    private final int length;
    private final int step;
    private final Draws draws;
    private final Map<String, int[]> indices = new HashMap<>();

    private SampleCompiler(
            LossDefinition loss,
            Map<String, Double> parameters,
            SamplingModel model,
            InnerDraws inner,
            int step,
            int degree,
            int length) {
        this.loss = loss;
        this.parameters = parameters;
        this.model = model;
        this.inner = inner;
        this.step = step;
        this.degree = degree;
        this.length = length;
        this.draws = new Draws(loss, model, copies());
    }

    /** Taylor coefficients along W -> tW up to an order. */
    static SampleCompiler ofCoefficients(
            LossDefinition loss, Map<String, Double> parameters, SamplingModel model, InnerDraws inner, int order) {
        int step = Shape.usesCoordinates(loss.expression()) ? 1 : 2;
        return new SampleCompiler(loss, parameters, model, inner, step, 1, order / step + 1);
    }

    /** The value at W: jets of one entry, in which W has degree 0. */
    static SampleCompiler atWeights(
            LossDefinition loss, Map<String, Double> parameters, SamplingModel model, InnerDraws inner) {
        return new SampleCompiler(loss, parameters, model, inner, 1, 0, 1);
    }

    Draws draws() {
        return draws;
    }

    LossDefinition loss() {
        return loss;
    }

    SamplingModel model() {
        return model;
    }

    InnerDraws inner() {
        return inner;
    }

    /** The number of coefficients of a jet. */
    int length() {
        return length;
    }

    /** Whether values at W are sampled, not Taylor coefficients. */
    boolean isAtWeights() {
        return degree == 0;
    }

    /** The order of the second coefficient of a jet: 2 where only inner products occur, else 1. */
    int step() {
        return step;
    }

    Node compile() {
        return compile(loss.expression(), Set.of(), true);
    }

    private Map<String, Integer> copies() {
        Map<String, Integer> out = new HashMap<>();
        loss.data().forEach(d -> out.put(d.name(), d.repeated() ? d.wholeCopies(value(d.copies())) : 1));
        return out;
    }

    double value(Expr deterministic) {
        return DeterministicValue.of(deterministic, parameters, model.d1());
    }

    /** @param held data and views that are drawn already */
    private Node compile(Expr e, Set<String> held, boolean linear) {
        if (Exprs.isDeterministic(e)) {
            return new Nodes.Fixed(value(e), 0, length);
        }
        return e.accept(new Expr.Visitor<>() {
            @Override
            public Node constant(Expr.Constant c) {
                return new Nodes.Fixed(value(c), 0, length);
            }

            @Override
            public Node parameter(Expr.Parameter p) {
                return new Nodes.Fixed(value(p), 0, length);
            }

            @Override
            public Node inner(Expr.Inner u) {
                Nodes.Combined left = combined(u.left());
                Nodes.Combined right = u.left().equals(u.right()) ? left : combined(u.right());
                return new Nodes.Inner(left, right, model.d1(), 2 * degree / step, length);
            }

            @Override
            public Node coordinate(Expr.Coordinate c) {
                return new Nodes.Coordinate(combined(c.vector()), index(c.index()), degree, length);
            }

            @Override
            public Node trace(Expr.Trace trace) {
                return new Nodes.Fixed(
                        SampleCompiler.this.trace(trace),
                        2 * degree * trace.word().size() / step,
                        length);
            }

            @Override
            public Node sum(Expr.Sum sum) {
                return new Nodes.Sum(
                        sum.terms().stream().map(t -> compile(t, held, linear)).toList(), length);
            }

            @Override
            public Node product(Expr.Product product) {
                return SampleCompiler.this.product(product, held, linear);
            }

            @Override
            public Node power(Expr.Power power) {
                return SampleCompiler.this.power(power, held);
            }

            @Override
            public Node apply(Expr.Apply apply) {
                return SampleCompiler.this.apply(apply, compile(apply.argument(), held, false));
            }

            @Override
            public Node mean(Expr.Mean mean) {
                return SampleCompiler.this.mean(mean, held, linear);
            }

            @Override
            public Node copySum(Expr.CopySum sum) {
                Node body = compile(sum.body(), held, linear);
                int count = draws.vector(sum.datum()).length;
                return new Nodes.Loop(draws.currentCopy(sum.datum()), count, () -> false, body, length);
            }

            @Override
            public Node indexSum(Expr.IndexSum sum) {
                return SampleCompiler.this.indexSum(sum, held, linear, 0);
            }
        });
    }

    private Node product(Expr.Product product, Set<String> held, boolean linear) {
        boolean stays = linear && isLinear(product);
        double scale = 1;
        List<Node> factors = new ArrayList<>();
        for (Expr factor : product.factors()) {
            if (Exprs.isDeterministic(factor)) {
                scale *= value(factor);
            } else {
                factors.add(compile(factor, held, stays));
            }
        }
        Node all = factors.stream()
                .reduce((left, right) -> new Nodes.Product(left, right, length))
                .orElseThrow();
        double by = scale;
        return by == 1 ? all : new Nodes.Applied(all, (out, u) -> Jets.scale(out, by, u), length);
    }

    /** Whether a product is linear in the means among its factors. */
    static boolean isLinear(Expr.Product product) {
        return product.factors().stream().filter(Exprs::hasMean).count() <= 1;
    }

    /** Whether a power is a product of its base with itself, which is defined where the base vanishes. */
    static boolean isWhole(double exponent) {
        return exponent == Math.rint(exponent) && exponent >= 0;
    }

    private Node power(Expr.Power power, Set<String> held) {
        double p = value(power.exponent());
        boolean whole = isWhole(p);
        Node base = compile(power.base(), held, whole && p <= 1);
        if (whole) {
            double[] scratch = new double[length];
            return new Nodes.Applied(base, (out, u) -> Jets.wholePower(out, u, (int) p, scratch), length);
        }
        Kind kind = p == Math.rint(p) ? Kind.QUOTIENT : Kind.ROOT;
        return new Nodes.Applied(base, (out, u) -> Jets.power(out, nonzero(u, power.span(), kind, power), p), length);
    }

    private Node apply(Expr.Apply apply, Node argument) {
        return switch (apply.function()) {
            case EXP -> new Nodes.Applied(argument, Jets::exp, length);
            case LOG ->
                new Nodes.Applied(
                        argument, (out, u) -> Jets.log(out, nonzero(u, apply.span(), Kind.LOG, apply)), length);
            case SQRT ->
                new Nodes.Applied(
                        argument, (out, u) -> Jets.power(out, nonzero(u, apply.span(), Kind.ROOT, apply), 0.5), length);
            case RELU ->
                new Nodes.Applied(
                        argument,
                        (out, u) -> {
                            boolean on = nonzero(u, apply.span(), Kind.RELU, apply)[0] > 0;
                            for (int k = 0; k < out.length; k++) {
                                out[k] = on ? u[k] : 0;
                            }
                        },
                        length);
        };
    }

    private static double[] nonzero(double[] u, org.lossproof.loss.Span span, Kind what, Expr e) {
        if (u[0] == 0) {
            throw new NotAnalyticException(span, what, e);
        }
        return u;
    }

    private Node mean(Expr.Mean mean, Set<String> held, boolean linear) {
        List<Runnable> steps = new ArrayList<>();
        Set<String> inside = new HashSet<>(held);
        List<double[][]> redrawn = new ArrayList<>();
        Set<String> used = used(mean.body());
        Set<String> drawnWhole = new HashSet<>();
        for (String vector : mean.vectors()) {
            Datum datum = loss.datumOf(vector).orElseThrow();
            if (inside.add(datum.name())) {
                if (isAloneIn(used, vector, datum)) {
                    inside.add(vector);
                    drawnWhole.add(vector);
                    steps.add(() -> draws.drawViewAlone(vector));
                } else {
                    steps.add(() -> draws.drawDatum(datum.name()));
                }
            }
        }
        for (String vector : mean.vectors()) {
            loss.augmentationOf(vector)
                    .filter(a -> !drawnWhole.contains(vector))
                    .ifPresent(a -> {
                        steps.add(view(vector, a));
                        if (!inside.add(vector)) {
                            redrawn.add(draws.vector(vector));
                        }
                    });
        }
        Runnable[] all = steps.toArray(new Runnable[0]);
        Runnable draw = () -> {
            for (Runnable one : all) {
                one.run();
            }
        };
        // A mean inside a mean is linear in it: only functions in between need estimates of their own.
        Node body = compile(mean.body(), inside, true);
        Node out = linear ? new Nodes.SingleDraw(draw, body, length) : new Nodes.SampleMean(draw, body, inner, length);
        return redrawn.isEmpty() ? out : new Nodes.Restored(out, redrawn, length);
    }

    /** Whether nothing of a datum is used but one view with additive noise, which is then N(0, A0 + C), whatever the datum. */
    private boolean isAloneIn(Set<String> used, String view, Datum datum) {
        return loss.augmentationOf(view)
                        .filter(Datum.Augmentation.AdditiveNoise.class::isInstance)
                        .isPresent()
                && !used.contains(datum.name())
                && datum.views().stream().allMatch(v -> v.name().equals(view) || !used.contains(v.name()));
    }

    /** The vectors that occur, and the data of which a view is drawn again. */
    private Set<String> used(Expr e) {
        Set<String> out = new HashSet<>();
        Exprs.parts(e).forEach(part -> {
            if (part instanceof Expr.Inner inner) {
                inner.left().terms().forEach(t -> out.add(t.vector()));
                inner.right().terms().forEach(t -> out.add(t.vector()));
            } else if (part instanceof Expr.Coordinate c) {
                c.vector().terms().forEach(t -> out.add(t.vector()));
            } else if (part instanceof Expr.Mean mean) {
                mean.vectors()
                        .forEach(v -> out.add(loss.datumOf(v).orElseThrow().name()));
            }
        });
        return out;
    }

    private Runnable view(String view, Datum.Augmentation augmentation) {
        String datum = loss.datumOf(view).orElseThrow().name();
        if (augmentation instanceof Datum.Augmentation.AdditiveNoise) {
            return () -> draws.drawNoisyView(view, datum);
        }
        Datum.ScaleDistribution scale = ((Datum.Augmentation.Rescaling) augmentation).scale();
        if (scale instanceof Datum.ScaleDistribution.Exponential exponential) {
            List<Double> rate = List.of(value(exponential.mean()));
            return () -> draws.drawRescaledView(view, datum, true, rate);
        }
        Datum.ScaleDistribution.Uniform uniform = (Datum.ScaleDistribution.Uniform) scale;
        List<Double> bounds = List.of(value(uniform.low()), value(uniform.high()));
        return () -> draws.drawRescaledView(view, datum, false, bounds);
    }

    private Node indexSum(Expr.IndexSum sum, Set<String> held, boolean linear, int bound) {
        if (bound == sum.indices().size()) {
            return compile(sum.body(), held, linear);
        }
        int[] counter = index(sum.indices().get(bound));
        List<int[]> others =
                sum.indices().subList(0, bound).stream().map(this::index).toList();
        Node body = indexSum(sum, held, linear, bound + 1);
        return new Nodes.Loop(
                counter,
                model.d1(),
                () -> sum.distinct() && others.stream().anyMatch(o -> o[0] == counter[0]),
                body,
                length);
    }

    private int[] index(String name) {
        return indices.computeIfAbsent(name, n -> new int[1]);
    }

    private Nodes.Combined combined(Combination u) {
        int n = u.terms().size();
        double[] weights = new double[n];
        double[][][] vectors = new double[n][][];
        int[][] copies = new int[n][];
        int[] offsets = new int[n];
        for (int t = 0; t < n; t++) {
            Combination.Term term = u.terms().get(t);
            weights[t] = value(term.coefficient());
            vectors[t] = draws.vector(term.vector());
            copies[t] =
                    draws.currentCopy(loss.datumOf(term.vector()).orElseThrow().name());
            offsets[t] = loss.encoders().indexOf(term.encoder()) * model.d1();
        }
        return new Nodes.Combined(weights, vectors, copies, offsets);
    }

    double trace(Expr.Trace trace) {
        org.hipparchus.linear.RealMatrix product = null;
        for (Expr.Letter letter : trace.word()) {
            org.hipparchus.linear.RealMatrix block =
                    model.covariance(letter).getSubMatrix(0, model.d1() - 1, 0, model.d1() - 1);
            product = product == null ? block : product.multiply(block);
        }
        return product.getTrace();
    }
}
