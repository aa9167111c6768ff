package org.lossproof.theorem;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.covariance.RationalMatrix;

/** Exact elimination: rank, the signs of the eigenvalues, linear equations. */
final class Elimination {
    private Elimination() {}

    /** The numbers of positive and of negative eigenvalues. */
    record Inertia(int positive, int negative) {}

    static int rank(RationalMatrix m) {
        return reduce(entries(m), m.columns()).length;
    }

    /** A point of the solutions of [A b], at which unknowns that are free take given values; empty if there is none. */
    static Optional<BigFraction[]> solve(List<BigFraction[]> rows, int unknowns, IntFunction<BigFraction> free) {
        BigFraction[][] a = rows.stream().map(BigFraction[]::clone).toArray(BigFraction[][]::new);
        int[] pivots = reduce(a, unknowns);
        for (int i = pivots.length; i < a.length; i++) {
            if (!a[i][unknowns].isZero()) {
                return Optional.empty();
            }
        }
        BigFraction[] x = new BigFraction[unknowns];
        for (int j = 0; j < unknowns; j++) {
            x[j] = free.apply(j);
        }
        return Optional.of(backwards(a, pivots, x, unknowns));
    }

    private static BigFraction[] backwards(BigFraction[][] a, int[] pivots, BigFraction[] x, int unknowns) {
        for (int i = pivots.length - 1; i >= 0; i--) {
            BigFraction rest = a[i][unknowns];
            for (int j = pivots[i] + 1; j < unknowns; j++) {
                rest = a[i][j].isZero() ? rest : rest.subtract(a[i][j].multiply(x[j]));
            }
            x[pivots[i]] = rest;
        }
        return x;
    }

    /** To rows that start with 1, further right each; the columns where they do. */
    private static int[] reduce(BigFraction[][] a, int columns) {
        int[] pivots = new int[Math.min(a.length, columns)];
        int rank = 0;
        for (int j = 0; j < columns && rank < a.length; j++) {
            int at = rank;
            while (at < a.length && a[at][j].isZero()) {
                at++;
            }
            if (at == a.length) {
                continue;
            }
            BigFraction[] row = a[at];
            a[at] = a[rank];
            BigFraction scale = row[j].reciprocal();
            for (int k = j; k < row.length; k++) {
                row[k] = row[k].multiply(scale);
            }
            a[rank] = row;
            for (int i = rank + 1; i < a.length; i++) {
                eliminate(a, i, rank, j);
            }
            pivots[rank++] = j;
        }
        return java.util.Arrays.copyOf(pivots, rank);
    }

    private static void eliminate(BigFraction[][] a, int row, int by, int column) {
        BigFraction factor = a[row][column];
        if (!factor.isZero()) {
            for (int k = column; k < a[row].length; k++) {
                a[row][k] = a[row][k].subtract(factor.multiply(a[by][k]));
            }
        }
    }

    /** Of a symmetric matrix, by congruence (Sylvester). */
    static Inertia inertia(RationalMatrix m) {
        BigFraction[][] a = entries(m);
        int positive = 0;
        int negative = 0;
        for (int k = 0; k < a.length; k++) {
            if (!pivot(a, k)) {
                break;
            }
            positive += a[k][k].signum() > 0 ? 1 : 0;
            negative += a[k][k].signum() < 0 ? 1 : 0;
            for (int i = k + 1; i < a.length; i++) {
                BigFraction factor = a[i][k].divide(a[k][k]);
                add(a, i, k, factor.negate());
            }
        }
        return new Inertia(positive, negative);
    }

    /** Brings something that is not zero to place k of the diagonal. */
    private static boolean pivot(BigFraction[][] a, int k) {
        for (int i = k; i < a.length; i++) {
            if (!a[i][i].isZero()) {
                exchange(a, i, k);
                return true;
            }
        }
        for (int i = k; i < a.length; i++) {
            for (int j = i + 1; j < a.length; j++) {
                if (!a[i][j].isZero()) {
                    add(a, i, j, BigFraction.ONE);
                    exchange(a, i, k);
                    return true;
                }
            }
        }
        return false;
    }

    /** Adds a multiple of row and column j to those of i. */
    private static void add(BigFraction[][] a, int i, int j, BigFraction factor) {
        if (factor.isZero()) {
            return;
        }
        for (int k = 0; k < a.length; k++) {
            a[i][k] = a[i][k].add(factor.multiply(a[j][k]));
        }
        for (int k = 0; k < a.length; k++) {
            a[k][i] = a[k][i].add(factor.multiply(a[k][j]));
        }
    }

    private static void exchange(BigFraction[][] a, int i, int k) {
        BigFraction[] row = a[i];
        a[i] = a[k];
        a[k] = row;
        for (BigFraction[] each : a) {
            BigFraction entry = each[i];
            each[i] = each[k];
            each[k] = entry;
        }
    }

    private static BigFraction[][] entries(RationalMatrix m) {
        return m.entries().stream().map(row -> row.toArray(new BigFraction[0])).toArray(BigFraction[][]::new);
    }
}
