package org.lossproof.claim;

import java.util.Map;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.loss.Expr;

/** Exact values of rational expressions in parameters. */
final class RationalArithmetic {
    private RationalArithmetic() {}

    static BigFraction value(Expr e, Map<String, BigFraction> values) {
        if (e instanceof Expr.Constant c) {
            return c.value();
        } else if (e instanceof Expr.Parameter p) {
            return values.get(p.name());
        } else if (e instanceof Expr.Sum sum) {
            return sum.terms().stream().map(t -> value(t, values)).reduce(BigFraction.ZERO, BigFraction::add);
        } else if (e instanceof Expr.Product product) {
            return product.factors().stream().map(f -> value(f, values)).reduce(BigFraction.ONE, BigFraction::multiply);
        } else if (e instanceof Expr.Power power) {
            BigFraction base = value(power.base(), values);
            if (base.signum() == 0 && exponent(power) < 0) {
                // Hipparchus has 0^-1 = 0.
                throw new ArithmeticException("division by zero");
            }
            return base.pow(exponent(power));
        }
        throw new AssertionError("no rational expression: " + e);
    }

    /** The exponent of a power, a whole number: a fact has no roots. */
    static int exponent(Expr.Power power) {
        return ((Expr.Constant) power.exponent()).value().getNumeratorAsInt();
    }
}
