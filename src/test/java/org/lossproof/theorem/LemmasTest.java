package org.lossproof.theorem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.lossproof.covariance.RationalMatrix;
import org.lossproof.kernel.Lemma;
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
