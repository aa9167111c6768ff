package org.lossproof.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lossproof.kernel.MatrixFact.ForAll;
import org.lossproof.kernel.MatrixFact.NonNegative;
import org.lossproof.kernel.MatrixFact.Positive;
import org.lossproof.kernel.MatrixFact.Zero;
import org.lossproof.kernel.MatrixStatement.Alternative;

/** The steps of a proof about matrices: what is in scope, what a lemma needs, what is left to show. */
class MatrixCheckTest extends MatrixProofs {
    private static final MatrixFact CC = new Zero(C.times(C));
    private static final MatrixFact C0 = new Zero(C);

    @Test
    void whatIsKnownIsShown() {
        accepts(statement(List.of(c), List.of(CC), CC), done());
        assertThat(Theorem.prove(statement(List.of(c), List.of(CC), CC), done()).lemmas())
                .isEmpty();
        rejects("not shown: C = 0", statement(List.of(c), List.of(CC), C0), done());
        rejects("not shown: C = 0", statement(List.of(c), List.of(CC), CC, C0), done());
        rejects("not shown: C = 0", statement(List.of(c), List.of(), C0), done());
    }

    @Test
    void anAlternativeIsOneOfTheStatement() {
        MatrixStatement either =
                new MatrixStatement(List.of(c), List.of(CC), List.of(Alternative.of(C0), Alternative.of(CC)));
        accepts(either, done(1));
        rejects("not shown: C = 0", either, done(0));
        rejects("the statement has no such alternative", either, done(2));
        rejects("the statement has no such alternative", either, done(-1));
        rejects(
                "the statement has no such alternative",
                new MatrixStatement(List.of(c), List.of(CC), List.of()),
                done(0));
    }

    @Test
    void whatExistsIsNamedByAWitness() {
        MatrixFact root = new Zero(of(k).times(of(k)).minus(S));
        MatrixStatement some = new MatrixStatement(
                List.of(c, s, r),
                List.of(new Zero(C.times(C).minus(S))),
                List.of(new Alternative(List.of(k), List.of(root))));
        accepts(some, done(0, C));
        rejects("not shown: -S + C*C*C*C = 0", some, done(0, C.times(C)));
        rejects("unknown matrix B", some, done(0, of(RandomMatrices.B)));
        rejects("1 matrices are to be named, but there are 0", some, done(0));
        rejects("a size is 1 where n is needed", some, done(0, R));
    }

    @Test
    void everyLetterIsDeclaredOnceWithItsShape() {
        rejects("unknown matrix S", statement(List.of(c), List.of(new Zero(S)), CC), done());
        rejects("unknown matrix S", statement(List.of(c), List.of(CC), new Zero(S)), done());
        rejects("unknown matrix C", statement(List.of(Letter.symmetric("C", "n")), List.of(CC), new Zero(S)), done());
        rejects("n is a size and a matrix", statement(List.of(c, Letter.scalar("n")), List.of(CC), CC), done());
        rejects(
                "n is a size and a matrix",
                statement(List.of(Letter.scalar("n"), c), List.of(), new Zero(of(Letter.scalar("n")))),
                done());
        rejects(
                "m is a size and a matrix",
                statement(List.of(Letter.scalar("m"), RandomMatrices.A), List.of(), CC),
                done());
        rejects(
                "m is a size and a matrix",
                statement(List.of(Letter.scalar("m"), RandomMatrices.B), List.of(), CC),
                done());
        rejects("unknown size m", statement(List.of(c), List.of(new Zero(one("m").trace())), CC), done());
        rejects("unknown size m", statement(List.of(c), List.of(CC), new Zero(one("m").trace())), done());
        accepts(statement(List.of(c), List.of(CC, new Zero(number(0))), CC), done());
        rejects(
                "unknown matrix S",
                new MatrixStatement(List.of(c), List.of(CC), List.of(Alternative.of(CC), Alternative.of(new Zero(S)))),
                done());
        // What one alternative names, another does not know.
        MatrixStatement leaking = new MatrixStatement(
                List.of(c),
                List.of(CC),
                List.of(new Alternative(List.of(s), List.of(CC)), Alternative.of(new Zero(S.minus(S.times(C))))));
        rejects("unknown matrix S", leaking, done(1));
    }

    @Test
    void whatIsSaidOfAllSpeaksOfKnownLettersToo() {
        Letter x = Letter.matrix("x", "n", "1");
        accepts(statement(List.of(c), List.of(CC, new ForAll(List.of(x), new Zero(C.times(of(x))))), CC), done());
        rejects(
                "unknown matrix S",
                statement(List.of(c), List.of(CC, new ForAll(List.of(x), new Zero(S.times(of(x))))), CC),
                done());
        Letter all = Letter.scalar("all1");
        rejects(
                "all1 already stands for a matrix",
                statement(List.of(all), List.of(new ForAll(List.of(x), new Zero(of(x)))), new Zero(of(all))),
                done());
        rejects(
                "all1 is a size and a matrix",
                statement(List.of(Letter.symmetric("Q", "all1")), List.of(new ForAll(List.of(x), new Zero(of(x)))), CC),
                done());
        // The letters of 'for all' are not known outside it.
        rejects(
                "unknown matrix all1",
                statement(
                        List.of(c),
                        List.of(
                                new ForAll(List.of(x), new Zero(C.times(of(x)))),
                                new Zero(of(Letter.matrix("all1", "n", "1")))),
                        CC),
                done());
    }

    @Test
    void aStepIsKnownAfterItIsShown() {
        MatrixFact cube = new Zero(C.power(3));
        MatrixProof.Reason byFirst = sum(multiple(C, 0, one("n")));
        accepts(statement(List.of(c), List.of(CC), cube), have(cube, byFirst, done()));
        MatrixFact fourth = new Zero(C.power(4));
        accepts(
                statement(List.of(c), List.of(CC), fourth),
                have(cube, byFirst, have(fourth, sum(multiple(C, 1, one("n"))), done())));
        rejects(
                "there is no fact 1",
                statement(List.of(c), List.of(CC), fourth),
                have(fourth, sum(multiple(C, 1, one("n"))), done()));
        // A step is about known matrices only, even where it is true of any.
        MatrixFact of = new Zero(S.minus(S));
        accepts(statement(List.of(c), List.of(CC), of), have(of, sum(), done()));
        MatrixFact square =
                new NonNegative(number(1).plus(of(RandomMatrices.NUMBER)).minus(of(RandomMatrices.NUMBER)));
        accepts(statement(List.of(c), List.of(), square), have(square, forms(form(number(1))), done()));
        rejects(
                "unknown size m",
                statement(List.of(c), List.of(), CC),
                have(new Zero(MatrixPolynomial.zero("m", "n")), sum(), done()));
    }

    /** x'CCx = 0 for a vector of which nothing is known, so for all. */
    private static MatrixProof forEvery(Letter x, MatrixFact shown, MatrixProof then) {
        return new MatrixProof.Generalise(
                x, shown, have(shown, sum(multiple(of(x).transpose(), 0, of(x))), done()), then);
    }

    @Test
    void whatIsShownOfALetterIsTrueOfAll() {
        Letter x = RandomMatrices.U;
        MatrixFact shown = new Zero(of(x).transpose().times(C).times(C).times(of(x)));
        MatrixFact all = new ForAll(List.of(x), shown);
        accepts(statement(List.of(c), List.of(CC), all), forEvery(x, shown, done()));
        Letter v = RandomMatrices.V;
        MatrixFact ofV = new Zero(of(v).transpose().times(C).times(C).times(of(v)));
        MatrixStatement instance = statement(List.of(c, v), List.of(CC), ofV);
        accepts(instance, forEvery(x, shown, have(ofV, instance(1, of(v)), done())));
        // What was found on the way is about that letter, and is not known outside.
        rejects("not shown:", statement(List.of(c, v), List.of(CC), ofV, CC), forEvery(v(), shown(v()), done()));
        rejects(
                "it is no instance",
                instance,
                forEvery(x, shown, have(ofV, instance(1, of(v).scaled(Rational.of(2))), done())));
        rejects("unknown matrix u", instance, forEvery(x, shown, have(ofV, instance(1, of(x)), done())));
        rejects("1 matrices are to be named", instance, forEvery(x, shown, have(ofV, instance(1), done())));
        rejects("shows no such fact", instance, forEvery(x, shown, have(ofV, instance(0, of(v)), done())));
        rejects("there is no fact 2", instance, forEvery(x, shown, have(ofV, instance(2, of(v)), done())));
        rejects("there is no fact -1", instance, forEvery(x, shown, have(ofV, instance(-1, of(v)), done())));
    }

    private static Letter v() {
        return Letter.matrix("q", "n", "1");
    }

    private static MatrixFact shown(Letter x) {
        return new Zero(of(x).transpose().times(C).times(C).times(of(x)));
    }

    /** A premise about v says nothing of all vectors. */
    @Test
    void aLetterThatIsGeneralisedIsNew() {
        Letter v = RandomMatrices.V;
        MatrixFact ofV = new Zero(C.times(of(v)));
        MatrixFact all = new ForAll(List.of(v), ofV);
        rejects(
                "v already stands for a matrix",
                statement(List.of(c, v), List.of(ofV), all),
                new MatrixProof.Generalise(v, ofV, done(), done()));
        Letter x = RandomMatrices.U;
        rejects(
                "not shown: C*u = 0",
                statement(List.of(c, v), List.of(ofV), all),
                new MatrixProof.Generalise(x, new Zero(C.times(of(x))), done(), done()));
        // Within, the goal is that fact alone, not an alternative of the statement.
        rejects(
                "the statement has no such alternative",
                new MatrixStatement(List.of(c), List.of(CC), List.of(Alternative.of(C0), Alternative.of(CC))),
                new MatrixProof.Generalise(x, CC, done(1), done(0)));
        rejects(
                "one 'for all' stands within another",
                statement(List.of(c), List.of(all), CC),
                new MatrixProof.Generalise(x, all, done(), done()));
    }

    /**
     * "For all" names its letter all1. Were a letter of the statement caught by it, a (x - 1) = 0 for a = 1 would be said of all a, so
     * that 2 = 0.
     */
    @Test
    void theNameOfABoundLetterCatchesNone() {
        Letter one = Letter.scalar("all1");
        Letter x = Letter.scalar("x");
        MatrixFact isOne = new Zero(of(one).minus(number(1)));
        MatrixFact shown = new Zero(of(x).times(of(one).minus(number(1))));
        rejects(
                "all1 already stands for a matrix",
                statement(List.of(one), List.of(isOne), new Zero(number(2))),
                new MatrixProof.Generalise(
                        x,
                        shown,
                        have(shown, sum(multiple(of(x), 0, number(1))), done()),
                        have(new Zero(number(2)), instance(1, number(2)), done())));
    }

    @Test
    void whatFollowsFromALemmaNeedsItsPremises() {
        MatrixFact gram = new Zero(C.transpose().times(C));
        MatrixStatement zero = statement(List.of(c), List.of(gram), C0);
        MatrixProof proof = apply(Lemma.GRAM_ZERO, List.of(C), done());
        accepts(zero, proof);
        assertThat(Theorem.prove(zero, proof).lemmas()).containsExactly(Lemma.GRAM_ZERO);
        rejects("lemma gram-zero needs C'*C = 0", statement(List.of(c), List.of(CC), C0), proof);
        rejects("unknown matrix S", zero, apply(Lemma.GRAM_ZERO, List.of(S), done()));
        rejects("1 matrices are to be named, but there are 2", zero, apply(Lemma.GRAM_ZERO, List.of(C, C), done()));
    }

    @Test
    void lemmasInsideAndAfterAreCounted() {
        Letter x = RandomMatrices.U;
        MatrixFact ofX = new Zero(C.times(of(x)));
        MatrixFact gram = new Zero(C.transpose().times(C));
        MatrixProof inside = apply(Lemma.GRAM_ZERO, List.of(C), have(ofX, sum(multiple(one("n"), 1, of(x))), done()));
        MatrixProof then = apply(Lemma.SIGN, List.of(number(1)), done(), done(), done());
        MatrixStatement statement = statement(List.of(c), List.of(gram), new ForAll(List.of(x), ofX));
        MatrixProof proof = new MatrixProof.Generalise(x, ofX, inside, then);
        assertThat(Theorem.prove(statement, proof).lemmas()).containsExactlyInAnyOrder(Lemma.GRAM_ZERO, Lemma.SIGN);
        assertThat(Theorem.prove(statement, proof).axioms()).isEmpty();
    }

    /** s^2 >= 0: by its sign, with three cases. */
    @Test
    void everyCaseIsShown() {
        MatrixPolynomial t = of(RandomMatrices.NUMBER);
        MatrixFact or = new NonNegative(t);
        MatrixFact minus = new NonNegative(t.scaled(Rational.of(-1)));
        MatrixStatement either = new MatrixStatement(
                List.of(RandomMatrices.NUMBER), List.of(), List.of(Alternative.of(or), Alternative.of(minus)));
        MatrixProof positive = have(or, forms(form(1, List.of(), 0, number(1))), done(0));
        MatrixProof vanishes = have(or, forms(List.of(), multiple(number(1), 0, number(1))), done(0));
        MatrixProof negative = have(minus, forms(form(1, List.of(), 0, number(1))), done(1));
        accepts(either, apply(Lemma.SIGN, List.of(t), positive, vanishes, negative));
        rejects("sign has 3 cases", either, cases(Lemma.SIGN, List.of(t), names(3), positive, vanishes));
        rejects(
                "sign has 3 cases",
                either,
                cases(Lemma.SIGN, List.of(t), names(3), positive, vanishes, negative, negative));
        rejects("sign has 3 cases", either, cases(Lemma.SIGN, List.of(t), names(2), positive, vanishes, negative));
        rejects("sign has 3 cases", either, cases(Lemma.SIGN, List.of(t), names(4), positive, vanishes, negative));
        rejects(
                "sign gives 0 matrices, and 1 are named",
                either,
                cases(
                        Lemma.SIGN,
                        List.of(t),
                        List.of(List.of(), List.of("x"), List.of()),
                        positive,
                        vanishes,
                        negative));
        // What is known in a case is not known in another.
        rejects("multiplied out", either, apply(Lemma.SIGN, List.of(t), positive, vanishes, positive));
        rejects("multiplied out", either, apply(Lemma.SIGN, List.of(t), negative, vanishes, negative));
        rejects("says of nothing that it is zero", either, apply(Lemma.SIGN, List.of(t), vanishes, vanishes, negative));
        rejects("not shown", either, apply(Lemma.SIGN, List.of(t), positive, done(0), negative));
    }

    @Test
    void whatALemmaGivesIsNew() {
        MatrixProof copy =
                cases(Lemma.LETTER, List.of(C), List.of(List.of("Q")), done(0, of(Letter.matrix("Q", "n", "n"))));
        MatrixStatement some = new MatrixStatement(
                List.of(c), List.of(), List.of(new Alternative(List.of(k), List.of(new Zero(of(k).minus(C))))));
        accepts(some, copy);
        for (String name : List.of("C", "n", "1")) {
            assertThatThrownBy(() ->
                            Theorem.prove(some, cases(Lemma.LETTER, List.of(C), List.of(List.of(name)), done(0, C))))
                    .as(name)
                    .isInstanceOf(RejectedCertificateException.class);
        }
        rejects(
                "letter gives 1 matrices, and 0 are named",
                some,
                cases(Lemma.LETTER, List.of(C), List.of(List.of()), done(0, C)));
        rejects(
                "Y stands for two matrices",
                statement(List.of(c, s), List.of(new Positive(S)), CC),
                cases(Lemma.POSITIVE_ROOT, List.of(S), List.of(List.of("Y", "Y")), done()));
        // What a step inside 'for all' obtains, the steps after it do not know.
        Letter x = RandomMatrices.U;
        MatrixFact zero = new Zero(of(x).minus(of(x)));
        rejects(
                "unknown matrix Q",
                some,
                new MatrixProof.Generalise(
                        x,
                        zero,
                        have(zero, sum(), cases(Lemma.LETTER, List.of(C), List.of(List.of("Q")), done())),
                        done(0, of(Letter.matrix("Q", "n", "n")))));
    }

    @Test
    void contradictionsShowAnything() {
        MatrixPolynomial t = of(RandomMatrices.NUMBER);
        List<MatrixFact> both = new ArrayList<>(List.of(new Positive(t), new NonNegative(t.scaled(Rational.of(-1)))));
        MatrixStatement none = new MatrixStatement(List.of(RandomMatrices.NUMBER), both, List.of());
        accepts(none, apply(Lemma.CONTRADICTION, List.of(t)));
        both.set(0, new NonNegative(t));
        rejects(
                "lemma contradiction needs s > 0",
                new MatrixStatement(List.of(RandomMatrices.NUMBER), both, List.of()),
                apply(Lemma.CONTRADICTION, List.of(t)));
    }
}
