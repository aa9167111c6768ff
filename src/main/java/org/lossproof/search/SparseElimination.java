package org.lossproof.search;

import java.util.SortedMap;
import java.util.TreeMap;
import org.lossproof.kernel.MatrixTerm;
import org.lossproof.kernel.Rational;

/** Which rational multiples of some vectors add up to another, by exact elimination; each vector is told apart by a number. */
final class SparseElimination {
    /** The rows in echelon form, by the greatest term, which no other row's elimination brings back. */
    private final SortedMap<MatrixTerm, Row> rows = new TreeMap<>();

    private record Row(SortedMap<MatrixTerm, Rational> vector, SortedMap<Integer, Rational> weights) {}

    /**
     * What is left of a vector, and the weights of the vectors that make up the rest of it.
     */
    record Solution(SortedMap<MatrixTerm, Rational> rest, SortedMap<Integer, Rational> weights) {}

    /** A further vector. */
    void add(SortedMap<MatrixTerm, Rational> vector, int number) {
        Solution reduced = solve(vector);
        if (reduced.rest().isEmpty()) {
            return;
        }
        MatrixTerm pivot = reduced.rest().lastKey();
        Rational unit = reduced.rest().get(pivot).reciprocal();
        SortedMap<MatrixTerm, Rational> row = new TreeMap<>();
        reduced.rest().forEach((t, c) -> row.put(t, c.times(unit)));
        SortedMap<Integer, Rational> weights = new TreeMap<>();
        reduced.weights().forEach((i, c) -> weights.put(i, c.times(unit).negated()));
        weights.merge(number, unit, Rational::plus);
        rows.put(pivot, new Row(row, weights));
    }

    /** Reduces a vector by the rows. */
    Solution solve(SortedMap<MatrixTerm, Rational> vector) {
        TreeMap<MatrixTerm, Rational> open = new TreeMap<>(vector);
        SortedMap<MatrixTerm, Rational> rest = new TreeMap<>();
        SortedMap<Integer, Rational> weights = new TreeMap<>();
        while (!open.isEmpty()) {
            MatrixTerm top = open.lastKey();
            Rational c = open.get(top);
            Row row = rows.get(top);
            if (row == null) {
                rest.put(top, open.remove(top));
                continue;
            }
            subtract(open, row.vector(), c);
            row.weights().forEach((i, w) -> add(weights, i, w.times(c)));
        }
        return new Solution(rest, weights);
    }

    private static void subtract(
            SortedMap<MatrixTerm, Rational> from, SortedMap<MatrixTerm, Rational> row, Rational c) {
        row.forEach((t, r) -> add(from, t, r.times(c).negated()));
    }

    private static <K> void add(SortedMap<K, Rational> to, K key, Rational more) {
        Rational sum = to.merge(key, more, Rational::plus);
        if (sum.signum() == 0) {
            to.remove(key);
        }
    }
}
