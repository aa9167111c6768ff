package org.lossproof.expansion;

import cc.redberry.rings.Rational;
import cc.redberry.rings.bigint.BigInteger;
import cc.redberry.rings.poly.multivar.MultivariatePolynomial;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;

/** Gaussian elimination over the rational functions, under the budget of their ring. */
final class LinearSolve {
    private final Indeterminates ring;
    private final List<List<Rational<MultivariatePolynomial<BigInteger>>>> rows = new ArrayList<>();

    private LinearSolve(Indeterminates ring, List<List<Rational<MultivariatePolynomial<BigInteger>>>> columns) {
        this.ring = ring;
        for (int i = 0; i < columns.size(); i++) {
            List<Rational<MultivariatePolynomial<BigInteger>>> row = new ArrayList<>();
            for (List<Rational<MultivariatePolynomial<BigInteger>>> column : columns) {
                row.add(column.get(i));
            }
            row.add(ring.number(i == 0 ? BigFraction.ONE : BigFraction.ZERO));
            rows.add(row);
        }
    }

    /** The u with sum_j u_j columns_j = (1, 0, ..., 0)'; empty if the columns are dependent. */
    static Optional<List<Rational<MultivariatePolynomial<BigInteger>>>> unit(
            Indeterminates ring, List<List<Rational<MultivariatePolynomial<BigInteger>>>> columns) {
        return new LinearSolve(ring, columns).solved();
    }

    private Optional<List<Rational<MultivariatePolynomial<BigInteger>>>> solved() {
        int n = rows.size();
        for (int c = 0; c < n; c++) {
            int pivot = c;
            while (pivot < n && rows.get(pivot).get(c).isZero()) {
                pivot++;
            }
            if (pivot == n) {
                return Optional.empty();
            }
            Collections.swap(rows, c, pivot);
            eliminate(c);
        }
        return Optional.of(rows.stream().map(row -> row.get(n)).toList());
    }

    private void eliminate(int c) {
        Rational<MultivariatePolynomial<BigInteger>> inverse =
                rows.get(c).get(c).reciprocal();
        rows.get(c).replaceAll(x -> ring.product(x, inverse));
        for (int i = 0; i < rows.size(); i++) {
            Rational<MultivariatePolynomial<BigInteger>> factor =
                    rows.get(i).get(c).negate();
            if (i != c && !factor.isZero()) {
                List<Rational<MultivariatePolynomial<BigInteger>>> row = rows.get(i);
                for (int j = 0; j < row.size(); j++) {
                    row.set(
                            j,
                            ring.sum(
                                    row.get(j), ring.product(factor, rows.get(c).get(j))));
                }
            }
        }
    }
}
