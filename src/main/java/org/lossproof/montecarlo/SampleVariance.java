package org.lossproof.montecarlo;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lossproof.loss.Combination;
import org.lossproof.loss.Datum;
import org.lossproof.loss.Expr;
import org.lossproof.loss.Expr.Letter;
import org.lossproof.loss.LossDefinition;
import org.lossproof.tolerance.Tolerance;

/**
 * Mean and variance of one sample of {@link LossSampler}, derived: every sampled coefficient is a polynomial in independent
 * standard random numbers, and this interprets the definition as the sampler does (the same draws, inner means, weights)
 * with such polynomials for numbers. Arithmetic is in doubles; a variance is a sum of squares and rounded up.
 *
 * <p>Variables: a mean brings a fresh group for each datum it draws, of one replica or as many as the datum has copies. A
 * mean that is estimated over M_1 < M_2 < ... draws brings groups of M_1, M_2 - M_1, ... replicas, and its estimate over
 * the first M_r is the sum over the first r of them.
 */
final class SampleVariance {
    /** No replica is at hand. */
    private static final int NONE = -1;

    /** Several are, a copy of a datum inside an inner draw: nothing can be drawn there. */
    private static final int NESTED = -2;

    /** Jets, one for every number of inner draws in use, or a single one. */
    private record Value(List<Chaos[]> jets) {
        Chaos[] jet(int r) {
            return jets.get(jets.size() == 1 ? 0 : r);
        }
    }

    /** A jet from jets. */
    private interface Combine {
        Chaos[] of(int variant);
    }

    /**
     * What is drawn already.
     *
     * @param vectors coordinates of vectors, by name
     * @param held data that are drawn
     * @param replica the group of one that stands for the replica at hand; {@link #NONE} or {@link #NESTED}
     * @param indices values of coordinate indices
     */
    private record Scope(Map<String, Chaos[]> vectors, Set<String> held, int replica, Map<String, Integer> indices) {
        Scope with(Map<String, Chaos[]> drawn, Set<String> data, int group) {
            return new Scope(drawn, data, group, indices);
        }

        Scope with(String index, int value) {
            Map<String, Integer> all = new HashMap<>(indices);
            all.put(index, value);
            return new Scope(vectors, held, replica, all);
        }
    }

    private final SampleCompiler sampler;
    private final LossDefinition loss;
    private final SamplingModel model;
    private final InnerDraws inner;
    private final int length;
    private final ChaosBasis basis = new ChaosBasis();
    private final ChaosJets jets = new ChaosJets(basis);

    /** Of a datum with copies: the group of its copies and the group of one that stands for the current copy. */
    private final Map<String, int[]> copies = new HashMap<>();

    /** The largest root mean square of a coefficient of any part of the loss, by place. */
    private final double[] largest;

    private SampleVariance(SampleCompiler sampler) {
        this.sampler = sampler;
        this.loss = sampler.loss();
        this.model = sampler.model();
        this.inner = sampler.inner();
        this.length = sampler.length();
        this.largest = new double[length];
    }

    /**
     * Mean and variance of every coefficient of a sample up to an order.
     *
     * @throws NoVarianceException if they cannot be derived
     */
    static SampleMoments of(SampleCompiler sampler, int order) {
        if (sampler.isAtWeights()) {
            throw new NoVarianceException("at finite weights a sample is no polynomial");
        }
        return new SampleVariance(sampler).moments(order);
    }

    private SampleMoments moments(int order) {
        Value value = value(loss.expression(), new Scope(Map.of(), Set.of(), NONE, Map.of()), true);
        Chaos[] sample = ChaosJets.constant(0, 0, length);
        for (int r = 0; r < inner.count(); r++) {
            ChaosJets.addScaled(sample, inner.weight(r), value.jet(r));
        }
        if (copies.values().stream().anyMatch(c -> Arrays.stream(sample).anyMatch(u -> u.dependsOn(c[0])))) {
            throw new NoVarianceException("a copy stands outside of every sum over copies");
        }
        double[] mean = new double[order + 1];
        double[] variance = new double[order + 1];
        for (int k = 0; k < length; k++) {
            double floor = Tolerance.SAMPLE_ROUNDING * largest[k];
            mean[k * sampler.step()] = sample[k].mean();
            variance[k * sampler.step()] = sample[k].variance(basis) * (1 + Tolerance.VARIANCE_MARGIN) + floor * floor;
        }
        return SampleMoments.of(mean, variance);
    }

    private Value value(Expr e, Scope scope, boolean linear) {
        Value out = ofExpression(e, scope, linear);
        for (Chaos[] jet : out.jets()) {
            for (int k = 0; k < length; k++) {
                largest[k] = Math.max(largest[k], Math.hypot(jet[k].mean(), Math.sqrt(jet[k].variance(basis))));
            }
        }
        return out;
    }

    private Value ofExpression(Expr e, Scope scope, boolean linear) {
        if (org.lossproof.loss.Exprs.isDeterministic(e)) {
            return constant(sampler.value(e), 0);
        }
        return e.accept(new Expr.Visitor<>() {
            @Override
            public Value constant(Expr.Constant c) {
                return SampleVariance.this.constant(sampler.value(c), 0);
            }

            @Override
            public Value parameter(Expr.Parameter p) {
                return SampleVariance.this.constant(sampler.value(p), 0);
            }

            @Override
            public Value inner(Expr.Inner u) {
                return SampleVariance.this.inner(u, scope);
            }

            @Override
            public Value coordinate(Expr.Coordinate c) {
                int i = scope.indices().get(c.index());
                return at(combination(c.vector(), i, scope), 1);
            }

            @Override
            public Value trace(Expr.Trace trace) {
                return SampleVariance.this.constant(
                        sampler.trace(trace), 2 * trace.word().size() / sampler.step());
            }

            @Override
            public Value sum(Expr.Sum sum) {
                return SampleVariance.this.sum(
                        sum.terms().stream().map(t -> value(t, scope, linear)).toList());
            }

            @Override
            public Value product(Expr.Product product) {
                return SampleVariance.this.product(product, scope, linear);
            }

            @Override
            public Value power(Expr.Power power) {
                return SampleVariance.this.power(power, scope);
            }

            @Override
            public Value apply(Expr.Apply apply) {
                Value u = value(apply.argument(), scope, false);
                return combined(List.of(u), r -> applied(apply, u.jet(r)));
            }

            @Override
            public Value mean(Expr.Mean mean) {
                return SampleVariance.this.mean(mean, scope, linear);
            }

            @Override
            public Value copySum(Expr.CopySum sum) {
                return SampleVariance.this.copySum(sum, scope, linear);
            }

            @Override
            public Value indexSum(Expr.IndexSum sum) {
                return SampleVariance.this.indexSum(sum, scope, linear, 0);
            }
        });
    }

    private static Value of(Chaos[] jet) {
        return new Value(java.util.Collections.singletonList(jet));
    }

    private Value constant(double value, int place) {
        return of(ChaosJets.constant(value, place, length));
    }

    private Value at(Chaos value, int place) {
        Chaos[] jet = ChaosJets.constant(0, 0, length);
        if (place < length) {
            jet[place] = value;
        }
        return of(jet);
    }

    private Value inner(Expr.Inner u, Scope scope) {
        int place = 2 / sampler.step();
        if (place >= length) {
            return constant(0, 0);
        }
        Chaos sum = Chaos.ZERO;
        for (int i = 0; i < model.d1(); i++) {
            sum = sum.plus(1, combination(u.left(), i, scope).times(combination(u.right(), i, scope), basis));
        }
        return at(sum, place);
    }

    private Chaos combination(Combination u, int coordinate, Scope scope) {
        Chaos sum = Chaos.ZERO;
        for (Combination.Term term : u.terms()) {
            int offset = loss.encoders().indexOf(term.encoder()) * model.d1();
            sum = sum.plus(sampler.value(term.coefficient()), scope.vectors().get(term.vector())[offset + coordinate]);
        }
        return sum;
    }

    private Value combined(List<Value> parts, Combine combine) {
        int variants = parts.stream().mapToInt(p -> p.jets().size()).max().orElse(1);
        return new Value(java.util.stream.IntStream.range(0, variants)
                .mapToObj(combine::of)
                .toList());
    }

    private Value sum(List<Value> terms) {
        return combined(terms, r -> {
            Chaos[] out = ChaosJets.constant(0, 0, length);
            terms.forEach(t -> ChaosJets.addScaled(out, 1, t.jet(r)));
            return out;
        });
    }

    private Value product(Expr.Product product, Scope scope, boolean linear) {
        boolean stays = linear && SampleCompiler.isLinear(product);
        Value out = constant(1, 0);
        for (Expr factor : product.factors()) {
            Value left = out;
            Value right = value(factor, scope, stays);
            out = combined(List.of(left, right), r -> jets.multiply(left.jet(r), right.jet(r)));
        }
        return out;
    }

    private Value power(Expr.Power power, Scope scope) {
        double p = sampler.value(power.exponent());
        boolean whole = SampleCompiler.isWhole(p);
        Value base = value(power.base(), scope, whole && p <= 1);
        return combined(
                List.of(base),
                r -> whole ? jets.wholePower(base.jet(r), (int) p) : jets.power(nonzero(base.jet(r), power), p));
    }

    private Chaos[] applied(Expr.Apply apply, Chaos[] u) {
        return switch (apply.function()) {
            case EXP -> jets.exp(u);
            case LOG -> jets.log(nonzero(u, apply));
            case SQRT -> jets.power(nonzero(u, apply), 0.5);
            case RELU -> nonzero(u, apply)[0].mean() > 0 ? u : ChaosJets.constant(0, 0, length);
        };
    }

    /** The sampler names the place of this error when it draws. */
    private static Chaos[] nonzero(Chaos[] u, Expr e) {
        if (u[0].mean() == 0) {
            throw new NoVarianceException("not analytic at W = 0: " + org.lossproof.loss.Notation.plain(e));
        }
        return u;
    }

    private Value mean(Expr.Mean mean, Scope scope, boolean linear) {
        if (linear) {
            return value(mean.body(), drawn(mean, scope, scope.replica()), true);
        }
        if (scope.replica() != NONE) {
            throw new NoVarianceException("an estimated mean stands inside another or inside a sum over copies");
        }
        int one = basis.group(1);
        Chaos[] body = value(mean.body(), drawn(mean, scope, one), true).jet(0);
        List<Chaos[]> out = new java.util.ArrayList<>();
        Chaos[] sum = ChaosJets.constant(0, 0, length);
        for (int r = 0; r < inner.count(); r++) {
            int group = basis.group(inner.size(r) - (r == 0 ? 0 : inner.size(r - 1)));
            for (int k = 0; k < length; k++) {
                sum[k] = sum[k].plus(1, body[k].summed(one, group, basis));
            }
            double size = inner.size(r);
            out.add(Arrays.stream(sum).map(u -> u.times(1 / size)).toArray(Chaos[]::new));
        }
        return new Value(out);
    }

    /** The scope after the draws of a mean, made in the order of the sampler. */
    private Scope drawn(Expr.Mean mean, Scope scope, int replica) {
        Map<String, Chaos[]> vectors = new HashMap<>(scope.vectors());
        Set<String> held = new HashSet<>(scope.held());
        for (String vector : mean.vectors()) {
            Datum datum = loss.datumOf(vector).orElseThrow();
            if (held.add(datum.name())) {
                vectors.put(datum.name(), gaussian(Letter.A, groupOf(datum, replica, true)));
            }
        }
        for (String vector : mean.vectors()) {
            loss.augmentationOf(vector).ifPresent(a -> {
                Datum datum = loss.datumOf(vector).orElseThrow();
                vectors.put(vector, view(vectors.get(datum.name()), a, groupOf(datum, replica, false)));
            });
        }
        return scope.with(vectors, held, replica);
    }

    /** Where the variables of a draw belong: to the replica at hand, to every copy of the datum, or to a group of their own. */
    private int groupOf(Datum datum, int replica, boolean fresh) {
        if (replica != NONE) {
            boolean ofCopies = datum.repeated() && (fresh || copies.get(datum.name())[0] != replica);
            if (ofCopies || replica == NESTED) {
                throw new NoVarianceException(
                        "a mean over " + datum.name() + " stands inside a sum or mean over others");
            }
            return replica;
        }
        if (!datum.repeated()) {
            return basis.group(1);
        }
        if (fresh) {
            long n = Math.round(sampler.value(datum.copies()));
            copies.put(datum.name(), new int[] {basis.group(1), basis.group(n)});
        }
        return copies.get(datum.name())[0];
    }

    private Chaos[] gaussian(Letter letter, int group) {
        double[][] root = model.root(letter);
        Chaos[] standard = new Chaos[root.length];
        for (int j = 0; j < root.length; j++) {
            standard[j] = Chaos.of(ChaosBasis.linear(group, basis.variable(OrthonormalFamily.NORMAL)));
        }
        Chaos[] out = ChaosJets.constant(0, 0, root.length);
        for (int i = 0; i < root.length; i++) {
            for (int j = 0; j < root.length; j++) {
                out[i] = out[i].plus(root[i][j], standard[j]);
            }
        }
        return out;
    }

    private Chaos[] view(Chaos[] datum, Datum.Augmentation augmentation, int group) {
        if (augmentation instanceof Datum.Augmentation.AdditiveNoise) {
            Chaos[] noise = gaussian(Letter.C, group);
            for (int i = 0; i < noise.length; i++) {
                noise[i] = noise[i].plus(1, datum[i]);
            }
            return noise;
        }
        Chaos scale = scale(((Datum.Augmentation.Rescaling) augmentation).scale(), group);
        return Arrays.stream(datum).map(u -> u.times(scale, basis)).toArray(Chaos[]::new);
    }

    private Chaos scale(Datum.ScaleDistribution scale, int group) {
        if (scale instanceof Datum.ScaleDistribution.Exponential exponential) {
            return standard(OrthonormalFamily.EXPONENTIAL, group).times(sampler.value(exponential.mean()));
        }
        Datum.ScaleDistribution.Uniform uniform = (Datum.ScaleDistribution.Uniform) scale;
        double low = sampler.value(uniform.low());
        return Chaos.constant(low)
                .plus(sampler.value(uniform.high()) - low, standard(OrthonormalFamily.UNIFORM, group));
    }

    /** The variable itself, t = a_0 + b_1 p_1(t). */
    private Chaos standard(OrthonormalFamily family, int group) {
        return Chaos.constant(family.a(0))
                .plus(family.b(1), Chaos.of(ChaosBasis.linear(group, basis.variable(family))));
    }

    private Value copySum(Expr.CopySum sum, Scope scope, boolean linear) {
        int[] groups = copies.get(sum.datum());
        int replica = scope.replica() == NONE ? groups[0] : NESTED;
        Scope inside = scope.with(scope.vectors(), scope.held(), replica);
        Value body = value(sum.body(), inside, linear);
        return combined(
                List.of(body),
                r -> Arrays.stream(body.jet(r))
                        .map(u -> u.summed(groups[0], groups[1], basis))
                        .toArray(Chaos[]::new));
    }

    private Value indexSum(Expr.IndexSum sum, Scope scope, boolean linear, int bound) {
        if (bound == sum.indices().size()) {
            return value(sum.body(), scope, linear);
        }
        List<Integer> before = sum.indices().subList(0, bound).stream()
                .map(scope.indices()::get)
                .toList();
        return sum(java.util.stream.IntStream.range(0, model.d1())
                .filter(i -> !(sum.distinct() && before.contains(i)))
                .mapToObj(i -> indexSum(sum, scope.with(sum.indices().get(bound), i), linear, bound + 1))
                .toList());
    }
}
