package org.lossproof.experiment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.RealMatrix;
import org.lossproof.loss.Combination;
import org.lossproof.loss.Datum;
import org.lossproof.loss.Expr;
import org.lossproof.loss.Exprs;
import org.lossproof.loss.LossDefinition;
import org.lossproof.montecarlo.DeterministicValue;
import org.lossproof.montecarlo.Jets;

/**
 * A definition on a data set read word by word, one item at a time, in first-order jets along W + t V: the value and the derivative
 * along V. It shares the parsed definition and the data with what is compiled, and nothing else.
 */
final class JetsOnBatch {
    private static final int LENGTH = 2;

    private final LossDefinition loss;
    private final Map<String, Double> parameters;
    private final BatchShape shape;
    private final TrainingData data;
    private final List<RealMatrix> weights;
    private final List<RealMatrix> directions;

    /** What is bound: data to items, in the order in which they were drawn; indices to coordinates. */
    private record Scope(Map<String, Integer> items, List<Integer> running, Map<String, Integer> indices) {
        Scope item(String datum, int item) {
            Map<String, Integer> more = new HashMap<>(items);
            more.put(datum, item);
            List<Integer> run = new ArrayList<>(running);
            run.add(item);
            return new Scope(more, run, indices);
        }

        Scope index(String name, int k) {
            Map<String, Integer> more = new HashMap<>(indices);
            more.put(name, k);
            return new Scope(items, running, more);
        }
    }

    /** @param theta W of every encoder, row by row, one after the other; {@code direction} likewise */
    JetsOnBatch(
            LossDefinition loss,
            Map<String, Double> parameters,
            BatchShape shape,
            TrainingData data,
            double[] theta,
            double[] direction) {
        this.loss = loss;
        this.parameters = parameters;
        this.shape = shape;
        this.data = data;
        this.weights = matrices(theta);
        this.directions = matrices(direction);
    }

    private List<RealMatrix> matrices(double[] theta) {
        int d0 = shape.a0().getRowDimension();
        List<RealMatrix> out = new ArrayList<>();
        for (int at = 0; at < theta.length; at += shape.d1() * d0) {
            RealMatrix w = new Array2DRowRealMatrix(shape.d1(), d0);
            for (int p = 0; p < shape.d1() * d0; p++) {
                w.setEntry(p / d0, p % d0, theta[at + p]);
            }
            out.add(w);
        }
        return out;
    }

    /** The loss and its derivative along the direction. */
    double[] value() {
        return of(loss.expression(), new Scope(Map.of(), List.of(), Map.of()));
    }

    private double number(Expr deterministic) {
        return DeterministicValue.of(deterministic, parameters, shape.d1());
    }

    private double[] of(Expr e, Scope scope) {
        double[] out = new double[LENGTH];
        if (Exprs.isDeterministic(e)) {
            out[0] = number(e);
        } else if (e instanceof Expr.Inner u) {
            for (int k = 0; k < shape.d1(); k++) {
                addProduct(out, coordinate(u.left(), k, scope), coordinate(u.right(), k, scope));
            }
        } else if (e instanceof Expr.Coordinate c) {
            return coordinate(c.vector(), scope.indices().get(c.index()), scope);
        } else if (e instanceof Expr.Trace trace) {
            return trace(trace);
        } else if (e instanceof Expr.Sum sum) {
            sum.terms().forEach(t -> Jets.addScaled(out, 1, of(t, scope)));
        } else if (e instanceof Expr.Product product) {
            out[0] = 1;
            for (Expr factor : product.factors()) {
                double[] before = out.clone();
                Jets.multiply(out, before, of(factor, scope));
            }
        } else if (e instanceof Expr.Power power) {
            double p = number(power.exponent());
            if (p == Math.rint(p) && p >= 0) {
                Jets.wholePower(out, of(power.base(), scope), (int) p, new double[LENGTH]);
            } else {
                Jets.power(out, of(power.base(), scope), p);
            }
        } else if (e instanceof Expr.Apply apply) {
            apply(out, apply, of(apply.argument(), scope));
        } else if (e instanceof Expr.Mean mean) {
            return mean(mean, 0, scope);
        } else if (e instanceof Expr.CopySum sum) {
            Datum datum = loss.data().stream()
                    .filter(d -> d.name().equals(sum.datum()))
                    .findFirst()
                    .orElseThrow();
            int left = datum.wholeCopies(number(datum.copies()));
            for (int step = 1; left > 0; step++) {
                int item = (scope.running().get(0) + step) % shape.items();
                if (!scope.running().contains(item)) {
                    Jets.addScaled(out, 1, of(sum.body(), scope.item(sum.datum(), item)));
                    left--;
                }
            }
        } else if (e instanceof Expr.IndexSum sum) {
            return indexSum(sum, 0, scope);
        }
        return out;
    }

    private static void addProduct(double[] out, double[] u, double[] v) {
        double[] product = new double[LENGTH];
        Jets.multiply(product, u, v);
        Jets.addScaled(out, 1, product);
    }

    private static void apply(double[] out, Expr.Apply apply, double[] u) {
        switch (apply.function()) {
            case EXP -> Jets.exp(out, u);
            case LOG -> Jets.log(out, u);
            case SQRT -> Jets.power(out, u, 0.5);
            case RELU -> Jets.addScaled(out, u[0] > 0 ? 1 : 0, u);
        }
    }

    private double[] coordinate(Combination u, int k, Scope scope) {
        double[] out = new double[LENGTH];
        for (Combination.Term t : u.terms()) {
            Datum datum = loss.data().stream()
                    .filter(d -> d.name().equals(t.vector())
                            || d.views().stream().anyMatch(v -> v.name().equals(t.vector())))
                    .findFirst()
                    .orElseThrow();
            int item = scope.items().get(datum.name());
            double[][] x = data.view(slot(datum, t.vector()), 0);
            int encoder = loss.encoders().indexOf(t.encoder());
            for (int m = 0; m < x.length; m++) {
                double c = number(t.coefficient()) * x[m][item];
                out[0] += c * weights.get(encoder).getEntry(k, m);
                out[1] += c * directions.get(encoder).getEntry(k, m);
            }
        }
        return out;
    }

    static Slot slot(Datum datum, String vector) {
        for (int v = 0; v < datum.views().size(); v++) {
            if (datum.views().get(v).name().equals(vector)) {
                return new Slot(v, augmentation(datum.views().get(v)));
            }
        }
        return Slot.datum();
    }

    private static Slot.Augmentation augmentation(Datum.View view) {
        // Of the catalogue: additive noise, and an exponential factor of mean 1/2.
        return view.augmentation() instanceof Datum.Augmentation.Rescaling
                ? new Slot.Augmentation.Exponential(0.5)
                : new Slot.Augmentation.AdditiveNoise();
    }

    private double[] mean(Expr.Mean mean, int from, Scope scope) {
        for (int v = from; v < mean.vectors().size(); v++) {
            Datum datum = loss.datumOf(mean.vectors().get(v)).orElseThrow();
            if (!datum.repeated() && !scope.items().containsKey(datum.name())) {
                double[] out = new double[LENGTH];
                int count = shape.items() - scope.running().size();
                for (int item = 0; item < shape.items(); item++) {
                    if (!scope.running().contains(item)) {
                        Jets.addScaled(out, 1.0 / count, mean(mean, v + 1, scope.item(datum.name(), item)));
                    }
                }
                return out;
            }
        }
        return of(mean.body(), scope);
    }

    private double[] indexSum(Expr.IndexSum sum, int bound, Scope scope) {
        if (bound == sum.indices().size()) {
            return of(sum.body(), scope);
        }
        double[] out = new double[LENGTH];
        for (int k = 0; k < shape.d1(); k++) {
            int here = k;
            boolean taken = sum.distinct()
                    && sum.indices().subList(0, bound).stream()
                            .anyMatch(i -> scope.indices().get(i) == here);
            if (!taken) {
                Jets.addScaled(
                        out,
                        1,
                        indexSum(sum, bound + 1, scope.index(sum.indices().get(bound), k)));
            }
        }
        return out;
    }

    private double[] trace(Expr.Trace trace) {
        RealMatrix w = weights.get(0);
        RealMatrix dw = directions.get(0);
        RealMatrix product = null;
        RealMatrix slope = null;
        for (Expr.Letter letter : trace.word()) {
            RealMatrix m = shape.letter(letter);
            RealMatrix k = w.multiply(m).multiplyTransposed(w);
            RealMatrix half = dw.multiply(m).multiplyTransposed(w);
            RealMatrix dk = half.add(half.transpose());
            slope = product == null ? dk : slope.multiply(k).add(product.multiply(dk));
            product = product == null ? k : product.multiply(k);
        }
        return new double[] {product.getTrace(), slope.getTrace()};
    }
}
