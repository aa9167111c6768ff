package org.lossproof.theorem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lossproof.covariance.RationalMatrix;
import org.lossproof.kernel.Lemma;
import org.lossproof.kernel.MatrixPolynomial;
import org.lossproof.kernel.MatrixProof;
import org.lossproof.kernel.MatrixStatement;
import org.lossproof.kernel.Rational;
import org.lossproof.kernel.RejectedCertificateException;
import org.lossproof.kernel.Theorem;
import org.lossproof.loss.InputException;
import org.lossproof.page.matrix.MatrixTheorem;

/** Where proofs about matrices go wrong: each is refused, with the place. */
class TrapsTest {
    private static final String LETTERS = """
            sizes d1, d0
            scalar q > 0, g
            matrix V : d1 x d0, A : d1 x d0, B : d0 x d1, X : d0 x d0, S : d1 x d1
            symmetric G : d0, P : d0
            let L(V) = -tr(V*G*V') + q*tr((V*V')^2)
            let H = V'*V
            """;

    private static void prove(String theorem) {
        TheoremElaboration elaboration = new TheoremElaboration(TheoremBlocks.one(LETTERS, theorem));
        Theorem.prove(elaboration.statement(), elaboration.proof().certificate());
    }

    private static String refusal(String theorem) {
        InputException e = assertThrows(InputException.class, () -> prove(theorem));
        return e.getMessage();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    V*V == 0           | page:10:7 | shape d1 x d0 and one of shape d1 x d0 have no product
                    V*V' - V'*V == 0   | page:10:6 | shape d1 x d1 and one of shape d0 x d0 do not add
                    V - 1 == 0         | page:10:6 | the number -1 is added to a matrix of shape d1 x d0, which is not square
                    tr(V) == 0         | page:10:6 | shape d1 x d0 has no trace
                    V >= 0             | page:10:6 | V is not symmetric, so it has no sign
                    X >= 0             | page:10:6 | X is not symmetric, so it has no sign
                    V == G             | page:10:6 | shape d1 x d0 and one of shape d0 x d0 do not add
                    V^2 == 0           | page:10:6 | shape d1 x d0 has no powers
                    diagonal V         | page:10:6 | shape d1 x d0 has no diagonal
                    positive(X) <= d0  | page:10:6 | X is not symmetric, so it has no sign
                    """)
    void shapesThatDoNotFitAreRefused(String shown, String place, String what) {
        String message = refusal("show " + shown + "\ndone");
        assertTrue(message.contains(what), message);
        assertTrue(message.startsWith("page:10:"), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1/g*V == 0", "1/(2*q - 1)*V == 0", "1/tr(P)*V == 0", "1/G == 0", "G^-1*G == 1"})
    void whatMayBeZeroIsNotDividedBy(String shown) {
        String message = refusal("show " + shown + "\ndone");
        assertTrue(message.contains("is not divided by") || message.contains("may be zero"), message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "assume f: V'*V == 1\nshow tr(V*V') == tr(id(d1))\ndone",
                "assume f: V'*V == 1\nshow V*V' == 1\ndone",
                "assume f: g*V == 0\nshow V == 0\ndone",
                "assume f: A*B == 1\nshow B*A == 1\ndone",
                "assume f: tr(X) == 0\nshow X == 0\ndone",
                "assume f: tr(X) == 0\nshow tr(X*G) == 0\ndone",
                "show tr(X*P*X'*G) == tr(X*X'*P*G)\ndone",
                "assume f: V'*V == 0\nshow V == 0\ndone",
                "assume f: P*P == P\nshow P == 1\ndone",
                "assume c: stationary V of L\nshow H == 1/(2*q)*G\ndone",
                "show V == 0\ncases sign of g\ncase a\n  done\ncase b\n  done\ncase c\n  done",
                "show rank(V) <= 3\nuse rank-shape of V\ndone",
                "assume f: rank(V) > 0\nassume g: rank(V) < 2\nshow rank(V) >= 2\ndone",
            })
    void whatDoesNotFollowIsNotFound(String theorem) {
        assertThrows(ProofGapException.class, () -> prove(theorem));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "assume f: V'*V == 1\nshow tr(V*V') == tr(id(d0))\ndone",
                "assume f: V'*V == 0\nshow V == 0\nuse z: gram-zero of V\ndone",
                "assume f: rank(V) > 0\nassume g: rank(V) < 2\nshow rank(V) == 1\ndone",
                "assume f: g*V == 0\nassume h: g > 0\nshow V == 0\nhave g*g > 0 as [h]*[h]\nobtain r by reciprocal of g\nhave V == 0\ndone"
            })
    void whatFollowsIsFound(String theorem) {
        prove(theorem);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "assume f: id(d0) == 0\nshow X == 0\ndone",
                "assume f: tr(id(d0)) == 0\nshow G*P == P*G\ndone",
                "assume f: g > 0\nassume h: g <= 0\nshow V == 0\nabsurd g as [h]",
                "assume f: G > 0\nassume h: G <= 0\nshow V == 0\ndone",
                "assume f: X*P - P*X == 1\nshow V == 0\ndone"
            })
    void premisesThatContradictEachOtherHaveNoInstance(String theorem) {
        assertEquals(List.of(), TheoremExamples.check(TheoremBlocks.one(LETTERS, theorem)));
    }

    /** The statement says "for every H", so it must not be about the abbreviation H = V'V. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    for every H : d0 x d0 | 'H' is taken; choose another name
                    for every L : d0 x d0 | 'L' is taken; choose another name
                    for every V : d0 x d0 | 'V' is taken; choose another name
                    for every d0 : 1 x 1  | 'd0' is taken; choose another name
                    for every tr : 1 x 1  | 'tr' is taken; choose another name
                    """)
    void aNameStandsForOneThing(String line, String what) {
        String message = refusal(line + "\nshow H >= 0\ndone");
        assertTrue(message.contains(what), message);
        assertTrue(message.startsWith("page:10:11"), message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "show V == V\nobtain V by root of H\ndone",
                "show V == V\nobtain K by pseudo-inverse of G\nobtain K by pseudo-inverse of P\ndone",
                "show V == V\nname V = 2*G\ndone",
                "show V == V\nfix V : d0 x 1\nthus V'*V >= 0\ndone",
                "show exists V : d0 x d0, V == 0\ndone with 0*G",
            })
    void lettersAreFresh(String theorem) {
        assertThrows(InputException.class, () -> prove(theorem));
    }

    @Test
    void factsDoNotLeakBetweenCases() {
        String leak = """
                show g*g >= 0
                cases sign of g
                case above
                  have sq: g*g >= 0 as [above]*[above]
                  done
                case level
                  have g*g >= 0 as [above]*[above]
                  done
                case below
                  done
                """;
        assertTrue(refusal(leak).contains("no fact is labelled 'above'"));
        String unlabelled = leak.replace(
                "  have g*g >= 0 as [above]*[above]\n  done\ncase below", "  have g > 0\n  done\ncase below");
        assertThrows(ProofGapException.class, () -> prove(unlabelled));
    }

    @Test
    void aFactUnderFixStaysThere() {
        String leak = """
                show G >= 0
                fix y : d0 x 1
                  use b: letter of y
                thus y'*y >= 0
                have y'*y >= 0
                done
                """;
        assertThrows(RuntimeException.class, () -> prove(leak));
    }

    @Test
    void aMissingCaseIsRefused() {
        String message = refusal("show g*g >= 0\ncases sign of g\ncase a\n  done\ncase b\n  done");
        assertTrue(message.contains("'sign' has 3 cases, of which 2 are here"), message);
        MatrixStatement statement = new MatrixStatement(List.of(), List.of(), List.of());
        MatrixProof missing = new MatrixProof.Apply(
                Lemma.SIGN,
                List.of(MatrixPolynomial.number(Rational.ONE)),
                List.of(List.of(), List.of(), List.of()),
                List.of());
        assertThrows(RejectedCertificateException.class, () -> Theorem.prove(statement, missing));
    }

    /** The sentence that is printed and the statement that is checked are one formula. */
    @Test
    void aLabelIsWhatIsChecked() {
        MatrixTheorem theorem = TheoremBlocks.one(LETTERS, "assume square: P*P == P\nshow (1-P)^2 == 1 - P\ndone");
        MatrixStatement statement = new TheoremElaboration(theorem).statement();
        assertEquals(2, statement.premises().size(), "q > 0, P P = P");
        assertTrue(theorem.tex().startsWith("P\\,P = P"), theorem.tex());
        assertTrue(refusal("assume square: P*P == P\nshow P >= 0\nhave P >= 0 as [square]\ndone")
                .contains("'square' says of no matrix that it is not negative"));
    }

    /** One row, a mask that is empty or everything: theorems hold there too. */
    @ParameterizedTest
    @CsvSource({"1, 2, 0", "1, 1, 1", "2, 2, 2", "3, 2, 0", "2, 3, 3"})
    void boundaryCasesSatisfyTheTheoremOfTheForm(int d1, int d0, int rank) {
        MatrixStatement statement = new TheoremElaboration(
                        TheoremBlocks.one(
                                LETTERS,
                                "assume c: stationary V of L\nassume h: H == 1/(2*q)*P*G\nassume p: P*P == P\nshow P*G == G*P and L(V) == -q*tr(H^2)\ndone"))
                .statement();
        int most = Math.min(rank, Math.min(d1, d0));
        Instance at = new Instance(Map.of("d1", d1, "d0", d0), Map.of())
                .with("q", RationalMatrix.diagonal(List.of(new BigFraction(1, 2))))
                .with(
                        "V",
                        RationalMatrix.of(
                                d1, d0, (i, j) -> i.equals(j) && i < most ? BigFraction.ONE : BigFraction.ZERO))
                .with("G", RationalMatrix.identity(d0))
                .with(
                        "P",
                        RationalMatrix.of(
                                d0, d0, (i, j) -> i.equals(j) && i < most ? BigFraction.ONE : BigFraction.ZERO));
        MatrixModel model = new MatrixModel(at);
        assertEquals(Truth.TRUE, model.all(statement.premises()));
        assertEquals(Truth.TRUE, model.conclusion(statement));
        assertFalse(CounterexampleSearch.fails(statement, at));
    }

    @Test
    void symmetricLettersHaveNoGradientOfTheirOwn() {
        String letters = LETTERS + "let N(G) = tr(X*G)\n";
        InputException e = assertThrows(
                InputException.class,
                () -> new TheoremElaboration(
                        TheoremBlocks.one(letters, "assume c: stationary G of N\nshow X == 0\ndone")));
        assertTrue(e.getMessage().contains("G is symmetric"), e.getMessage());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    example V = [1, 0; 0]           | page:12:20: row 2 has 1 entries, the first has 2
                    example V = [1, 0], U = [1]     | page:12:21: 'U' is no letter of this theorem
                    example V = [1, 0], V = [1]     | page:12:21: 'V' is given twice
                    example V = [1, a]              | page:12:17: found 'a' where a number such as -1/2 is needed
                    example V = [1, 1/0]            | page:12:19: a division by zero
                    example V = [1, 0], G = [1]     | page:12:25: G has 1 rows, but its shape is d0 x d0, and d0 = 2
                    example V = [1, 0], G = [1, 2; 3, 4] | page:12:25: G is symmetric, but its entries 3 and 2 in rows 2 and 1 differ
                    example V = [1], q = 0          | page:12:22: q is positive, so it is not 0
                    example V = [1], q = 1          | page:12:1: the example gives no G : d0 x d0
                    example V = [1], q = 1, G = [1] | page:12:1: a premise does not hold there
                    """)
    void badExamplesAreErrors(String line, String what) {
        InputException e = assertThrows(
                InputException.class,
                () -> TheoremExamples.check(TheoremBlocks.one(
                        LETTERS,
                        "assume c: stationary V of L\nshow H*G == G*H\n" + line + "\nhave H*G == 2*q*H^2\ndone")));
        assertTrue(e.getMessage().startsWith(what), e.getMessage());
    }

    @Test
    void aGoodExampleIsPrintedAsItIsWritten() {
        MatrixTheorem theorem = TheoremBlocks.one(
                LETTERS,
                "assume c: stationary V of L\nshow H*G == G*H\nexample q = 1/2, V = [1, 0], G = [1, 0; 0, -3/2]\nhave H*G == 2*q*H^2\ndone");
        assertEquals(
                "q = 1/2, V = [1, 0], G = [1, 0; 0, -3/2]",
                TheoremExamples.check(theorem).get(0).toString());
        assertTrue(TheoremMutants.proved(theorem));
    }
}
