package org.lossproof.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.lossproof.covariance.RationalMatrix;
import org.lossproof.kernel.RandomMatrices.Both;
import org.lossproof.kernel.RandomMatrices.Model;

/** What is put in the place of letters: its value, its shape, and that no letter is caught. */
class SubstitutionProperties {
    private static final int TRIES = 20;
    private static final Letter X = Letter.matrix("X", "n", "n");
    private static final Letter BOUND = Letter.matrix("all1", "n", "n");

    /**
     * A matrix, and what is put into it.
     *
     * @param into the matrix
     * @param arguments for {@link RandomMatrices#LETTERS}
     * @param sizes what stands for every size
     */
    record Case(MatrixPolynomial into, List<Both> arguments, Map<String, String> sizes) {}

    @Provide
    Arbitrary<Case> ofTheSameSizes() {
        return Arbitraries.randomValue(r -> drawn(r, Map.of("m", "m", "n", "n", "1", "1")));
    }

    @Provide
    Arbitrary<Case> ofAnySizes() {
        return Arbitraries.randomValue(r -> drawn(r, Map.of("m", size(r), "n", size(r), "1", "1")));
    }

    private static String size(Random random) {
        return RandomMatrices.SIZES.get(random.nextInt(3));
    }

    private static Case drawn(Random random, Map<String, String> sizes) {
        List<Both> arguments = new ArrayList<>();
        for (Letter letter : RandomMatrices.LETTERS) {
            Both one = RandomMatrices.draw(random, sizes.get(letter.rows()), sizes.get(letter.columns()), 1);
            Both symmetric = letter.kind() == Letter.Kind.SYMMETRIC
                    ? one.with(one.kernel().plus(one.kernel().transpose()), (x, y) -> x.add(y.transpose()), one)
                    : one;
            arguments.add(letter.kind() == Letter.Kind.NONZERO ? RandomMatrices.of(letter) : symmetric);
        }
        return new Case(
                RandomMatrices.draw(random, size(random), size(random), 2).kernel(), arguments, sizes);
    }

    private static List<MatrixPolynomial> kernel(List<Both> all) {
        return all.stream().map(Both::kernel).toList();
    }

    @Property(tries = TRIES)
    void theValueIsThatOfWhatIsPutIn(@ForAll("ofTheSameSizes") Case c) {
        requireValues(c, Substitution.of(RandomMatrices.LETTERS, kernel(c.arguments), false));
    }

    @Property(tries = TRIES)
    void sizesFollow(@ForAll("ofAnySizes") Case c) {
        requireValues(c, Substitution.of(RandomMatrices.LETTERS, kernel(c.arguments), true));
    }

    private static void requireValues(Case c, Substitution substitution) {
        MatrixPolynomial out = substitution.in(c.into);
        assertThat(out.shape()).isEqualTo(c.sizes.get(c.into.rows()) + " x " + c.sizes.get(c.into.columns()));
        for (int i = 0; i < RandomMatrices.models().size(); i++) {
            Model model = RandomMatrices.models().get(i);
            Map<String, RationalMatrix> matrices = new TreeMap<>();
            for (int k = 0; k < RandomMatrices.LETTERS.size(); k++) {
                matrices.put(
                        RandomMatrices.LETTERS.get(k).name(),
                        c.arguments.get(k).values().get(i));
            }
            Map<String, Integer> sizes = new TreeMap<>();
            c.sizes.forEach((size, now) -> sizes.put(size, model.size(now)));
            assertThat(model.value(out)).isEqualTo(new Model(sizes, matrices).value(c.into));
        }
    }

    private static MatrixPolynomial p(Letter letter) {
        return MatrixPolynomial.of(letter);
    }

    private static void refuses(String message, List<Letter> letters, List<MatrixPolynomial> arguments, boolean any) {
        assertThatThrownBy(() -> Substitution.of(letters, arguments, any))
                .isInstanceOf(RejectedCertificateException.class)
                .hasMessage(message);
    }

    @Example
    void whatDoesNotFitIsRefused() {
        Letter n = RandomMatrices.C;
        refuses("2 matrices are to be named, but there are 1", List.of(n, X), List.of(p(n)), true);
        refuses("a size is m where n is needed", List.of(n), List.of(p(RandomMatrices.A)), false);
        refuses("a size is m where n is needed", List.of(n), List.of(p(RandomMatrices.B)), false);
        refuses("a size is n where m is needed", List.of(n), List.of(p(RandomMatrices.A)), true);
        refuses("a size is m where n is needed", List.of(n, X), List.of(p(n), p(RandomMatrices.T)), true);
        refuses("a size is n where 1 is needed", List.of(RandomMatrices.U), List.of(p(n)), true);
        refuses("a size is n where 1 is needed", List.of(RandomMatrices.ROW), List.of(p(n)), true);
        refuses("C, which is to be S, is not symmetric", List.of(RandomMatrices.S), List.of(p(n)), true);
        Letter r = RandomMatrices.DIVISOR;
        refuses("r is divided by and stays what it is", List.of(r), List.of(p(RandomMatrices.NUMBER)), true);
        refuses("r is divided by and stays what it is", List.of(r), List.of(p(r).scaled(Rational.of(2))), false);
    }

    /** A letter that is divided by is not exchanged by a new name either. */
    @Example
    void aDivisorStays() {
        Substitution to = new Substitution();
        Letter r = RandomMatrices.DIVISOR;
        MatrixTerm.Scalar s = p(r).terms().firstKey().scalars().firstKey();
        MatrixPolynomial divided = MatrixPolynomial.of(
                "1", "1", new MatrixTerm(new TreeMap<>(Map.of(s, -2)), Word.EMPTY), Rational.parse("3/2"));
        assertThat(to.in(divided)).isEqualTo(divided);
        to.fresh(r, "q");
        assertThat(to.in(p(r).power(2))).hasToString("q^2");
        assertThatThrownBy(() -> to.in(divided))
                .isInstanceOf(RejectedCertificateException.class)
                .hasMessage("r is divided by and stays what it is");
    }

    @Example
    void aNewLetterHasTheShapeAndTheKindOfTheParameter() {
        Substitution to = Substitution.of(List.of(RandomMatrices.A), List.of(p(RandomMatrices.U)), true);
        assertThat(to.fresh(RandomMatrices.B, "Z")).isEqualTo(Letter.matrix("Z", "1", "n"));
        assertThat(to.fresh(RandomMatrices.S, "K")).isEqualTo(Letter.scalar("K"));
        assertThat(to.fresh(RandomMatrices.T, "K")).isEqualTo(Letter.symmetric("K", "n"));
        assertThat(to.in(p(RandomMatrices.B).times(p(RandomMatrices.A)))).hasToString("Z*u");
        // What has no other matrix in its place stays, with the sizes that follow.
        assertThat(to.in(p(RandomMatrices.V))).isEqualTo(p(Letter.scalar("v")));
    }

    @Example
    void allFactsAreReached() {
        Substitution to = Substitution.of(List.of(X), List.of(p(RandomMatrices.S)), false);
        MatrixPolynomial square = p(X).transpose().times(p(X));
        MatrixPolynomial s = p(RandomMatrices.S).power(2);
        assertThat(to.in(new MatrixFact.Zero(p(X)))).isEqualTo(new MatrixFact.Zero(p(RandomMatrices.S)));
        assertThat(to.in(new MatrixFact.NonNegative(square))).isEqualTo(new MatrixFact.NonNegative(s));
        assertThat(to.in(new MatrixFact.Positive(square))).isEqualTo(new MatrixFact.Positive(s));
        assertThat(to.in(new MatrixFact.Diagonal(square))).isEqualTo(new MatrixFact.Diagonal(s));
        MatrixFact.Count ofX = new MatrixFact.Count(MatrixFact.Count.Of.RANK, square);
        MatrixFact.Count ofS = new MatrixFact.Count(MatrixFact.Count.Of.RANK, s);
        MatrixFact counts = new MatrixFact.AtLeastZero(
                new TreeMap<>(Map.of(ofX, Rational.of(3), ofS, Rational.of(-2))), Rational.of(5));
        // Two counts that become one add up.
        assertThat(to.in(counts))
                .isEqualTo(new MatrixFact.AtLeastZero(new TreeMap<>(Map.of(ofS, Rational.ONE)), Rational.of(5)));
        MatrixFact all = new MatrixFact.ForAll(
                List.of(RandomMatrices.C),
                new MatrixFact.Zero(p(RandomMatrices.C).times(p(X))));
        assertThat(to.in(all))
                .isEqualTo(new MatrixFact.ForAll(
                        List.of(RandomMatrices.C),
                        new MatrixFact.Zero(p(RandomMatrices.C).times(p(RandomMatrices.S)))));
    }

    /** "All Y with Y X = 0" for X = Y is not "all Y with Y Y = 0". */
    @Example
    void aFreeLetterIsNotCaught() {
        MatrixFact all = new MatrixFact.ForAll(
                List.of(RandomMatrices.C),
                new MatrixFact.Zero(p(RandomMatrices.C).times(p(X))));
        Substitution to = Substitution.of(List.of(X), List.of(p(BOUND)), false);
        assertThatThrownBy(() -> to.in(all))
                .isInstanceOf(RejectedCertificateException.class)
                .hasMessage("all1 is bound, and free in what is put in");
        Substitution other = Substitution.of(
                List.of(X, RandomMatrices.A), List.of(p(X).times(p(BOUND)), p(RandomMatrices.A)), false);
        assertThatThrownBy(() -> other.in(all)).hasMessageContaining("all1 is bound");
    }

    /** What binds has its own letters: what stood for one of that name outside does not reach it. */
    @Example
    void aBoundLetterIsNotReplaced() {
        MatrixFact all = new MatrixFact.ForAll(
                List.of(RandomMatrices.C),
                new MatrixFact.Zero(p(RandomMatrices.C).times(p(X))));
        Substitution to = Substitution.of(List.of(BOUND), List.of(p(RandomMatrices.S)), false);
        assertThat(to.in(all)).isEqualTo(all);
        Substitution sizes = Substitution.of(List.of(X), List.of(p(RandomMatrices.T)), true);
        assertThat(sizes.in(all))
                .isEqualTo(new MatrixFact.ForAll(
                        List.of(Letter.matrix("Z", "m", "m")),
                        new MatrixFact.Zero(p(Letter.matrix("Z", "m", "m")).times(p(RandomMatrices.T)))));
    }
}
