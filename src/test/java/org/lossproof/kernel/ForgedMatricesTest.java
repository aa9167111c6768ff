package org.lossproof.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Matrices of a shape that their words do not have, and two numbers of one name: neither shows anything. */
class ForgedMatricesTest {
    private static final Letter V = Letter.matrix("V", "m", "n");

    private static MatrixPolynomial p(Letter letter) {
        return MatrixPolynomial.of(letter);
    }

    @Test
    void anIdentityIsSquare() {
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class, () -> MatrixPolynomial.of("m", "n", MatrixTerm.ONE, Rational.ONE));
        assertEquals("an identity is of no shape m x n", e.getMessage());
    }

    /** V'V = 1 between identities of shape m x n would give tr V'V = m, though it is n. */
    @Test
    void theSizesOfOneIdentityAreNotThoseOfAnother() {
        MatrixPolynomial one = MatrixPolynomial.identity("n", Rational.ONE);
        MatrixFact isometry = new MatrixFact.Zero(p(V).transpose().times(p(V)).minus(one));
        MatrixFact wrong = new MatrixFact.Zero(p(V).transpose()
                .times(p(V))
                .trace()
                .minus(MatrixPolynomial.identity("m", Rational.ONE).trace()));
        MatrixStatement statement =
                new MatrixStatement(List.of(V), List.of(isometry), List.of(MatrixStatement.Alternative.of(wrong)));
        assertThrows(IllegalArgumentException.class, () -> {
            MatrixPolynomial left = MatrixPolynomial.of("m", "n", MatrixTerm.ONE, Rational.ONE);
            MatrixPolynomial right = MatrixPolynomial.of("n", "m", MatrixTerm.ONE, Rational.ONE);
            MatrixProof.Multiple forged = new MatrixProof.Multiple(left, 0, false, right, true);
            Theorem.prove(
                    statement,
                    new MatrixProof.Have(
                            wrong, new MatrixProof.Multiples(List.of(forged)), new MatrixProof.Done(0, List.of())));
        });
    }

    @Test
    void aWordHasTheShapeOfItsMatrix() {
        MatrixTerm term = p(V).terms().firstKey();
        assertThrows(IllegalArgumentException.class, () -> MatrixPolynomial.of("n", "n", term, Rational.ONE));
        assertThrows(IllegalArgumentException.class, () -> MatrixPolynomial.of("1", "1", term, Rational.ONE));
    }

    @Test
    void aTraceIsOfASquareWord() {
        Word word = p(V).terms().firstKey().word();
        assertThrows(IllegalArgumentException.class, () -> new MatrixTerm.Scalar(true, word, ""));
        assertThrows(IllegalArgumentException.class, () -> new MatrixTerm.Scalar(false, word, ""));
        assertThrows(IllegalArgumentException.class, () -> new MatrixTerm.Scalar(false, Word.EMPTY, "n"));
        assertThrows(IllegalArgumentException.class, () -> new MatrixTerm.Scalar(true, Word.EMPTY, ""));
    }

    /** A number named as a size is not that size: n A = 0 for the number says nothing of n A for the size. */
    @Test
    void aNumberNamedAsASizeIsAnotherNumber() {
        Letter number = Letter.scalar("n");
        MatrixPolynomial size = MatrixPolynomial.identity("n", Rational.ONE).trace();
        MatrixFact.Count ofNumber =
                new MatrixFact.Count(MatrixFact.Count.Of.RANK, p(number).times(p(V)));
        MatrixFact.Count ofSize = new MatrixFact.Count(MatrixFact.Count.Of.RANK, size.times(p(V)));
        assertNotEquals(0, ofNumber.compareTo(ofSize));
        assertNotEquals(none(ofNumber), none(ofSize));
        MatrixPolynomial zero = MatrixPolynomial.zero("m", "n");
        MatrixFact.Count ofZero = new MatrixFact.Count(MatrixFact.Count.Of.RANK, zero);
        MatrixStatement statement = new MatrixStatement(
                List.of(V, number),
                List.of(new MatrixFact.Zero(p(number)), none(ofZero)),
                List.of(MatrixStatement.Alternative.of(none(ofSize))));
        MatrixProof proof = new MatrixProof.Have(
                new MatrixFact.Zero(p(number).times(p(V))),
                new MatrixProof.Multiples(List.of(
                        new MatrixProof.Multiple(MatrixPolynomial.number(Rational.ONE), 0, false, p(V), false))),
                new MatrixProof.Apply(
                        Lemma.RANK_EQUAL,
                        List.of(p(number).times(p(V)), zero),
                        List.of(List.of()),
                        List.of(new MatrixProof.Have(
                                none(ofNumber),
                                new MatrixProof.Sum(List.of(
                                        new MatrixProof.Weighted(Rational.ONE, 1),
                                        new MatrixProof.Weighted(Rational.ONE, 4))),
                                new MatrixProof.Done(0, List.of())))));
        assertThrows(RejectedCertificateException.class, () -> Theorem.prove(statement, proof));
    }

    private static MatrixFact none(MatrixFact.Count count) {
        SortedMap<MatrixFact.Count, Rational> minus = new TreeMap<>();
        minus.put(count, Rational.of(-1));
        return new MatrixFact.AtLeastZero(minus, Rational.ZERO);
    }

    /** A square that is positive needs something that is not zero on both sides. */
    @Test
    void nothingIsPositiveForBeingASquare() {
        Letter s = Letter.scalar("s");
        MatrixFact positive = new MatrixFact.Positive(p(s).times(p(s)));
        MatrixProof.Form form = new MatrixProof.Form(Rational.ONE, List.of(), OptionalInt.empty(), p(s), false);
        assertThrows(
                RejectedCertificateException.class,
                () -> Theorem.prove(
                        new MatrixStatement(List.of(s), List.of(), List.of(MatrixStatement.Alternative.of(positive))),
                        new MatrixProof.Have(
                                positive,
                                new MatrixProof.Forms(List.of(form), List.of()),
                                new MatrixProof.Done(0, List.of()))));
    }
}
