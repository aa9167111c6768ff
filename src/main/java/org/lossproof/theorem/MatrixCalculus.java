package org.lossproof.theorem;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lossproof.kernel.Letter;
import org.lossproof.kernel.MatrixFact;
import org.lossproof.kernel.MatrixPolynomial;
import org.lossproof.kernel.MatrixTerm;
import org.lossproof.kernel.Rational;
import org.lossproof.kernel.Word;

/** Derivatives of numbers made of matrices, by the product rule. */
final class MatrixCalculus {
    private MatrixCalculus() {}

    /**
     * The derivative of a matrix by a letter along a direction.
     *
     * @param p of any shape; divides by nothing that holds the letter
     * @param by V: d1 x d0
     * @param direction E: d1 x d0
     * @return d/dt p(V + tE) at t = 0
     */
    static MatrixPolynomial derivative(MatrixPolynomial p, Letter by, MatrixPolynomial direction) {
        MatrixPolynomial sum = MatrixPolynomial.zero(p.rows(), p.columns());
        for (Map.Entry<MatrixTerm, Rational> e : p.terms().entrySet()) {
            MatrixTerm term = e.getKey();
            MatrixPolynomial word = MatrixPolynomial.of(
                    p.rows(), p.columns(), new MatrixTerm(new java.util.TreeMap<>(), term.word()), e.getValue());
            MatrixPolynomial numbers = numbers(term, null);
            sum = sum.plus(
                    numbers.times(word(term.word(), p.rows(), by, direction).scaled(e.getValue())));
            for (Map.Entry<MatrixTerm.Scalar, Integer> s : term.scalars().entrySet()) {
                MatrixPolynomial inner = inner(s.getKey(), by, direction);
                if (!inner.isZero()) {
                    MatrixPolynomial less = power(s.getKey(), s.getValue() - 1)
                            .scaled(Rational.of(s.getValue()))
                            .times(inner);
                    sum = sum.plus(numbers(term, s.getKey()).times(less).times(word));
                }
            }
        }
        return sum;
    }

    /**
     * The derivative of a number by a letter along one direction after another; the directions may hold the letter.
     *
     * @throws org.lossproof.kernel.RejectedCertificateException if a direction has another shape than the letter
     */
    static MatrixPolynomial along(MatrixPolynomial p, Letter by, List<MatrixPolynomial> directions) {
        List<Letter> marks = new ArrayList<>();
        MatrixPolynomial derivative = p;
        for (int i = 0; i < directions.size(); i++) {
            Letter mark = Letter.matrix(by.name() + "_along" + i, by.rows(), by.columns());
            derivative = derivative(derivative, by, MatrixPolynomial.of(mark));
            marks.add(mark);
        }
        MatrixFact all = new MatrixFact.ForAll(marks, new MatrixFact.Zero(derivative)).at(directions);
        return ((MatrixFact.Zero) all).matrix();
    }

    /**
     * The second derivative of a number by several letters at once along a direction of each.
     *
     * @return a form in the directions
     */
    static MatrixPolynomial second(MatrixPolynomial p, List<Letter> by, List<Letter> directions) {
        MatrixPolynomial out = p;
        for (int order = 0; order < 2; order++) {
            MatrixPolynomial sum = MatrixPolynomial.zero(p.rows(), p.columns());
            for (int i = 0; i < by.size(); i++) {
                sum = sum.plus(derivative(out, by.get(i), MatrixPolynomial.of(directions.get(i))));
            }
            out = sum;
        }
        return out;
    }

    /**
     * The gradient of a number by a letter: the G with derivative tr(E'G) along every E.
     *
     * @param p 1 x 1
     * @param by V: d1 x d0
     * @return of the shape of V
     */
    static MatrixPolynomial gradient(MatrixPolynomial p, Letter by) {
        Letter mark = Letter.matrix(by.name() + "_direction", by.rows(), by.columns());
        MatrixPolynomial along = derivative(p, by, MatrixPolynomial.of(mark));
        MatrixPolynomial sum = MatrixPolynomial.zero(by.rows(), by.columns());
        for (Map.Entry<MatrixTerm, Rational> e : along.terms().entrySet()) {
            for (MatrixTerm.Scalar s : e.getKey().scalars().keySet()) {
                int place = place(s.word(), mark);
                if (place >= 0) {
                    sum = sum.plus(
                            numbers(e.getKey(), s).times(around(s, place, by)).scaled(e.getValue()));
                }
            }
        }
        return sum;
    }

    private static int place(Word word, Letter mark) {
        for (int i = 0; i < word.factors().size(); i++) {
            if (word.factors().get(i).letter().equals(mark)) {
                return i;
            }
        }
        return -1;
    }

    /** tr(X E Y) = tr(E' (YX)'); of a 1 x 1 word too. */
    private static MatrixPolynomial around(MatrixTerm.Scalar s, int place, Letter by) {
        List<Word.Factor> all = s.word().factors();
        MatrixPolynomial right = product(s.word().part(place + 1, all.size()));
        MatrixPolynomial left = product(s.word().part(0, place));
        MatrixPolynomial rest = right == null ? left : left == null ? right : right.times(left);
        boolean transposed = all.get(place).transposed();
        MatrixPolynomial one = MatrixPolynomial.identity(by.rows(), Rational.ONE);
        MatrixPolynomial around = rest == null ? one : rest;
        return transposed ? around : around.transpose();
    }

    private static MatrixPolynomial product(Word word) {
        MatrixPolynomial out = null;
        for (Word.Factor f : word.factors()) {
            MatrixPolynomial next = factor(f);
            out = out == null ? next : out.times(next);
        }
        return out;
    }

    private static MatrixPolynomial factor(Word.Factor f) {
        MatrixPolynomial letter = MatrixPolynomial.of(f.letter());
        return f.transposed() ? letter.transpose() : letter;
    }

    private static MatrixPolynomial word(Word word, String rows, Letter by, MatrixPolynomial direction) {
        MatrixPolynomial sum = null;
        for (int i = 0; i < word.factors().size(); i++) {
            MatrixPolynomial product = null;
            for (int k = 0; k < word.factors().size(); k++) {
                Word.Factor f = word.factors().get(k);
                MatrixPolynomial next = k != i
                        ? factor(f)
                        : !f.letter().equals(by)
                                ? MatrixPolynomial.zero(f.rows(), f.columns())
                                : f.transposed() ? direction.transpose() : direction;
                product = product == null ? next : product.times(next);
            }
            sum = sum == null ? product : sum.plus(product);
        }
        return sum == null ? MatrixPolynomial.zero(rows, rows) : sum;
    }

    private static MatrixPolynomial inner(MatrixTerm.Scalar s, Letter by, MatrixPolynomial direction) {
        if (s.word().factors().isEmpty()) {
            return MatrixPolynomial.zero(Letter.UNIT, Letter.UNIT);
        }
        MatrixPolynomial inside = word(s.word(), "", by, direction);
        return s.trace() ? inside.trace() : inside;
    }

    private static MatrixPolynomial numbers(MatrixTerm term, MatrixTerm.Scalar without) {
        MatrixPolynomial product = MatrixPolynomial.number(Rational.ONE);
        for (Map.Entry<MatrixTerm.Scalar, Integer> s : term.scalars().entrySet()) {
            if (!s.getKey().equals(without)) {
                product = product.times(power(s.getKey(), s.getValue()));
            }
        }
        return product;
    }

    private static MatrixPolynomial power(MatrixTerm.Scalar s, int exponent) {
        java.util.SortedMap<MatrixTerm.Scalar, Integer> powers = new java.util.TreeMap<>();
        powers.put(s, exponent);
        return MatrixPolynomial.of(Letter.UNIT, Letter.UNIT, new MatrixTerm(powers, Word.EMPTY), Rational.ONE);
    }
}
