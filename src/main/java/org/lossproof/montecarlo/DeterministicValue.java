package org.lossproof.montecarlo;

import java.util.Map;
import org.lossproof.loss.Expr;
import org.lossproof.loss.InputException;

/** The value of a deterministic expression in doubles. */
final class DeterministicValue {
    private DeterministicValue() {}

    static double of(Expr e, Map<String, Double> parameters, int d1) {
        if (e instanceof Expr.Constant c) {
            return c.value().doubleValue();
        } else if (e instanceof Expr.Parameter p) {
            Double value = p.name().equals("d1") ? Double.valueOf(d1) : parameters.get(p.name());
            if (value == null) {
                throw new InputException("samples need a value for " + p.name() + "; set it");
            }
            return value;
        } else if (e instanceof Expr.Sum sum) {
            return sum.terms().stream().mapToDouble(t -> of(t, parameters, d1)).sum();
        } else if (e instanceof Expr.Product product) {
            return product.factors().stream()
                    .mapToDouble(f -> of(f, parameters, d1))
                    .reduce(1, (a, b) -> a * b);
        } else if (e instanceof Expr.Power power) {
            return Math.pow(of(power.base(), parameters, d1), of(power.exponent(), parameters, d1));
        } else if (e instanceof Expr.Apply apply) {
            double u = of(apply.argument(), parameters, d1);
            return switch (apply.function()) {
                case EXP -> Math.exp(u);
                case LOG -> Math.log(u);
                case SQRT -> Math.sqrt(u);
                case RELU -> Math.max(0, u);
            };
        }
        throw new AssertionError("not deterministic: " + e);
    }
}
