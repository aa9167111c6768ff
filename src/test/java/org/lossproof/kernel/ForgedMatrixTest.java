package org.lossproof.kernel;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Data that no page and no searcher makes, put together by hand to prove what is false. */
class ForgedMatrixTest {
    private static final Letter A = Letter.matrix("A", "n", "n");

    /** With it, tr A = m would follow from A = 1 of size n: 1 (A - 1) 1 has the trace tr A - m, were the outer ones m x n and n x m. */
    @Test
    void anIdentityThatIsNotSquareIsRefused() {
        assertThatThrownBy(() -> MatrixPolynomial.of("m", "n", MatrixTerm.ONE, Rational.ONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("m x n");
    }

    @Test
    void aWordOfAnotherShapeIsRefused() {
        MatrixTerm term = MatrixPolynomial.of(A).terms().firstKey();
        for (List<String> shape : List.of(List.of("m", "n"), List.of("n", "m"), List.of("1", "1"))) {
            assertThatThrownBy(() -> MatrixPolynomial.of(shape.get(0), shape.get(1), term, Rational.ONE))
                    .as("%s", shape)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aNumberInsideAWordIsRefused() {
        Letter u = Letter.matrix("u", "n", "1");
        Word.Factor factor = new Word.Factor(u, false);
        Word inner = new Word(List.of(new Word.Factor(u, true), factor));
        MatrixTerm unsplit = new MatrixTerm(new TreeMap<>(), inner);
        assertThatThrownBy(() -> MatrixPolynomial.of("1", "1", unsplit, Rational.ONE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aMatrixIsNoNumber() {
        Word a = new Word(List.of(new Word.Factor(A, false)));
        Word v = new Word(List.of(new Word.Factor(Letter.matrix("V", "m", "n"), false)));
        assertThatThrownBy(() -> new MatrixTerm.Scalar(false, a, "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new MatrixTerm.Scalar(true, v, "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new MatrixTerm.Scalar(true, Word.EMPTY, ""))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** The number n and the size n are written alike, so that rank(n*A) of one would pass for that of the other. */
    @Test
    void aNumberWithTheNameOfASizeIsRefused() {
        Letter number = Letter.scalar("n");
        Letter x = Letter.matrix("X", "n", "n");
        MatrixPolynomial a = MatrixPolynomial.of(A);
        MatrixPolynomial bySize =
                MatrixPolynomial.identity("n", Rational.ONE).trace().times(a);
        MatrixPolynomial byNumber = MatrixPolynomial.of(number).times(a);
        SortedMap<MatrixFact.Count, Rational> counts = new TreeMap<>();
        counts.put(rank(MatrixPolynomial.of(x)), Rational.ONE);
        counts.put(rank(bySize), Rational.ONE);
        counts.put(rank(a), Rational.of(-1));
        MatrixFact.ForAll all = new MatrixFact.ForAll(List.of(x), new MatrixFact.AtLeastZero(counts, Rational.ZERO));
        MatrixFact claimed = all.at(List.of(byNumber));
        MatrixStatement statement =
                new MatrixStatement(List.of(A, number), List.of(all), List.of(MatrixStatement.Alternative.of(claimed)));
        MatrixProof proof = new MatrixProof.Have(
                claimed, new MatrixProof.Instance(0, List.of(byNumber)), new MatrixProof.Done(0, List.of()));
        assertThatThrownBy(() -> Theorem.prove(statement, proof))
                .isInstanceOf(RejectedCertificateException.class)
                .hasMessageContaining("n is a size and a matrix");
    }

    private static MatrixFact.Count rank(MatrixPolynomial of) {
        return new MatrixFact.Count(MatrixFact.Count.Of.RANK, of);
    }
}
