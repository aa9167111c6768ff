package org.lossproof.landscape;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lossproof.loss.Expr;
import org.lossproof.loss.Exprs;
import org.lossproof.loss.Span;

/**
 * A polynomial in entries of W and of a bias, with coefficients in everything else.
 *
 * @param terms by the powers of the entries; no coefficient is the number 0
 */
record EntryPolynomial(Map<SortedMap<String, Integer>, Expr> terms) {
    static final EntryPolynomial ZERO = new EntryPolynomial(Map.of());

    static EntryPolynomial of(Expr coefficient) {
        return coefficient.equals(Exprs.number(0)) ? ZERO : new EntryPolynomial(Map.of(new TreeMap<>(), coefficient));
    }

    static EntryPolynomial entry(String name) {
        return new EntryPolynomial(Map.of(new TreeMap<>(Map.of(name, 1)), Exprs.number(1)));
    }

    EntryPolynomial plus(EntryPolynomial that) {
        Map<SortedMap<String, Integer>, Expr> out = new java.util.LinkedHashMap<>(terms);
        that.terms.forEach((powers, c) -> out.merge(powers, c, (a, b) -> Exprs.sum(List.of(a, b))));
        out.values().removeIf(c -> c.equals(Exprs.number(0)));
        return new EntryPolynomial(out);
    }

    EntryPolynomial times(Expr factor) {
        return times(of(factor));
    }

    EntryPolynomial times(EntryPolynomial that) {
        EntryPolynomial out = ZERO;
        for (Map.Entry<SortedMap<String, Integer>, Expr> a : terms.entrySet()) {
            Map<SortedMap<String, Integer>, Expr> row = new java.util.LinkedHashMap<>();
            for (Map.Entry<SortedMap<String, Integer>, Expr> b : that.terms.entrySet()) {
                SortedMap<String, Integer> powers = new TreeMap<>(a.getKey());
                b.getKey().forEach((name, k) -> powers.merge(name, k, Integer::sum));
                row.put(powers, Exprs.product(List.of(a.getValue(), b.getValue())));
            }
            out = out.plus(new EntryPolynomial(row));
        }
        return out;
    }

    EntryPolynomial squared() {
        return times(this);
    }

    /** The derivative by an entry. */
    EntryPolynomial by(String name) {
        Map<SortedMap<String, Integer>, Expr> out = new java.util.LinkedHashMap<>();
        terms.forEach((powers, c) -> {
            int k = powers.getOrDefault(name, 0);
            if (k > 0) {
                SortedMap<String, Integer> less = new TreeMap<>(powers);
                if (k == 1) {
                    less.remove(name);
                } else {
                    less.put(name, k - 1);
                }
                out.put(less, Exprs.product(List.of(Exprs.number(k), c)));
            }
        });
        return new EntryPolynomial(out);
    }

    /** The value where every entry is 0. */
    Expr atOrigin() {
        return terms.getOrDefault(new TreeMap<String, Integer>(), Exprs.number(0));
    }

    Expr expression() {
        List<Expr> out = new ArrayList<>();
        terms.forEach((powers, c) -> {
            List<Expr> factors = new ArrayList<>(List.of(c));
            powers.forEach((name, k) -> factors.add(
                    k == 1
                            ? new Expr.Parameter(name)
                            : new Expr.Power(new Expr.Parameter(name), Exprs.number(k), Span.API)));
            out.add(Exprs.product(factors));
        });
        return Exprs.sum(out);
    }
}
