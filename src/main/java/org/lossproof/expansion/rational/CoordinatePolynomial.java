package org.lossproof.expansion.rational;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.hipparchus.fraction.BigFraction;

/** A polynomial in coordinates of representations with rational coefficients; immutable. */
final class CoordinatePolynomial {
    static final CoordinatePolynomial ZERO = new CoordinatePolynomial(Map.of());

    /** Powers by variable number, without trailing zeros so that equal monomials are equal. */
    static final class Powers {
        static final Powers NONE = new Powers(new int[0]);
        private final int[] exponents;

        Powers(int[] exponents) {
            int n = exponents.length;
            while (n > 0 && exponents[n - 1] == 0) {
                n--;
            }
            this.exponents = Arrays.copyOf(exponents, n);
        }

        int of(int variable) {
            return variable < exponents.length ? exponents[variable] : 0;
        }

        int variables() {
            return exponents.length;
        }

        Powers with(int variable, int power) {
            int[] out = Arrays.copyOf(exponents, Math.max(exponents.length, variable + 1));
            out[variable] = power;
            return new Powers(out);
        }

        Powers times(Powers that) {
            int[] out = Arrays.copyOf(exponents, Math.max(exponents.length, that.exponents.length));
            for (int i = 0; i < that.exponents.length; i++) {
                out[i] += that.exponents[i];
            }
            return new Powers(out);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Powers that && Arrays.equals(exponents, that.exponents);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(exponents);
        }
    }

    private final Map<Powers, BigFraction> terms;

    private CoordinatePolynomial(Map<Powers, BigFraction> terms) {
        this.terms = terms;
    }

    static CoordinatePolynomial of(Powers powers, BigFraction coefficient) {
        return coefficient.signum() == 0 ? ZERO : new CoordinatePolynomial(Map.of(powers, coefficient));
    }

    static CoordinatePolynomial constant(BigFraction value) {
        return of(Powers.NONE, value);
    }

    static CoordinatePolynomial variable(int number) {
        return of(Powers.NONE.with(number, 1), BigFraction.ONE);
    }

    /** The number of terms. */
    int size() {
        return terms.size();
    }

    boolean isZero() {
        return terms.isEmpty();
    }

    BigFraction constantTerm() {
        return terms.getOrDefault(Powers.NONE, BigFraction.ZERO);
    }

    /** Whether no variable occurs. */
    boolean isConstant() {
        return terms.keySet().stream().allMatch(p -> p.variables() == 0);
    }

    CoordinatePolynomial plus(CoordinatePolynomial that) {
        Sum sum = new Sum();
        sum.add(this, BigFraction.ONE);
        sum.add(that, BigFraction.ONE);
        return sum.total();
    }

    CoordinatePolynomial times(BigFraction factor) {
        Sum sum = new Sum();
        sum.add(this, factor);
        return sum.total();
    }

    CoordinatePolynomial times(CoordinatePolynomial that) {
        Sum sum = new Sum();
        terms.forEach((p, c) -> that.terms.forEach((q, d) -> sum.add(p.times(q), c.multiply(d))));
        return sum.total();
    }

    /** Replaces every monomial by a polynomial. */
    CoordinatePolynomial map(Function<Powers, CoordinatePolynomial> image) {
        Sum sum = new Sum();
        terms.forEach((p, c) -> sum.add(image.apply(p), c));
        return sum.total();
    }

    /** Collects terms. */
    static final class Sum {
        private final Map<Powers, BigFraction> collected = new HashMap<>();

        void add(Powers powers, BigFraction coefficient) {
            collected.merge(powers, coefficient, BigFraction::add);
        }

        void add(CoordinatePolynomial polynomial, BigFraction factor) {
            polynomial.terms.forEach((p, c) -> add(p, c.multiply(factor)));
        }

        CoordinatePolynomial total() {
            collected.values().removeIf(c -> c.signum() == 0);
            return collected.isEmpty() ? ZERO : new CoordinatePolynomial(collected);
        }
    }
}
