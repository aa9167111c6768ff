package org.lossproof.expansion;

import cc.redberry.rings.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gaussian elimination over the rational functions. */
final class LinearSolve {
    private LinearSolve() {}

    /** The u with sum_j u_j columns_j = (1, 0, ..., 0)'; empty if the columns are dependent. */
    static <P> Optional<List<Rational<P>>> unit(List<List<Rational<P>>> columns, Rational<P> zero, Rational<P> one) {
        int n = columns.size();
        List<List<Rational<P>>> rows = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            List<Rational<P>> row = new ArrayList<>();
            for (int j = 0; j < n; j++) {
                row.add(columns.get(j).get(i));
            }
            row.add(i == 0 ? one : zero);
            rows.add(row);
        }
        for (int c = 0; c < n; c++) {
            int pivot = c;
            while (pivot < n && rows.get(pivot).get(c).isZero()) {
                pivot++;
            }
            if (pivot == n) {
                return Optional.empty();
            }
            java.util.Collections.swap(rows, c, pivot);
            eliminate(rows, c);
        }
        List<Rational<P>> out = new ArrayList<>();
        rows.forEach(row -> out.add(row.get(n)));
        return Optional.of(out);
    }

    private static <P> void eliminate(List<List<Rational<P>>> rows, int c) {
        Rational<P> inverse = rows.get(c).get(c).reciprocal();
        rows.get(c).replaceAll(x -> x.multiply(inverse));
        for (int i = 0; i < rows.size(); i++) {
            Rational<P> factor = rows.get(i).get(c);
            if (i != c && !factor.isZero()) {
                List<Rational<P>> row = rows.get(i);
                for (int j = 0; j < row.size(); j++) {
                    row.set(j, row.get(j).subtract(factor.multiply(rows.get(c).get(j))));
                }
            }
        }
    }
}
