package org.lossproof.theorem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lossproof.covariance.RationalMatrix;
import org.lossproof.kernel.Lemma;
import org.lossproof.kernel.MatrixFact;
import org.lossproof.kernel.MatrixStatement;

/** The lemmas that the kernel takes for true, attacked like any statement: exact rational matrices that satisfy the premises. */
class LemmasTest {
    private static final int DRAWS_PER_SIZE = 60;

    /** What exists there is irrational in general, so that rational matrices seldom decide it. */
    private static final Set<Lemma> OF_ROOTS =
            EnumSet.of(Lemma.ROOT, Lemma.POSITIVE_ROOT, Lemma.POLAR, Lemma.SPECTRAL, Lemma.SEPARATION, Lemma.FACTOR);

    @ParameterizedTest
    @EnumSource(Lemma.class)
    void noRationalMatricesRefuteIt(Lemma lemma) {
        CounterexampleSearch.Outcome outcome = new CounterexampleSearch(lemma.statement(), DRAWS_PER_SIZE).search();
        assertThat(outcome.counterexample()).as(outcome.text()).isEmpty();
        // Premises that contradict each other have no instance, which is what that lemma says.
        assertThat(outcome.instances() > 0)
                .isEqualTo(!lemma.statement().alternatives().isEmpty());
        if (!lemma.statement().alternatives().isEmpty() && !OF_ROOTS.contains(lemma)) {
            assertThat(outcome.undecided()).isLessThan(outcome.instances());
        }
    }

    /**
     * What these say exists gives back each of their premises: H = KK is not negative, H = KK with K J = 1 is positive, U X U' and U Y U'
     * commute for diagonal X and Y, Y'Y is not negative and has the rank of Y at most.
     */
    private static final Set<Lemma> NO_LESS = EnumSet.of(Lemma.ROOT, Lemma.POSITIVE_ROOT, Lemma.SPECTRAL, Lemma.FACTOR);

    /** For any symmetric P the form of G is not positive on the kernel of P; the lemma speaks of projections, as the pages do. */
    private static final MatrixFact NOT_NEEDED =
            Lemma.INERTIA_AT_MOST.statement().premises().get(0);

    /** Without any one of its premises a lemma is false, at exact matrices. */
    @ParameterizedTest
    @EnumSource(Lemma.class)
    void everyPremiseMatters(Lemma lemma) {
        MatrixStatement says = lemma.statement();
        for (int i = 0; i < says.premises().size(); i++) {
            MatrixFact left = says.premises().get(i);
            List<MatrixFact> others = new ArrayList<>(says.premises());
            others.remove(i);
            List<MatrixStatement.Alternative> conclusion =
                    NO_LESS.contains(lemma) ? List.of(MatrixStatement.Alternative.of(left)) : says.alternatives();
            CounterexampleSearch.Outcome outcome = new CounterexampleSearch(
                            new MatrixStatement(says.letters(), others, conclusion), DRAWS_PER_SIZE)
                    .search();
            boolean byHand = lemma == Lemma.SEPARATION || left.equals(NOT_NEEDED);
            assertThat(outcome.counterexample().isEmpty())
                    .as("%s without %s: %s", lemma.word(), left, outcome.text())
                    .isEqualTo(byHand);
        }
    }

    /**
     * Matrices at which all premises hold but one, and neither case does. A number t between them would give (a'PHPa)(b'(1-P)b) >= (a'Pa)
     * (b'(1-P)H(1-P)b) wherever a'Pa and b'(1-P)b are not negative; a vector w = Pw makes 1 - P singular, and if H w = g w too, (1-P)HP has
     * a lower rank than P.
     */
    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void separationNeedsAProjectionThatCommutes(int left) {
        RationalMatrix p = left == 0 ? of(2, 2, 2, 0, 0, -1) : of(2, 2, 1, 0, 0, 0);
        RationalMatrix h = left == 0 ? of(2, 2, 0, 0, 0, 1) : of(2, 2, 0, 1, 1, 1);
        List<MatrixFact> premises = Lemma.SEPARATION.statement().premises();
        MatrixModel model = new MatrixModel(new Instance(Map.of("n", 2), Map.of("H", h, "P", p)));
        assertThat(model.truth(premises.get(left))).isEqualTo(Truth.FALSE);
        assertThat(model.truth(premises.get(1 - left))).isEqualTo(Truth.TRUE);
        RationalMatrix off = RationalMatrix.identity(2).add(p.scale(BigFraction.MINUS_ONE));
        RationalMatrix on = p.multiply(h).multiply(p);
        RationalMatrix beside = off.multiply(h).multiply(off);
        // a and b are the first and the second unit vector.
        assertThat(p.get(0, 0).signum()).isNotNegative();
        assertThat(off.get(1, 1).signum()).isNotNegative();
        assertThat(on.get(0, 0).multiply(off.get(1, 1))).isLessThan(p.get(0, 0).multiply(beside.get(1, 1)));
        assertThat(Elimination.rank(off) == 2
                        || Elimination.rank(off.multiply(h).multiply(p)) == Elimination.rank(p))
                .isTrue();
    }

    /** Where what exists is rational by construction, it is as the lemma says. */
    @ParameterizedTest
    @MethodSource("constructed")
    void whatExistsIsAsItSays(Lemma lemma, int alternative, Map<String, RationalMatrix> matrices) {
        MatrixModel model = new MatrixModel(new Instance(Map.of("n", 2, "m", 3), matrices));
        MatrixStatement says = lemma.statement();
        assertThat(says.premises()).allSatisfy(f -> assertThat(model.truth(f)).isEqualTo(Truth.TRUE));
        assertThat(says.alternatives().get(alternative).facts())
                .isNotEmpty()
                .allSatisfy(f -> assertThat(model.truth(f)).as(f.toString()).isEqualTo(Truth.TRUE));
    }

    static Stream<Arguments> constructed() {
        RationalMatrix root = of(2, 2, 2, 1, 1, 3);
        RationalMatrix semidefinite = of(2, 2, 1, 2, 2, 4);
        // A rotation by the triangle 3, 4, 5.
        RationalMatrix turn = of(2, 2, 3, -4, 4, 3).scale(new BigFraction(1, 5));
        RationalMatrix x = of(2, 2, 5, 0, 0, -2);
        RationalMatrix y = of(2, 2, 1, 0, 0, 0);
        RationalMatrix mask = turn.multiply(y).multiply(turn.transpose());
        RationalMatrix turned = turn.multiply(x).multiply(turn.transpose());
        RationalMatrix factor = of(3, 2, 1, 2, 0, 1, -1, 4);
        RationalMatrix w = turn.multiply(of(2, 1, 1, 0));
        RationalMatrix u = turn.multiply(of(2, 1, 0, 1));
        return Stream.of(
                Arguments.of(Lemma.ROOT, 0, Map.of("H", semidefinite.multiply(semidefinite), "K", semidefinite)),
                Arguments.of(Lemma.POSITIVE_ROOT, 0, Map.of("H", root.multiply(root), "K", root, "J", root.inverse())),
                Arguments.of(Lemma.POLAR, 0, Map.of("D", turn.multiply(semidefinite), "O", turn, "K", semidefinite)),
                Arguments.of(Lemma.SPECTRAL, 0, Map.of("G", turned, "H", mask, "U", turn, "X", x, "Y", y)),
                Arguments.of(
                        Lemma.FACTOR, 0, Map.of("H", factor.transpose().multiply(factor), "L", factor, "Y", factor)),
                Arguments.of(Lemma.SEPARATION, 0, Map.of("H", turned, "P", mask, "t", of(1, 1, 1))),
                Arguments.of(
                        Lemma.SEPARATION,
                        1,
                        Map.of(
                                "H",
                                turned.scale(BigFraction.MINUS_ONE),
                                "P",
                                mask,
                                "x",
                                w,
                                "u",
                                u,
                                "g",
                                of(1, 1, -5),
                                "h",
                                of(1, 1, 2))));
    }

    private static RationalMatrix of(int rows, int columns, int... entries) {
        return RationalMatrix.of(rows, columns, (i, j) -> new BigFraction(entries[i * columns + j]));
    }
}
