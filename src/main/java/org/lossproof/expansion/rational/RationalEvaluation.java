package org.lossproof.expansion.rational;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.linear.FieldMatrix;
import org.lossproof.expansion.Budget;
import org.lossproof.expansion.BudgetExceededException;
import org.lossproof.expansion.rational.Variables.Variable;
import org.lossproof.loss.Combination;
import org.lossproof.loss.Datum;
import org.lossproof.loss.Expr;
import org.lossproof.loss.Expr.Letter;
import org.lossproof.loss.InputException;
import org.lossproof.loss.IrrationalConstantException;
import org.lossproof.loss.LossDefinition;

/**
 * The Taylor coefficients of a loss along W -> tW at given rational covariances, by writing everything out in
 * coordinates: copies and indices are summed one by one, means are taken vector by vector.
 */
public final class RationalEvaluation {
    private static final long STEPS = 30_000_000;
    private static final Duration TIME = Duration.ofMinutes(1);

    private final LossDefinition loss;
    private final Map<String, BigFraction> parameters;
    private final RationalModel model;
    private final int truncation;
    private final Budget budget;
    private final Variables variables = new Variables();
    private final Map<String, Integer> currentCopy = new HashMap<>();
    private final Map<String, Integer> indices = new HashMap<>();

    private RationalEvaluation(
            LossDefinition loss,
            Map<String, BigFraction> parameters,
            RationalModel model,
            int truncation,
            Budget budget) {
        this.loss = loss;
        this.parameters = parameters;
        this.model = model;
        this.truncation = truncation;
        this.budget = budget;
    }

    /**
     * The coefficients of t^1, ..., t^order.
     *
     * @param parameters a value for every parameter of the loss
     * @throws IrrationalConstantException if they are not rational at these values
     * @throws InputException if the loss is not analytic at W = 0, or a parameter has no value
     */
    public static List<BigFraction> coefficients(
            LossDefinition loss, Map<String, BigFraction> parameters, RationalModel model, int order) {
        try {
            return coefficients(loss, parameters, model, order, budget(loss, order));
        } catch (BudgetExceededException e) {
            throw new InputException(e.getMessage() + "; try a lower order or fewer copies");
        }
    }

    /** A fresh budget for one point. */
    static Budget budget(LossDefinition loss, int order) {
        return new Budget("exact evaluation of " + loss.name() + " at order " + order, STEPS, TIME);
    }

    /**
     * The same under a given budget.
     *
     * @throws BudgetExceededException if it does not suffice
     */
    static List<BigFraction> coefficients(
            LossDefinition loss, Map<String, BigFraction> parameters, RationalModel model, int order, Budget budget) {
        CoordinateSeries series =
                new RationalEvaluation(loss, parameters, model, order, budget).evaluate(loss.expression(), Set.of());
        return series.parts().subList(1, order + 1).stream()
                .map(RationalEvaluation::number)
                .toList();
    }

    /** The coefficient of one order; see {@link #coefficients}. */
    public static BigFraction coefficient(
            LossDefinition loss, Map<String, BigFraction> parameters, RationalModel model, int order) {
        return coefficients(loss, parameters, model, order).get(order - 1);
    }

    private static BigFraction number(CoordinatePolynomial p) {
        if (!p.isConstant()) {
            throw new AssertionError("a vector was not averaged over");
        }
        return p.constantTerm();
    }

    private CoordinateSeries evaluate(Expr e, Set<String> held) {
        return e.accept(new Expr.Visitor<>() {
            @Override
            public CoordinateSeries constant(Expr.Constant c) {
                return RationalEvaluation.this.constant(c.value());
            }

            @Override
            public CoordinateSeries parameter(Expr.Parameter p) {
                return RationalEvaluation.this.constant(RationalEvaluation.this.parameter(p.name()));
            }

            @Override
            public CoordinateSeries inner(Expr.Inner inner) {
                return RationalEvaluation.this.inner(inner);
            }

            @Override
            public CoordinateSeries coordinate(Expr.Coordinate c) {
                return homogeneous(RationalEvaluation.this.coordinate(c.vector(), indices.get(c.index())), 1);
            }

            @Override
            public CoordinateSeries trace(Expr.Trace trace) {
                return homogeneous(
                        CoordinatePolynomial.constant(RationalEvaluation.this.trace(trace)),
                        2 * trace.word().size());
            }

            @Override
            public CoordinateSeries sum(Expr.Sum sum) {
                return sum.terms().stream()
                        .map(t -> evaluate(t, held))
                        .reduce(RationalEvaluation.this.constant(BigFraction.ZERO), CoordinateSeries::plus);
            }

            @Override
            public CoordinateSeries product(Expr.Product product) {
                CoordinateSeries out = RationalEvaluation.this.constant(BigFraction.ONE);
                for (Expr factor : product.factors()) {
                    out = out.times(evaluate(factor, held));
                }
                return out;
            }

            @Override
            public CoordinateSeries power(Expr.Power power) {
                return evaluate(power.base(), held).power(value(power.exponent()), power.span(), e);
            }

            @Override
            public CoordinateSeries apply(Expr.Apply apply) {
                return RationalEvaluation.apply(apply, evaluate(apply.argument(), held));
            }

            @Override
            public CoordinateSeries mean(Expr.Mean mean) {
                return RationalEvaluation.this.mean(mean, held);
            }

            @Override
            public CoordinateSeries copySum(Expr.CopySum sum) {
                return RationalEvaluation.this.copySum(sum, held);
            }

            @Override
            public CoordinateSeries indexSum(Expr.IndexSum sum) {
                return RationalEvaluation.this.indexSum(sum, held, 0);
            }
        });
    }

    private BigFraction parameter(String name) {
        BigFraction value = name.equals("d1") ? new BigFraction(model.d1()) : parameters.get(name);
        if (value == null) {
            throw new InputException("exact evaluation needs a value for " + name + "; set it");
        }
        return value;
    }

    private static CoordinateSeries apply(Expr.Apply apply, CoordinateSeries argument) {
        return switch (apply.function()) {
            case EXP -> argument.exp();
            case LOG -> argument.log(apply.span(), apply);
            case SQRT -> argument.power(new BigFraction(1, 2), apply.span(), apply);
            case RELU -> argument.relu(apply.span(), apply);
        };
    }

    private CoordinateSeries inner(Expr.Inner inner) {
        CoordinatePolynomial sum = CoordinatePolynomial.ZERO;
        for (int i = 0; i < model.d1(); i++) {
            sum = sum.plus(coordinate(inner.left(), i).times(coordinate(inner.right(), i)));
        }
        return homogeneous(sum, 2);
    }

    private CoordinatePolynomial coordinate(Combination vector, int i) {
        CoordinatePolynomial sum = CoordinatePolynomial.ZERO;
        for (Combination.Term term : vector.terms()) {
            int slot = loss.encoders().indexOf(term.encoder()) * model.d1() + i;
            int copy = currentCopy.getOrDefault(datum(term.vector()).name(), 0);
            int number = variables.number(new Variable(term.vector(), copy, slot));
            sum = sum.plus(CoordinatePolynomial.variable(number).times(value(term.coefficient())));
        }
        return sum;
    }

    private BigFraction trace(Expr.Trace trace) {
        FieldMatrix<BigFraction> product = model.block(trace.word().get(0), 0, 0);
        for (Letter letter : trace.word().subList(1, trace.word().size())) {
            product = product.multiply(model.block(letter, 0, 0));
        }
        return product.getTrace();
    }

    private CoordinateSeries copySum(Expr.CopySum sum, Set<String> held) {
        CoordinateSeries out = constant(BigFraction.ZERO);
        for (int copy = 1; copy <= copies(datum(sum.datum())); copy++) {
            currentCopy.put(sum.datum(), copy);
            out = out.plus(evaluate(sum.body(), held));
        }
        currentCopy.remove(sum.datum());
        return out;
    }

    private int copies(Datum datum) {
        BigFraction count = value(datum.copies());
        if (!count.getDenominator().equals(java.math.BigInteger.ONE) || count.signum() < 0) {
            throw new InputException(
                    "the number of copies of " + datum.name() + " is a whole number >= 0, not " + count);
        }
        return count.getNumeratorAsInt();
    }

    private CoordinateSeries indexSum(Expr.IndexSum sum, Set<String> held, int bound) {
        if (bound == sum.indices().size()) {
            return evaluate(sum.body(), held);
        }
        CoordinateSeries out = constant(BigFraction.ZERO);
        for (int value = 0; value < model.d1(); value++) {
            int taken = value;
            boolean repeated = sum.indices().subList(0, bound).stream().anyMatch(i -> indices.get(i) == taken);
            if (!(sum.distinct() && repeated)) {
                indices.put(sum.indices().get(bound), value);
                out = out.plus(indexSum(sum, held, bound + 1));
            }
        }
        return out;
    }

    /** Views first, each around its datum; then the data that this mean is the first to open. */
    private CoordinateSeries mean(Expr.Mean mean, Set<String> held) {
        Set<String> opened = new HashSet<>();
        mean.vectors().forEach(v -> opened.add(datum(v).name()));
        opened.removeAll(held);
        Set<String> inside = new HashSet<>(held);
        inside.addAll(opened);
        CoordinateSeries series = evaluate(mean.body(), inside);
        for (String vector : mean.vectors()) {
            if (loss.augmentationOf(vector).isPresent()) {
                series = overCopies(series, vector, this::overView);
            }
        }
        for (String datum : opened) {
            series = overCopies(series, datum, this::overDatum);
        }
        return series;
    }

    @FunctionalInterface
    private interface Integral {
        CoordinateSeries over(CoordinateSeries series, String vector, int copy);
    }

    private CoordinateSeries overCopies(CoordinateSeries series, String vector, Integral integral) {
        Datum datum = datum(vector);
        CoordinateSeries out = series;
        for (int copy = datum.repeated() ? 1 : 0; copy <= (datum.repeated() ? copies(datum) : 0); copy++) {
            out = integral.over(out, vector, copy);
        }
        return out;
    }

    private CoordinateSeries overDatum(CoordinateSeries series, String datum, int copy) {
        GaussianIntegral integral = new GaussianIntegral(numbers(datum, copy), List.of(), model.covariance(Letter.A));
        return series.map(integral::over);
    }

    private CoordinateSeries overView(CoordinateSeries series, String view, int copy) {
        series.parts().forEach(p -> budget.spend(p.size()));
        List<Integer> coordinates = numbers(view, copy);
        List<Integer> around = numbers(datum(view).name(), copy);
        Datum.Augmentation augmentation = loss.augmentationOf(view).orElseThrow();
        if (augmentation instanceof Datum.Augmentation.Rescaling rescaling) {
            return series.map(p -> rescaled(p, coordinates, around, rescaling.scale()));
        }
        GaussianIntegral integral = new GaussianIntegral(coordinates, around, model.covariance(Letter.C));
        return series.map(integral::over);
    }

    /** x = s xh: a monomial of degree k in x is E s^k times the same monomial in xh. */
    private CoordinatePolynomial rescaled(
            CoordinatePolynomial polynomial,
            List<Integer> coordinates,
            List<Integer> around,
            Datum.ScaleDistribution scale) {
        return polynomial.map(powers -> {
            CoordinatePolynomial.Powers moved = powers;
            int degree = 0;
            for (int i = 0; i < coordinates.size(); i++) {
                int power = powers.of(coordinates.get(i));
                degree += power;
                moved = moved.with(coordinates.get(i), 0).with(around.get(i), powers.of(around.get(i)) + power);
            }
            return CoordinatePolynomial.of(moved, scaleMoment(scale, degree));
        });
    }

    private BigFraction scaleMoment(Datum.ScaleDistribution scale, int k) {
        if (scale instanceof Datum.ScaleDistribution.Exponential exponential) {
            BigFraction factorial = BigFraction.ONE;
            for (int i = 2; i <= k; i++) {
                factorial = factorial.multiply(i);
            }
            return factorial.multiply(value(exponential.mean()).pow(k));
        } else if (scale instanceof Datum.ScaleDistribution.Uniform uniform) {
            BigFraction low = value(uniform.low());
            BigFraction high = value(uniform.high());
            if (low.equals(high)) {
                return k == 0 ? BigFraction.ONE : low.pow(k);
            }
            BigFraction width = high.subtract(low).multiply(k + 1);
            return high.pow(k + 1).subtract(low.pow(k + 1)).divide(width);
        }
        throw new AssertionError("no such distribution: " + scale);
    }

    private List<Integer> numbers(String vector, int copy) {
        List<Integer> out = new ArrayList<>();
        for (int slot = 0; slot < model.d1() * model.encoders(); slot++) {
            out.add(variables.number(new Variable(vector, copy, slot)));
        }
        return out;
    }

    private Datum datum(String vector) {
        Optional<Datum> datum = loss.datumOf(vector);
        return datum.orElseThrow(() -> new AssertionError("no datum of " + vector));
    }

    private BigFraction value(Expr deterministic) {
        return evaluate(deterministic, Set.of()).atOrigin();
    }

    private CoordinateSeries constant(BigFraction value) {
        return CoordinateSeries.constant(value, truncation, budget);
    }

    private CoordinateSeries homogeneous(CoordinatePolynomial polynomial, int order) {
        return CoordinateSeries.homogeneous(polynomial, order, truncation, budget);
    }
}
