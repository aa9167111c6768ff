package org.lossproof.kernel;

import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A sum of rational multiples of {@link MatrixTerm}s of one shape; immutable, in normal form: equal for matrices of every size
 * just when identical as a record.
 *
 * @param rows a size
 * @param columns a size
 * @param terms the coefficient, not zero, of every term
 */
public record MatrixPolynomial(String rows, String columns, SortedMap<MatrixTerm, Rational> terms)
        implements Comparable<MatrixPolynomial> {
    /** Throws {@link IllegalArgumentException} for a term of another shape. */
    public MatrixPolynomial {
        for (MatrixTerm term : terms.keySet()) {
            requireShape(term.word(), rows, columns);
        }
        SortedMap<MatrixTerm, Rational> kept = new TreeMap<>(terms);
        kept.values().removeIf(c -> c.signum() == 0);
        terms = Collections.unmodifiableSortedMap(kept);
    }

    private static void requireShape(Word word, String rows, String columns) {
        if (!word.fits(rows, columns)) {
            throw new IllegalArgumentException(
                    (word.factors().isEmpty() ? "an identity" : word) + " is of no shape " + rows + " x " + columns);
        }
    }

    /** The zero matrix of a shape. */
    public static MatrixPolynomial zero(String rows, String columns) {
        return new MatrixPolynomial(rows, columns, new TreeMap<>());
    }

    /** A multiple of the identity of a size. */
    public static MatrixPolynomial identity(String size, Rational multiple) {
        return of(size, size, MatrixTerm.ONE, multiple);
    }

    /** A number. */
    public static MatrixPolynomial number(Rational value) {
        return identity(Letter.UNIT, value);
    }

    /** A letter. */
    public static MatrixPolynomial of(Letter letter) {
        Word word = new Word(List.of(new Word.Factor(letter, false)));
        return of(letter.rows(), letter.columns(), MatrixTerm.of(word), Rational.ONE);
    }

    /** A multiple of a term. */
    public static MatrixPolynomial of(String rows, String columns, MatrixTerm term, Rational coefficient) {
        SortedMap<MatrixTerm, Rational> one = new TreeMap<>();
        one.put(term, coefficient);
        return new MatrixPolynomial(rows, columns, one);
    }

    public boolean isZero() {
        return terms.isEmpty();
    }

    /** Whether it is 1 x 1. */
    public boolean isScalar() {
        return rows.equals(Letter.UNIT) && columns.equals(Letter.UNIT);
    }

    public boolean isSquare() {
        return rows.equals(columns);
    }

    /** Its shape, for messages. */
    public String shape() {
        return rows + " x " + columns;
    }

    /** Throws {@link IllegalArgumentException} naming both shapes if they differ. */
    public MatrixPolynomial plus(MatrixPolynomial that) {
        if (!rows.equals(that.rows) || !columns.equals(that.columns)) {
            throw new IllegalArgumentException(
                    "a matrix of shape " + shape() + " and one of shape " + that.shape() + " do not add");
        }
        SortedMap<MatrixTerm, Rational> sum = new TreeMap<>(terms);
        that.terms.forEach((t, c) -> sum.merge(t, c, Rational::plus));
        return new MatrixPolynomial(rows, columns, sum);
    }

    public MatrixPolynomial minus(MatrixPolynomial that) {
        return plus(that.scaled(Rational.of(-1)));
    }

    public MatrixPolynomial scaled(Rational factor) {
        SortedMap<MatrixTerm, Rational> out = new TreeMap<>();
        terms.forEach((t, c) -> out.put(t, c.times(factor)));
        return new MatrixPolynomial(rows, columns, out);
    }

    /** The product; a number multiplies any matrix. Throws {@link IllegalArgumentException} naming both shapes if they do not fit. */
    public MatrixPolynomial times(MatrixPolynomial that) {
        if (!columns.equals(that.rows) && !isScalar() && !that.isScalar()) {
            throw new IllegalArgumentException(
                    "a matrix of shape " + shape() + " and one of shape " + that.shape() + " have no product");
        }
        boolean fits = columns.equals(that.rows);
        SortedMap<MatrixTerm, Rational> out = new TreeMap<>();
        terms.forEach((p, c) -> that.terms.forEach((q, d) -> {
            MatrixTerm product =
                    isScalar() ? q.withScalars(p.scalars()) : that.isScalar() ? p.withScalars(q.scalars()) : p.times(q);
            out.merge(product, c.times(d), Rational::plus);
        }));
        return fits
                ? new MatrixPolynomial(rows, that.columns, out)
                : new MatrixPolynomial(isScalar() ? that.rows : rows, isScalar() ? that.columns : columns, out);
    }

    /** A power of a square matrix. Throws {@link IllegalArgumentException} for another matrix, and for an exponent below 0. */
    public MatrixPolynomial power(int exponent) {
        if (!isSquare()) {
            throw new IllegalArgumentException("a matrix of shape " + shape() + " has no powers");
        }
        if (exponent < 0) {
            throw new IllegalArgumentException(this + " has no power " + exponent);
        }
        MatrixPolynomial out = identity(rows, Rational.ONE);
        for (int i = 0; i < exponent; i++) {
            out = out.times(this);
        }
        return out;
    }

    public MatrixPolynomial transpose() {
        SortedMap<MatrixTerm, Rational> out = new TreeMap<>();
        terms.forEach((t, c) -> out.merge(new MatrixTerm(t.scalars(), t.word().transpose()), c, Rational::plus));
        return new MatrixPolynomial(columns, rows, out);
    }

    /** Whether it equals its transpose. */
    public boolean isSymmetric() {
        return isSquare() && equals(transpose());
    }

    /** The trace. Throws {@link IllegalArgumentException} naming the shape of what is not square. */
    public MatrixPolynomial trace() {
        if (!isSquare()) {
            throw new IllegalArgumentException("a matrix of shape " + shape() + " has no trace");
        }
        SortedMap<MatrixTerm, Rational> out = new TreeMap<>();
        terms.forEach(
                (t, c) -> out.merge(MatrixTerm.trace(t.word(), rows).withScalars(t.scalars()), c, Rational::plus));
        return new MatrixPolynomial(Letter.UNIT, Letter.UNIT, out);
    }

    /** The letters that occur. */
    public Set<Letter> letters() {
        Set<Letter> out = new TreeSet<>(Comparator.comparing(Letter::name).thenComparing(Letter::toString));
        terms.keySet().forEach(t -> {
            t.word().factors().forEach(f -> out.add(f.letter()));
            t.scalars().keySet().forEach(s -> s.word().factors().forEach(f -> out.add(f.letter())));
        });
        return out;
    }

    /** The sizes that occur beside those of letters. */
    Set<String> sizes() {
        Set<String> out = new TreeSet<>(List.of(rows, columns));
        terms.keySet()
                .forEach(t -> t.scalars().keySet().forEach(s -> {
                    if (!s.size().isEmpty()) {
                        out.add(s.size());
                    }
                }));
        return out;
    }

    /** In an order by shape and terms: 0 just for what is equal. */
    @Override
    public int compareTo(MatrixPolynomial that) {
        int byShape = shape().compareTo(that.shape());
        Iterator<Map.Entry<MatrixTerm, Rational>> mine = terms.entrySet().iterator();
        Iterator<Map.Entry<MatrixTerm, Rational>> others = that.terms.entrySet().iterator();
        int order = byShape;
        while (order == 0 && mine.hasNext() && others.hasNext()) {
            Map.Entry<MatrixTerm, Rational> p = mine.next();
            Map.Entry<MatrixTerm, Rational> q = others.next();
            int byTerm = p.getKey().compareTo(q.getKey());
            order = byTerm != 0 ? byTerm : p.getValue().compareTo(q.getValue());
        }
        return order != 0 ? order : Boolean.compare(mine.hasNext(), others.hasNext());
    }

    @Override
    public String toString() {
        if (terms.isEmpty()) {
            return "0";
        }
        StringBuilder out = new StringBuilder();
        for (Map.Entry<MatrixTerm, Rational> e : terms.entrySet()) {
            String term = e.getKey().toString();
            Rational size = e.getValue().isNegative() ? e.getValue().negated() : e.getValue();
            String sign = e.getValue().isNegative() ? (out.isEmpty() ? "-" : " - ") : out.isEmpty() ? "" : " + ";
            boolean one = size.equals(Rational.ONE) && !term.isEmpty();
            out.append(sign).append(one ? term : term.isEmpty() ? size.toString() : size + "*" + term);
        }
        return out.toString();
    }
}
