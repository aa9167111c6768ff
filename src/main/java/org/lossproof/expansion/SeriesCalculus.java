package org.lossproof.expansion;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lossproof.loss.Expr;
import org.lossproof.loss.Function;
import org.lossproof.loss.NotAnalyticException;
import org.lossproof.loss.NotAnalyticException.Kind;
import org.lossproof.loss.Span;
import org.lossproof.moments.Monomial;

/**
 * Arithmetic and analytic functions of truncated graded series, by the recurrences that the Euler operator t d/dt gives:
 * from v = exp u, t v' = v t u' and so k v_k = sum_j j u_j v_(k-j); log and powers likewise (Knuth, The Art of Computer
 * Programming 2, Section 4.7).
 *
 * @param <C> the coefficients
 */
final class SeriesCalculus<C> {
    private final Field<C> field;
    private final Polynomial.MonomialProduct product;
    private final int truncation;

    SeriesCalculus(Field<C> field, Polynomial.MonomialProduct product, int truncation) {
        this.field = field;
        this.product = product;
        this.truncation = truncation;
    }

    Graded<C> constant(C value) {
        return Graded.constant(field, value, truncation);
    }

    Graded<C> add(Graded<C> u, Graded<C> v) {
        List<Polynomial<C>> parts = new ArrayList<>();
        for (int k = 0; k <= truncation; k++) {
            parts.add(u.part(k).plus(v.part(k)));
        }
        return new Graded<>(parts);
    }

    Graded<C> multiply(Graded<C> u, Graded<C> v) {
        List<Polynomial<C>> parts = new ArrayList<>();
        for (int k = 0; k <= truncation; k++) {
            parts.add(convolution(u, v, k, 0, k, field.zero(), field.one()));
        }
        return new Graded<>(parts);
    }

    /** The function of u that {@code e} is. */
    Graded<C> apply(Expr.Apply e, Graded<C> u) {
        Span span = e.span();
        Function function = e.function();
        C value = valueAtOrigin(u);
        return switch (function) {
            case EXP -> exp(u, field.constant(Function.EXP, value, span));
            case LOG -> log(u, nonzero(value, span, Kind.LOG, e), span);
            case SQRT -> power(u, halfExponent(), span, e);
            case RELU -> relu(u, nonzero(value, span, Kind.RELU, e), span);
        };
    }

    /** u^exponent for any exponent where u is not 0 at W = 0, else for whole exponents >= 0. */
    Graded<C> power(Graded<C> u, C exponent, Span span, Expr e) {
        C value = valueAtOrigin(u);
        Optional<BigInteger> whole = field.wholeNumber(exponent);
        if (whole.isPresent() && whole.get().signum() >= 0) {
            return wholePower(u, RationalField.smallExponent(whole.get(), span));
        }
        Kind what = whole.isPresent() ? Kind.QUOTIENT : Kind.ROOT;
        return powerSeries(u, exponent, field.power(nonzero(value, span, what, e), exponent, span), value);
    }

    private C halfExponent() {
        return field.divide(field.one(), field.integer(2));
    }

    private Graded<C> wholePower(Graded<C> u, int exponent) {
        Graded<C> result = constant(field.one());
        for (int i = 0; i < exponent; i++) {
            if (u.lowestOrder() * (i + 1) > truncation) {
                return constant(field.zero());
            }
            result = multiply(result, u);
        }
        return result;
    }

    private Graded<C> exp(Graded<C> u, C atOrigin) {
        List<Polynomial<C>> v = new ArrayList<>(List.of(scalar(atOrigin)));
        for (int k = 1; k <= truncation; k++) {
            Polynomial<C> sum = convolution(u, padded(v), k, 1, k, field.one(), field.zero());
            v.add(sum.times(reciprocal(k)));
        }
        return new Graded<>(v);
    }

    /** u = v', so u_0 k v_k = k u_k - sum_{j<k} j v_j u_(k-j). */
    private Graded<C> log(Graded<C> u, C atOrigin, Span span) {
        C inverse = field.divide(field.one(), atOrigin);
        List<Polynomial<C>> v = new ArrayList<>(List.of(new Polynomial<>(field)));
        for (int k = 1; k <= truncation; k++) {
            Polynomial<C> sum = convolution(padded(v), u, k, 1, k - 1, field.one(), field.zero());
            Polynomial<C> term = u.part(k).plus(sum.times(field.multiply(field.integer(-1), reciprocal(k))));
            v.add(term.times(inverse));
        }
        v.set(0, scalar(field.constant(Function.LOG, atOrigin, span)));
        return new Graded<>(v);
    }

    /** v = u^p: u_0 k v_k = sum_{j=1..k} (p j - (k - j)) u_j v_(k-j). */
    private Graded<C> powerSeries(Graded<C> u, C exponent, C atOrigin, C base) {
        C inverse = field.divide(field.one(), base);
        List<Polynomial<C>> v = new ArrayList<>(List.of(scalar(atOrigin)));
        for (int k = 1; k <= truncation; k++) {
            C perOrder = field.add(exponent, field.one());
            Polynomial<C> sum = convolution(u, padded(v), k, 1, k, perOrder, field.integer(-k));
            v.add(sum.times(field.multiply(inverse, reciprocal(k))));
        }
        return new Graded<>(v);
    }

    private Graded<C> relu(Graded<C> u, C atOrigin, Span span) {
        return field.sign(atOrigin, span) > 0 ? u : constant(field.zero());
    }

    /** sum_{j=from..to} (slope j + offset) u_j v_(k-j). */
    private Polynomial<C> convolution(Graded<C> u, Graded<C> v, int k, int from, int to, C slope, C offset) {
        Polynomial<C> sum = new Polynomial<>(field);
        for (int j = from; j <= to; j++) {
            if (!u.part(j).isZero() && !v.part(k - j).isZero()) {
                C weight = field.add(field.multiply(slope, field.integer(j)), offset);
                sum = sum.plus(u.part(j).times(v.part(k - j), product).times(weight));
            }
        }
        return sum;
    }

    private Graded<C> padded(List<Polynomial<C>> known) {
        List<Polynomial<C>> parts = new ArrayList<>(known);
        while (parts.size() <= truncation) {
            parts.add(new Polynomial<>(field));
        }
        return new Graded<>(parts);
    }

    private C nonzero(C value, Span span, Kind what, Expr e) {
        if (field.isZero(value)) {
            throw new NotAnalyticException(span, what, e);
        }
        field.requireNonzero(value, span);
        return value;
    }

    private C valueAtOrigin(Graded<C> u) {
        return u.part(0).coefficient(Monomial.ONE);
    }

    private Polynomial<C> scalar(C value) {
        return Polynomial.of(field, Monomial.ONE, value);
    }

    private C reciprocal(int k) {
        return field.divide(field.one(), field.integer(k));
    }
}
