package org.lossproof.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.lossproof.kernel.MatrixFact.Count;
import org.lossproof.kernel.MatrixFact.ForAll;
import org.lossproof.kernel.MatrixFact.Zero;

/** Letters, words, terms, facts and statements: what is none is refused, what is one is printed as a reader has it. */
class MatrixFactTest {
    private static final Letter A = RandomMatrices.A;
    private static final Letter C = RandomMatrices.C;
    private static final Letter S = RandomMatrices.S;

    private static MatrixPolynomial p(Letter letter) {
        return MatrixPolynomial.of(letter);
    }

    private static void refuses(String message, Runnable made) {
        assertThatThrownBy(made::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void aLetterHasANameAndAShape() {
        for (String name : List.of("", "1a", "a b", "a'", "_a", "A*B", "(a")) {
            refuses("no name of a matrix: " + name, () -> Letter.scalar(name));
            refuses("no size: " + name + " x n", () -> Letter.matrix("A", name, "n"));
            refuses("no size: n x " + name, () -> Letter.matrix("A", "n", name));
        }
        refuses("no size: 2 x 2", () -> Letter.symmetric("A", "2"));
        refuses("A is m x n, which is not symmetric", () -> new Letter("A", "m", "n", Letter.Kind.SYMMETRIC));
        for (List<String> shape : List.of(List.of("n", "n"), List.of("1", "n"), List.of("n", "1"))) {
            refuses(
                    "A is no number, so it is not divided by",
                    () -> new Letter("A", shape.get(0), shape.get(1), Letter.Kind.NONZERO));
        }
        assertThat(Letter.symmetric("a", "1")).isEqualTo(Letter.scalar("a"));
        assertThat(RandomMatrices.DIVISOR.kind()).isEqualTo(Letter.Kind.NONZERO);
        assertThat(List.of(A, C, S, RandomMatrices.U, RandomMatrices.ROW)).noneMatch(Letter::isScalar);
        assertThat(Letter.scalar("s").isScalar()).isTrue();
        assertThat(S.isSymmetric() && Letter.scalar("s").isSymmetric()).isTrue();
        assertThat(C.isSymmetric()).isFalse();
    }

    @Test
    void neighboursInAWordFit() {
        Word.Factor a = new Word.Factor(A, false);
        refuses("A has n columns and A m rows: no product", () -> new Word(List.of(a, a)));
        refuses("A' has m columns and A' n rows: no product", () -> new Word(List.of(a.transpose(), a.transpose())));
        Word word = new Word(List.of(a, new Word.Factor(S, true), a.transpose()));
        assertThat(word).hasToString("A*S*A'");
        assertThat(word.transpose()).isEqualTo(word);
        assertThat(word.part(1, 3)).hasToString("S*A'");
        assertThat(word.rows() + word.columns()).isEqualTo("mm");
        assertThat(new Word(List.of(a)).rows() + new Word(List.of(a)).columns()).isEqualTo("mn");
    }

    @Test
    void wordsAreOrderedByNamesThenPrimesThenLength() {
        Word c = new Word(List.of(new Word.Factor(C, false)));
        Word prime = c.transpose();
        Word twice = c.then(c);
        Word s = new Word(List.of(new Word.Factor(S, false)));
        List<Word> sorted = List.of(Word.EMPTY, c, twice, c.then(prime), prime, s);
        for (int i = 0; i < sorted.size(); i++) {
            for (int k = 0; k < sorted.size(); k++) {
                assertThat(Integer.signum(sorted.get(i).compareTo(sorted.get(k))))
                        .as("%s and %s", sorted.get(i), sorted.get(k))
                        .isEqualTo(Integer.compare(i, k));
            }
        }
        assertThat(prime.leastOfTransposes()).isEqualTo(c);
        assertThat(c.leastOfTransposes()).isEqualTo(c);
        assertThat(prime.then(s).then(c).then(s).leastRotation()).hasToString("C*S*C'*S");
        assertThat(s.then(prime).then(prime).leastRotation()).hasToString("C*C*S");
        assertThat(c.then(s).leastRotation()).hasToString("C*S");
    }

    @Test
    void termsAreOrderedByDegreeThenWordsThenNumbers() {
        MatrixPolynomial s = p(RandomMatrices.NUMBER);
        MatrixPolynomial r = p(RandomMatrices.DIVISOR);
        MatrixPolynomial n = MatrixPolynomial.identity("n", Rational.ONE).trace();
        MatrixPolynomial square = p(RandomMatrices.U).transpose().times(p(RandomMatrices.U));
        MatrixPolynomial c = p(C);
        List<MatrixPolynomial> sorted = List.of(
                MatrixPolynomial.number(Rational.ONE),
                r,
                r.times(s),
                r.power(2),
                s,
                s.times(n),
                n,
                c.trace(),
                c,
                s.times(c),
                s.times(n).times(c),
                c.transpose(),
                square.times(s),
                square,
                c.trace().power(2),
                c.times(c).trace(),
                c.trace().times(c),
                c.times(c),
                square.power(2));
        for (int i = 0; i < sorted.size(); i++) {
            for (int k = 0; k < sorted.size(); k++) {
                assertThat(Integer.signum(term(sorted.get(i)).compareTo(term(sorted.get(k)))))
                        .as("%s and %s", sorted.get(i), sorted.get(k))
                        .isEqualTo(Integer.compare(i, k));
            }
        }
        assertThat(sorted.stream().map(q -> term(q).degree()))
                .containsExactly(0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 4);
    }

    private static MatrixTerm term(MatrixPolynomial p) {
        return p.terms().firstKey();
    }

    @Test
    void numbersAreNumbers() {
        Word c = new Word(List.of(new Word.Factor(C, false)));
        Word s = new Word(List.of(new Word.Factor(RandomMatrices.NUMBER, false)));
        refuses("no number: C", () -> new MatrixTerm.Scalar(false, c, ""));
        refuses("no number: the trace of Cn", () -> new MatrixTerm.Scalar(true, c, "n"));
        refuses("no number: the trace of s", () -> new MatrixTerm.Scalar(true, s, ""));
        refuses("no number: sn", () -> new MatrixTerm.Scalar(false, s, "n"));
        refuses("no number: the trace of ", () -> new MatrixTerm.Scalar(true, Word.EMPTY, ""));
        refuses("no number: n", () -> new MatrixTerm.Scalar(false, Word.EMPTY, "n"));
        refuses(
                "no number: the trace of A",
                () -> new MatrixTerm.Scalar(true, new Word(List.of(new Word.Factor(A, false))), ""));
        MatrixTerm.Scalar trace = new MatrixTerm.Scalar(true, c, "");
        assertThat(trace.letter()).isEmpty();
        assertThat(trace).hasToString("tr(C)");
        assertThat(new MatrixTerm.Scalar(true, Word.EMPTY, "n")).hasToString("n");
        assertThat(new MatrixTerm.Scalar(false, s, "").letter()).contains(RandomMatrices.NUMBER);
        refuses("s may be zero, so it is not divided by", () -> power(RandomMatrices.NUMBER, -1));
        assertThat(power(RandomMatrices.DIVISOR, -1)).hasToString("r^-1");
        assertThat(power(RandomMatrices.NUMBER, 0)).isEqualTo(MatrixTerm.ONE);
    }

    private static MatrixTerm power(Letter letter, int exponent) {
        MatrixTerm.Scalar s = p(letter).terms().firstKey().scalars().firstKey();
        return new MatrixTerm(new TreeMap<>(Map.of(s, exponent)), Word.EMPTY);
    }

    @Test
    void whatHasASignIsSymmetric() {
        refuses("C is not symmetric, so it has no sign", () -> new MatrixFact.NonNegative(p(C)));
        refuses("C is not symmetric, so it has no sign", () -> new MatrixFact.Positive(p(C)));
        refuses("C is not symmetric, so it has no sign", () -> new Count(Count.Of.POSITIVE, p(C)));
        refuses("a matrix of shape m x n has no diagonal", () -> new MatrixFact.Diagonal(p(A)));
        assertThat(new MatrixFact.Diagonal(p(C))).hasToString("C is diagonal");
        assertThat(new MatrixFact.NonNegative(p(S))).hasToString("S >= 0");
        assertThat(new MatrixFact.Positive(p(S))).hasToString("S > 0");
        assertThat(new Zero(p(A))).hasToString("A = 0");
    }

    @Test
    void countsAreIntegersOfMatrices() {
        Count rows = new Count(Count.Of.ROWS, p(A));
        assertThat(rows).hasToString("m").isEqualTo(new Count(Count.Of.ROWS, p(RandomMatrices.T)));
        assertThat(new Count(Count.Of.RANK, p(A))).hasToString("rank(A)");
        assertThat(new Count(Count.Of.POSITIVE, p(S))).hasToString("positive(S)");
        List<Count> sorted = List.of(
                new Count(Count.Of.RANK, p(A)),
                new Count(Count.Of.RANK, p(C)),
                new Count(Count.Of.POSITIVE, p(S)),
                rows,
                new Count(Count.Of.ROWS, p(C)));
        for (int i = 0; i < sorted.size(); i++) {
            for (int k = 0; k < sorted.size(); k++) {
                assertThat(Integer.signum(sorted.get(i).compareTo(sorted.get(k))))
                        .isEqualTo(Integer.compare(i, k));
            }
        }
        MatrixFact.AtLeastZero some = new MatrixFact.AtLeastZero(
                new TreeMap<>(Map.of(rows, Rational.ONE, sorted.get(0), Rational.of(-2), sorted.get(1), Rational.ZERO)),
                Rational.of(3));
        assertThat(some).hasToString("-2*rank(A) + m + 3 >= 0");
        assertThat(some.counts()).hasSize(2);
        assertThat(new MatrixFact.AtLeastZero(new TreeMap<>(Map.of(rows, Rational.ONE)), Rational.ZERO))
                .hasToString("m >= 0");
    }

    @Test
    void theNamesOfBoundLettersDoNotMatter() {
        Letter x = Letter.matrix("x", "n", "1");
        Letter y = Letter.matrix("y1", "n", "1");
        MatrixFact one = new ForAll(List.of(x), new Zero(p(C).times(p(x))));
        assertThat(one).isEqualTo(new ForAll(List.of(y), new Zero(p(C).times(p(y)))));
        assertThat(one).hasToString("for all all1: C*all1 = 0");
        assertThat(one.names()).containsExactly("C");
        assertThat(one.matrices()).hasSize(1);
        MatrixFact two =
                new ForAll(List.of(x, y), new Zero(p(x).transpose().times(p(C)).times(p(y))));
        assertThat(two)
                .isNotEqualTo(new ForAll(
                        List.of(y, x), new Zero(p(x).transpose().times(p(C)).times(p(y)))));
        assertThat(two).hasToString("for all all1, all2: all1'*C*all2 = 0");
        refuses("one 'for all' stands within another; name all letters at once", () -> new ForAll(List.of(y), one));
        assertThat(((ForAll) one).at(List.of(p(RandomMatrices.U))))
                .isEqualTo(new Zero(p(C).times(p(RandomMatrices.U))));
        assertThatThrownBy(() -> ((ForAll) one).at(List.of(p(C))))
                .isInstanceOf(RejectedCertificateException.class)
                .hasMessage("a size is n where 1 is needed");
        assertThatThrownBy(() -> ((ForAll) one).at(List.of(p(Letter.matrix("w", "m", "1")))))
                .hasMessage("a size is m where n is needed");
    }

    @Test
    void factsNameTheirLettersAndMatrices() {
        MatrixPolynomial gram = p(A).transpose().times(p(A));
        for (MatrixFact fact : List.of(
                new Zero(gram),
                new MatrixFact.NonNegative(gram),
                new MatrixFact.Positive(gram),
                new MatrixFact.Diagonal(gram))) {
            assertThat(fact.names()).containsExactly("A");
            assertThat(fact.matrices()).containsExactly(gram);
        }
        MatrixFact counts = new MatrixFact.AtLeastZero(
                new TreeMap<>(Map.of(
                        new Count(Count.Of.RANK, p(C)), Rational.ONE, new Count(Count.Of.RANK, gram), Rational.ONE)),
                Rational.ZERO);
        assertThat(counts.names()).containsExactly("A", "C");
        assertThat(counts.matrices()).containsExactlyInAnyOrder(p(C), gram);
    }

    @Test
    void aNameStandsForOneLetterOfAStatement() {
        Letter other = Letter.scalar("A");
        MatrixStatement.Alternative gives = new MatrixStatement.Alternative(List.of(C), List.of());
        assertThat(new MatrixStatement(List.of(A), List.of(), List.of(gives, gives)).alternatives())
                .hasSize(2);
        refuses("A stands for two matrices", () -> new MatrixStatement(List.of(A, other), List.of(), List.of()));
        refuses("C stands for two matrices", () -> new MatrixStatement(List.of(C), List.of(), List.of(gives)));
        refuses(
                "C stands for two matrices",
                () -> new MatrixStatement(
                        List.of(), List.of(), List.of(new MatrixStatement.Alternative(List.of(C, C), List.of()))));
    }
}
