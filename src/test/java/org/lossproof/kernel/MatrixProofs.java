package org.lossproof.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Proofs about matrices written by hand, which the tests of this package damage. */
class MatrixProofs {
    static final Letter c = RandomMatrices.C;
    static final Letter s = RandomMatrices.S;
    static final Letter r = RandomMatrices.DIVISOR;
    static final Letter k = Letter.matrix("K", "n", "n");
    static final MatrixPolynomial C = of(c);
    static final MatrixPolynomial S = of(s);
    static final MatrixPolynomial R = of(r);

    static MatrixPolynomial of(Letter letter) {
        return MatrixPolynomial.of(letter);
    }

    static MatrixPolynomial one(String size) {
        return MatrixPolynomial.identity(size, Rational.ONE);
    }

    static MatrixPolynomial number(long value) {
        return MatrixPolynomial.number(Rational.of(value));
    }

    static MatrixStatement statement(List<Letter> letters, List<MatrixFact> premises, MatrixFact... shown) {
        return new MatrixStatement(letters, premises, List.of(MatrixStatement.Alternative.of(shown)));
    }

    static MatrixProof done(int alternative, MatrixPolynomial... witnesses) {
        return new MatrixProof.Done(alternative, List.of(witnesses));
    }

    static MatrixProof done() {
        return done(0);
    }

    static MatrixProof have(MatrixFact fact, MatrixProof.Reason reason, MatrixProof then) {
        return new MatrixProof.Have(fact, reason, then);
    }

    static MatrixProof.Multiple multiple(MatrixPolynomial left, int of, MatrixPolynomial right) {
        return new MatrixProof.Multiple(left, of, false, right, false);
    }

    static MatrixProof.Multiples sum(MatrixProof.Multiple... multiples) {
        return new MatrixProof.Multiples(List.of(multiples));
    }

    /** x'x. */
    static MatrixProof.Form form(MatrixPolynomial x) {
        return new MatrixProof.Form(Rational.ONE, List.of(), OptionalInt.empty(), x, false);
    }

    /** weight * numbers * x'Sx for the S of a fact. */
    static MatrixProof.Form form(long weight, List<Integer> numbers, int of, MatrixPolynomial x) {
        return new MatrixProof.Form(Rational.of(weight), numbers, OptionalInt.of(of), x, false);
    }

    static MatrixProof.Form traced(MatrixProof.Form form) {
        return new MatrixProof.Form(form.weight(), form.numbers(), form.of(), form.x(), true);
    }

    static MatrixProof.Forms forms(MatrixProof.Form... forms) {
        return new MatrixProof.Forms(List.of(forms), List.of());
    }

    static MatrixProof.Forms forms(List<MatrixProof.Form> forms, MatrixProof.Multiple... multiples) {
        return new MatrixProof.Forms(forms, List.of(multiples));
    }

    static MatrixProof.Instance instance(int of, MatrixPolynomial... arguments) {
        return new MatrixProof.Instance(of, List.of(arguments));
    }

    static List<List<String>> names(int cases) {
        return Stream.generate(List::<String>of).limit(cases).toList();
    }

    static MatrixProof cases(
            Lemma lemma, List<MatrixPolynomial> arguments, List<List<String>> names, MatrixProof... branches) {
        return new MatrixProof.Apply(lemma, arguments, names, List.of(branches));
    }

    /** A lemma that gives no letters. */
    static MatrixProof apply(Lemma lemma, List<MatrixPolynomial> arguments, MatrixProof... branches) {
        return cases(lemma, arguments, names(branches.length), branches);
    }

    static void accepts(MatrixStatement statement, MatrixProof proof) {
        assertThat(Theorem.prove(statement, proof).proposition()).isEqualTo(statement);
    }

    static void rejects(String message, MatrixStatement statement, MatrixProof proof) {
        assertThatThrownBy(() -> Theorem.prove(statement, proof))
                .isInstanceOf(RejectedCertificateException.class)
                .hasMessageContaining(message);
    }

    static <T> List<T> without(List<T> all, int i) {
        List<T> out = new ArrayList<>(all);
        out.remove(i);
        return out;
    }
}
