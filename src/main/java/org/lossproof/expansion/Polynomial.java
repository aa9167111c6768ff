package org.lossproof.expansion;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.lossproof.moments.Monomial;

/**
 * A polynomial in {@link org.lossproof.moments.Atom}s with coefficients in a field; zero terms are not kept. Immutable
 * to its users.
 *
 * @param <C> the coefficients
 */
final class Polynomial<C> {
    private final Field<C> field;
    private final Map<Monomial, C> terms = new HashMap<>();

    Polynomial(Field<C> field) {
        this.field = field;
    }

    static <C> Polynomial<C> of(Field<C> field, Monomial monomial, C coefficient) {
        Polynomial<C> p = new Polynomial<>(field);
        p.accumulate(monomial, coefficient);
        return p;
    }

    boolean isZero() {
        return terms.isEmpty();
    }

    Map<Monomial, C> terms() {
        return terms;
    }

    C coefficient(Monomial monomial) {
        return terms.getOrDefault(monomial, field.zero());
    }

    Polynomial<C> plus(Polynomial<C> that) {
        if (that.isZero()) {
            return this;
        }
        Polynomial<C> sum = new Polynomial<>(field);
        sum.terms.putAll(terms);
        that.terms.forEach(sum::accumulate);
        return sum;
    }

    Polynomial<C> times(C factor) {
        Polynomial<C> out = new Polynomial<>(field);
        terms.forEach((m, c) -> out.accumulate(m, field.multiply(c, factor)));
        return out;
    }

    /** The product under a rule that multiplies monomials. */
    Polynomial<C> times(Polynomial<C> that, MonomialProduct product) {
        Polynomial<C> out = new Polynomial<>(field);
        terms.forEach((m, c) -> that.terms.forEach((n, d) -> {
            C both = field.multiply(c, d);
            product.multiply(m, n).forEach(mn -> out.accumulate(mn, both));
        }));
        return out;
    }

    /** Every monomial replaced by a polynomial. */
    Polynomial<C> map(Function<Monomial, Polynomial<C>> image) {
        Polynomial<C> out = new Polynomial<>(field);
        terms.forEach((m, c) -> image.apply(m).terms.forEach((n, d) -> out.accumulate(n, field.multiply(c, d))));
        return out;
    }

    void forEach(BiConsumer<Monomial, C> action) {
        terms.forEach(action);
    }

    private void accumulate(Monomial monomial, C coefficient) {
        C sum = terms.containsKey(monomial) ? field.add(terms.get(monomial), coefficient) : coefficient;
        if (field.isZero(sum)) {
            terms.remove(monomial);
        } else {
            terms.put(monomial, sum);
        }
    }

    /** Multiplication of monomials; the product may be a sum when both hold different copies of one datum. */
    @FunctionalInterface
    interface MonomialProduct {
        /** The summands, each with coefficient 1. */
        Iterable<Monomial> multiply(Monomial m, Monomial n);
    }
}
