package org.lossproof.montecarlo;

import java.util.Map;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.loss.Arithmetic;
import org.lossproof.loss.Expr;
import org.lossproof.loss.InputException;

/** The value of a deterministic expression in doubles. */
public final class DeterministicValue {
    private DeterministicValue() {}

    /**
     * The value.
     *
     * @param d1 the dimension of a representation
     * @throws InputException if a parameter has no value
     */
    public static double of(Expr e, Map<String, Double> parameters, int d1) {
        return new Arithmetic<Double>() {
            @Override
            protected Double number(BigFraction value) {
                return value.doubleValue();
            }

            @Override
            protected Double named(String parameter) {
                Double value = parameter.equals("d1") ? Double.valueOf(d1) : parameters.get(parameter);
                if (value == null) {
                    throw new InputException("samples need a value for " + parameter + "; set it");
                }
                return value;
            }

            @Override
            protected Double plus(Double a, Double b) {
                return a + b;
            }

            @Override
            protected Double times(Double a, Double b) {
                return a * b;
            }

            @Override
            protected Double raised(Expr.Power e) {
                return Math.pow(of(e.base()), of(e.exponent()));
            }

            @Override
            protected Double applied(Expr.Apply e) {
                double u = of(e.argument());
                return switch (e.function()) {
                    case EXP -> Math.exp(u);
                    case LOG -> Math.log(u);
                    case SQRT -> Math.sqrt(u);
                    case RELU -> Math.max(0, u);
                };
            }
        }.of(e);
    }
}
