package org.lossproof.property;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;

/**
 * How many eigenvalues of a symmetric matrix are negative and positive, exactly: by Sylvester's law of inertia, of what
 * symmetric elimination leaves.
 *
 * @param size of all its eigenvalues
 */
record Inertia(int negative, int positive, int size) {
    /** Of a symmetric matrix: n x n. */
    static Inertia of(BigFraction[][] symmetric) {
        BigFraction[][] m = Arrays.stream(symmetric).map(BigFraction[]::clone).toArray(BigFraction[][]::new);
        int n = m.length;
        boolean[] done = new boolean[n];
        int negative = 0;
        int positive = 0;
        for (int pivot = pivot(m, done); pivot >= 0; pivot = pivot(m, done)) {
            negative += m[pivot][pivot].signum() < 0 ? 1 : 0;
            positive += m[pivot][pivot].signum() > 0 ? 1 : 0;
            done[pivot] = true;
            eliminate(m, done, pivot);
        }
        return new Inertia(negative, positive, n);
    }

    /** The same without some directions of either sign. */
    Inertia without(int fewerNegative, int fewerPositive) {
        return new Inertia(negative - fewerNegative, positive - fewerPositive, size - fewerNegative - fewerPositive);
    }

    /** A remaining row with an entry on the diagonal; makes one, by a congruence, of an entry off it; -1 if all are 0. */
    private static int pivot(BigFraction[][] m, boolean[] done) {
        int[] left = IntStream.range(0, m.length).filter(i -> !done[i]).toArray();
        for (int i : left) {
            if (m[i][i].signum() != 0) {
                return i;
            }
        }
        for (int i : left) {
            for (int j : left) {
                if (m[i][j].signum() != 0) {
                    for (int k : left) {
                        m[i][k] = m[i][k].add(m[j][k]);
                    }
                    for (int k : left) {
                        m[k][i] = m[k][i].add(m[k][j]);
                    }
                    return i;
                }
            }
        }
        return -1;
    }

    private static void eliminate(BigFraction[][] m, boolean[] done, int pivot) {
        for (int i = 0; i < m.length; i++) {
            if (done[i] || m[i][pivot].signum() == 0) {
                continue;
            }
            BigFraction factor = m[i][pivot].divide(m[pivot][pivot]);
            for (int j = 0; j < m.length; j++) {
                if (!done[j]) {
                    m[i][j] = m[i][j].subtract(factor.multiply(m[pivot][j]));
                }
            }
        }
    }
}
