package org.lossproof.loss;

import java.math.BigInteger;
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
        return Exprs.isDeterministic(e) ? new Exact(values).of(e) : Optional.empty();
    }

    private static final class Exact extends Arithmetic<Optional<BigFraction>> {
        private final Map<String, BigFraction> values;

        Exact(Map<String, BigFraction> values) {
            this.values = values;
        }

        @Override
        protected Optional<BigFraction> number(BigFraction value) {
            return Optional.of(value);
        }

        @Override
        protected Optional<BigFraction> named(String parameter) {
            return Optional.ofNullable(values.get(parameter));
        }

        @Override
        protected Optional<BigFraction> plus(Optional<BigFraction> a, Optional<BigFraction> b) {
            return a.flatMap(x -> b.map(x::add)).filter(ExactValue::isSmall);
        }

        @Override
        protected Optional<BigFraction> times(Optional<BigFraction> a, Optional<BigFraction> b) {
            return a.flatMap(x -> b.map(x::multiply)).filter(ExactValue::isSmall);
        }

        @Override
        protected Optional<BigFraction> raised(Expr.Power e) {
            return of(e.exponent()).flatMap(p -> of(e.base()).flatMap(b -> ExactValue.power(b, p)));
        }

        @Override
        protected Optional<BigFraction> applied(Expr.Apply e) {
            return Optional.empty();
        }
    }

    private static boolean isSmall(BigFraction q) {
        return bits(q) <= MAX_BITS;
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
}
