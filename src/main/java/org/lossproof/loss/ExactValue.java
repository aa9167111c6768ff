package org.lossproof.loss;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;

/** The exact rational value of a deterministic expression, where it has one that is small enough to be written out. */
final class ExactValue {
    /** Numbers with more bits than this are left to routes that have a budget. */
    static final int MAX_BITS = 4_000;

    private ExactValue() {}

    /**
     * The value at given parameters.
     *
     * @return empty if the expression needs a parameter without a value, or its value is irrational, undefined or too large
     */
    static Optional<BigFraction> of(Expr e, Map<String, BigFraction> values) {
        if (e instanceof Expr.Constant c) {
            return Optional.of(c.value());
        } else if (e instanceof Expr.Parameter p) {
            return Optional.ofNullable(values.get(p.name()));
        } else if (e instanceof Expr.Sum sum) {
            return folded(sum.terms(), BigFraction.ZERO, BigFraction::add, values);
        } else if (e instanceof Expr.Product product) {
            return folded(product.factors(), BigFraction.ONE, BigFraction::multiply, values);
        } else if (e instanceof Expr.Power power) {
            return of(power.exponent(), values)
                    .flatMap(p -> of(power.base(), values).flatMap(b -> power(b, p)));
        }
        return Optional.empty();
    }

    /** b^p for a whole p, unless undefined (0 to a power that is not positive) or too large. */
    static Optional<BigFraction> power(BigFraction b, BigFraction p) {
        boolean whole = p.getDenominator().equals(BigInteger.ONE);
        boolean defined = b.signum() != 0 || p.signum() > 0;
        if (!whole || !defined || !isSmall(b, p)) {
            return Optional.empty();
        }
        return Optional.of(b.pow(p.getNumerator().intValueExact()));
    }

    /** Whether b^p has few enough bits to be written out. */
    static boolean isSmall(BigFraction b, BigFraction p) {
        return bits(b) * Math.abs(p.doubleValue()) <= MAX_BITS;
    }

    static long bits(BigFraction q) {
        return Math.max(q.getNumerator().abs().bitLength(), q.getDenominator().bitLength());
    }

    private interface Operation {
        BigFraction apply(BigFraction a, BigFraction b);
    }

    private static Optional<BigFraction> folded(
            List<Expr> parts, BigFraction start, Operation operation, Map<String, BigFraction> values) {
        BigFraction out = start;
        for (Expr part : parts) {
            Optional<BigFraction> value = of(part, values);
            if (value.isEmpty()) {
                return value;
            }
            out = operation.apply(out, value.get());
            if (bits(out) > MAX_BITS) {
                return Optional.empty();
            }
        }
        return Optional.of(out);
    }
}
