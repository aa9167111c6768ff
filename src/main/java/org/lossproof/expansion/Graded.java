package org.lossproof.expansion;

import java.util.ArrayList;
import java.util.List;
import org.lossproof.moments.Monomial;

/**
 * A power series in t under W -> tW, truncated after t^order: one polynomial an order.
 *
 * @param <C> the coefficients
 */
final class Graded<C> {
    private final List<Polynomial<C>> parts;

    Graded(List<Polynomial<C>> parts) {
        this.parts = List.copyOf(parts);
    }

    /** A polynomial that is homogeneous of the given order, 0 if that is beyond the truncation. */
    static <C> Graded<C> homogeneous(Field<C> field, Polynomial<C> polynomial, int order, int truncation) {
        List<Polynomial<C>> parts = new ArrayList<>();
        for (int k = 0; k <= truncation; k++) {
            parts.add(k == order ? polynomial : new Polynomial<>(field));
        }
        return new Graded<>(parts);
    }

    static <C> Graded<C> constant(Field<C> field, C value, int truncation) {
        return homogeneous(field, Polynomial.of(field, Monomial.ONE, value), 0, truncation);
    }

    Polynomial<C> part(int order) {
        return parts.get(order);
    }

    int truncation() {
        return parts.size() - 1;
    }

    /** The lowest order with a term; beyond the truncation if there is none. */
    int lowestOrder() {
        int k = 0;
        while (k < parts.size() && parts.get(k).isZero()) {
            k++;
        }
        return k;
    }
}
