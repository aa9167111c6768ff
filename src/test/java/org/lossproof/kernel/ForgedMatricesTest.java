package org.lossproof.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Data that no page and no searcher makes, put together by hand to prove what is false. */
class ForgedMatricesTest extends MatrixProofs {
    private static final Letter V = Letter.matrix("V", "m", "n");
    private static final Letter A = Letter.matrix("A", "n", "n");

    private static void refused(String message, Runnable made) {
        assertThatThrownBy(made::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    /** V'V = 1 between identities of shape m x n would give tr V'V = m, though it is n. */
    @Test
    void anIdentityIsSquare() {
        refused("an identity is of no shape m x n", () -> MatrixPolynomial.of("m", "n", MatrixTerm.ONE, Rational.ONE));
        refused("an identity is of no shape 1 x n", () -> MatrixPolynomial.of("1", "n", MatrixTerm.ONE, Rational.ONE));
    }

    @Test
    void aWordHasTheShapeOfItsMatrix() {
        MatrixTerm v = of(V).terms().firstKey();
        MatrixTerm a = of(A).terms().firstKey();
        for (List<String> shape : List.of(List.of("m", "m"), List.of("n", "m"), List.of("n", "n"), List.of("1", "1"))) {
            refused("V is of no shape ", () -> MatrixPolynomial.of(shape.get(0), shape.get(1), v, Rational.ONE));
        }
        for (List<String> shape : List.of(List.of("m", "n"), List.of("n", "m"), List.of("1", "1"))) {
            refused("A is of no shape ", () -> MatrixPolynomial.of(shape.get(0), shape.get(1), a, Rational.ONE));
        }
    }

    @Test
    void aNumberInsideAWordIsRefused() {
        Word.Factor u = new Word.Factor(Letter.matrix("u", "n", "1"), false);
        MatrixTerm number = new MatrixTerm(new TreeMap<>(), new Word(List.of(u.transpose(), u)));
        refused("u'*u is of no shape 1 x 1", () -> MatrixPolynomial.of("1", "1", number, Rational.ONE));
        MatrixTerm within = new MatrixTerm(new TreeMap<>(), new Word(List.of(u, u.transpose(), u)));
        refused("u*u'*u is of no shape n x 1", () -> MatrixPolynomial.of("n", "1", within, Rational.ONE));
        MatrixTerm once = new MatrixTerm(new TreeMap<>(), new Word(List.of(u, u.transpose())));
        assertThat(MatrixPolynomial.of("n", "n", once, Rational.ONE)).hasToString("u*u'");
    }

    /** The number n and the size n are written alike: n A = 0 for the number says nothing of n A for the size. */
    @Test
    void aNumberNamedAsASizeIsAnotherNumber() {
        Letter number = Letter.scalar("n");
        MatrixFact.Count ofNumber = rank(of(number).times(of(V)));
        MatrixFact.Count ofSize = rank(one("n").trace().times(of(V)));
        assertThat(ofNumber.compareTo(ofSize)).isNotZero();
        assertThat(none(ofNumber)).isNotEqualTo(none(ofSize));
        MatrixPolynomial zero = MatrixPolynomial.zero("m", "n");
        MatrixProof proof = have(
                new MatrixFact.Zero(of(number).times(of(V))),
                sum(multiple(number(1), 0, of(V))),
                apply(
                        Lemma.RANK_EQUAL,
                        List.of(of(number).times(of(V)), zero),
                        have(
                                none(ofNumber),
                                new MatrixProof.Sum(List.of(
                                        new MatrixProof.Weighted(Rational.ONE, 1),
                                        new MatrixProof.Weighted(Rational.ONE, 4))),
                                done())));
        List<MatrixFact> premises = List.of(new MatrixFact.Zero(of(number)), none(rank(zero)));
        rejects("n is a size and a matrix", statement(List.of(V, number), premises, none(ofSize)), proof);
    }

    @Test
    void norIsItInWhatIsSaidOfAll() {
        Letter number = Letter.scalar("n");
        Letter x = Letter.matrix("X", "n", "n");
        SortedMap<MatrixFact.Count, Rational> counts = new TreeMap<>();
        counts.put(rank(of(x)), Rational.ONE);
        counts.put(rank(one("n").trace().times(of(A))), Rational.ONE);
        counts.put(rank(of(A)), Rational.of(-1));
        MatrixFact.ForAll all = new MatrixFact.ForAll(List.of(x), new MatrixFact.AtLeastZero(counts, Rational.ZERO));
        MatrixPolynomial byNumber = of(number).times(of(A));
        MatrixFact claimed = all.at(List.of(byNumber));
        rejects(
                "n is a size and a matrix",
                statement(List.of(A, number), List.of(all), claimed),
                have(claimed, instance(0, byNumber), done()));
    }

    private static MatrixFact.Count rank(MatrixPolynomial of) {
        return new MatrixFact.Count(MatrixFact.Count.Of.RANK, of);
    }

    private static MatrixFact none(MatrixFact.Count count) {
        SortedMap<MatrixFact.Count, Rational> minus = new TreeMap<>();
        minus.put(count, Rational.of(-1));
        return new MatrixFact.AtLeastZero(minus, Rational.ZERO);
    }
}
