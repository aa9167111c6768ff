package org.lossproof.theorem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.covariance.RationalMatrix;
import org.lossproof.kernel.Letter;
import org.lossproof.kernel.MatrixFact;
import org.lossproof.kernel.MatrixPolynomial;

/** What says of letters, in their entries linearly, that something is zero; the other letters are given. */
final class LinearEquations {
    private final Coordinates entries;
    private final List<BigFraction[]> rows = new ArrayList<>();

    /** The facts that are of that kind are taken; the others are left. */
    LinearEquations(Instance given, List<Letter> unknown, List<MatrixFact> facts) {
        entries = new Coordinates(given, unknown);
        for (MatrixFact fact : facts) {
            if (isLinear(fact)) {
                add(((MatrixFact.Zero) fact).matrix());
            }
        }
    }

    boolean isLinear(MatrixFact fact) {
        return fact instanceof MatrixFact.Zero zero && entries.degree(zero.matrix()) <= 1;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    private void add(MatrixPolynomial p) {
        int n = entries.count();
        RationalMatrix origin = value(p, entries.point(BigFraction.ZERO));
        List<BigFraction[]> here = new ArrayList<>();
        for (int i = 0; i < origin.rows() * origin.columns(); i++) {
            BigFraction[] row = new BigFraction[n + 1];
            row[n] = origin.get(i / origin.columns(), i % origin.columns()).negate();
            here.add(row);
        }
        for (int k = 0; k < n; k++) {
            RationalMatrix moved = value(p, entries.point(BigFraction.ONE, k));
            for (int i = 0; i < here.size(); i++) {
                here.get(i)[k] =
                        moved.get(i / origin.columns(), i % origin.columns()).add(here.get(i)[n]);
            }
        }
        rows.addAll(here);
    }

    private RationalMatrix value(MatrixPolynomial p, BigFraction[] point) {
        return new MatrixModel(entries.at(point)).value(p);
    }

    /** The given matrices and a solution; empty if there is none. */
    Optional<Instance> solution(IntFunction<BigFraction> free) {
        return Elimination.solve(rows, entries.count(), free).map(entries::at);
    }

    /** Whether at most one point solves them. */
    boolean isUnique() {
        int n = entries.count();
        return !rows.isEmpty() && Elimination.rank(RationalMatrix.of(rows.size(), n, (i, j) -> rows.get(i)[j])) == n;
    }
}
