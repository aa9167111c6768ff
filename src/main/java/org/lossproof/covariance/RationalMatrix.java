package org.lossproof.covariance;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.fraction.BigFractionField;
import org.hipparchus.linear.FieldLUDecomposition;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/**
 * An exact matrix with rational entries, immutable; {@code toString} prints it as {@code [[1, 1/2], [1/2, 2]]}.
 *
 * @param entries the rows, all of one positive length
 */
public record RationalMatrix(List<List<BigFraction>> entries) {
    public RationalMatrix {
        entries = entries.stream().map(List::copyOf).toList();
        if (entries.isEmpty() || entries.get(0).isEmpty()) {
            throw new IllegalArgumentException("a matrix has at least one entry");
        }
        int columns = entries.get(0).size();
        if (entries.stream().anyMatch(row -> row.size() != columns)) {
            throw new IllegalArgumentException("the rows of a matrix have one length");
        }
    }

    /** The matrix of the given shape with entry(i, j) in row i, column j. */
    public static RationalMatrix of(int rows, int columns, BiFunction<Integer, Integer, BigFraction> entry) {
        List<List<BigFraction>> out = new ArrayList<>(rows);
        for (int i = 0; i < rows; i++) {
            List<BigFraction> row = new ArrayList<>(columns);
            for (int j = 0; j < columns; j++) {
                row.add(entry.apply(i, j));
            }
            out.add(row);
        }
        return new RationalMatrix(out);
    }

    /** The diagonal matrix with these entries. */
    public static RationalMatrix diagonal(List<BigFraction> diagonal) {
        return of(diagonal.size(), diagonal.size(), (i, j) -> i.equals(j) ? diagonal.get(i) : BigFraction.ZERO);
    }

    /** The n x n identity. */
    public static RationalMatrix identity(int n) {
        return of(n, n, (i, j) -> i.equals(j) ? BigFraction.ONE : BigFraction.ZERO);
    }

    public int rows() {
        return entries.size();
    }

    public int columns() {
        return entries.get(0).size();
    }

    public BigFraction get(int row, int column) {
        return entries.get(row).get(column);
    }

    /** The sum of two matrices of one shape. */
    public RationalMatrix add(RationalMatrix other) {
        return of(rows(), columns(), (i, j) -> get(i, j).add(other.get(i, j)));
    }

    /** {@code factor} times this matrix. */
    public RationalMatrix scale(BigFraction factor) {
        return of(rows(), columns(), (i, j) -> get(i, j).multiply(factor));
    }

    /** The product of an n x k by a k x m matrix. */
    public RationalMatrix multiply(RationalMatrix other) {
        return ofField(exact().multiply(other.exact()));
    }

    public RationalMatrix transpose() {
        return of(columns(), rows(), (i, j) -> get(j, i));
    }

    /** The inverse of a square matrix; Hipparchus' {@code MathIllegalArgumentException} if it is singular. */
    public RationalMatrix inverse() {
        return ofField(new FieldLUDecomposition<>(exact()).getSolver().getInverse());
    }

    /** Whether this and the other square matrix commute, exactly. */
    public boolean commutesWith(RationalMatrix other) {
        return multiply(other).equals(other.multiply(this));
    }

    /** A mutable copy, for Hipparchus' exact linear algebra. */
    public FieldMatrix<BigFraction> exact() {
        FieldMatrix<BigFraction> m = MatrixUtils.createFieldMatrix(BigFractionField.getInstance(), rows(), columns());
        for (int i = 0; i < rows(); i++) {
            for (int j = 0; j < columns(); j++) {
                m.setEntry(i, j, get(i, j));
            }
        }
        return m;
    }

    /** A mutable copy in floating point. */
    public RealMatrix real() {
        RealMatrix m = MatrixUtils.createRealMatrix(rows(), columns());
        for (int i = 0; i < rows(); i++) {
            for (int j = 0; j < columns(); j++) {
                m.setEntry(i, j, get(i, j).doubleValue());
            }
        }
        return m;
    }

    private static RationalMatrix ofField(FieldMatrix<BigFraction> m) {
        return of(m.getRowDimension(), m.getColumnDimension(), m::getEntry);
    }

    @Override
    public String toString() {
        return entries.stream()
                .map(row -> row.stream().map(RationalMatrix::text).collect(Collectors.joining(", ", "[", "]")))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static String text(BigFraction q) {
        return q.isInteger() ? q.getNumerator().toString() : q.getNumerator() + "/" + q.getDenominator();
    }
}
