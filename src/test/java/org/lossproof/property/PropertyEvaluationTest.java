package org.lossproof.property;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lossproof.covariance.ModelDraw;
import org.lossproof.loss.InputException;
import org.lossproof.loss.Losses;
import org.lossproof.page.ModelProperty;
import org.lossproof.page.Page;

/**
 * Properties at models that were solved by hand. {@code ONE}: a = c = 1, s = 2; {@code TWO}: a = (1, 3), c = (0, 1), s = (1, 4); d1 = 1,
 * alpha = 0, beta = 1, gamma = 0, kappa = c = 1, N = 2 unless set.
 */
class PropertyEvaluationTest {
    private static final String GRANTED = "granted L = -tr(B) + tr(SS)\ngranted B = a\n";

    private static ModelDraw draw(int... changes) {
        List<Integer> numbers = new ArrayList<>(Collections.nCopies(ModelDraw.LENGTH, 0));
        for (int i = 0; i < changes.length; i += 2) {
            numbers.set(changes[i], changes[i + 1]);
        }
        return new ModelDraw(numbers);
    }

    private static final ModelDraw ONE = draw();
    private static final ModelDraw TWO = draw(0, 1, 9, 4, 13, 1);

    static ModelProperty property(String setting, String lines) {
        String page = "# p: P\n\n- Place: here\n- Printed: as below\n\n```setting\n" + setting
                + "\n```\n\n```property printed\n" + lines + "\n```\n";
        return (ModelProperty)
                Page.parse("p", page, "p.md", Losses.CATALOGUE).blocks().get(0).statement();
    }

    private static Outcome at(ModelDraw draw, String setting, String lines) {
        return PropertyEvaluation.at(property(setting, lines), draw).outcome();
    }

    private static void holds(ModelDraw draw, String setting, String lines) {
        assertThat(at(draw, setting, lines)).as(lines).isEqualTo(Outcome.TRUE);
    }

    /** s^2 lambda = b/2 at the point of one mode: what floating point finds false, exact arithmetic confirms. */
    @Test
    void aClaimOnEigenvaluesFailsExactlyWhereThePointIsKnownExactly() {
        assertThat(at(ONE, GRANTED, "for point\nassume m_1 == 1\nclaim lambda_1 == 1/7"))
                .isEqualTo(Outcome.FALSE);
        assertThat(at(ONE, GRANTED, "for point\nassume m_1 == 1\nclaim lambda_1 == 1/8 and loss == -1/16"))
                .isEqualTo(Outcome.TRUE);
        assertThat(at(ONE, GRANTED, "for point\nassume m_1 == 1\nclaim loss > -1/17"))
                .isEqualTo(Outcome.FALSE);
        assertThat(at(ONE, GRANTED, "for point\nassume m_1 == 1\nclaim rho == 1/3 or bias == 1"))
                .isEqualTo(Outcome.FALSE);
        assertThat(at(ONE, GRANTED, "for minimum\nclaim lambda_1 == 1/7")).isEqualTo(Outcome.NUMERICALLY_FALSE);
    }

    @Test
    void theModelsAreThoseOfTheTests() {
        assertThat(ONE.model().a()).containsExactly(BigFraction.ONE);
        assertThat(ONE.model().c()).containsExactly(BigFraction.ONE);
        assertThat(TWO.model().a()).containsExactly(BigFraction.ONE, new BigFraction(3));
        assertThat(TWO.model().c()).containsExactly(BigFraction.ZERO, BigFraction.ONE);
        assertThat(TWO.model().d1()).isEqualTo(1);
        assertThat(ONE.anyB()).containsExactly(BigFraction.ONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "claim d0 == 2 and d1 == 1 and N == 2 and alpha == 0 and beta == 1 and gamma == 0 and kappa == 1 and c == 1",
                "claim a_1 == 1 and a_2 == 3 and c_1 == 0 and c_2 == 1 and s_1 == 1 and s_2 == 4",
                "claim b_1 == 1 and b_2 == 3 and g_1 == 1 and g_2 == 3/4 and positive == 2",
                "claim sum[i](s_i) == 5 and sum[i](sum[j](a_i*a_j)) == 16",
                "claim all[i](b_i >= 1) and any[i](b_i == 3)",
                "claim sqrt(s_2) == 2 and s_2^(1/2) == 2",
                "claim all[i](any[j](a_i != a_j))"
            })
    void numbersOfAModelAreExact(String claim) {
        holds(TWO, GRANTED, claim);
        String denied = "claim (" + claim.substring("claim ".length()) + ") => d0 > 2";
        assertThat(at(TWO, GRANTED, denied)).as(denied).isNotEqualTo(Outcome.TRUE);
    }

    @Test
    void exactComparisonsRefuteExactly() {
        assertThat(at(TWO, GRANTED, "claim b_1 > 1")).isEqualTo(Outcome.FALSE);
        assertThat(at(TWO, GRANTED, "for lowest\nclaim loss > 0")).isEqualTo(Outcome.NUMERICALLY_FALSE);
        assertThat(at(TWO, GRANTED, "assume d0 == 3\nclaim 1 == 2")).isEqualTo(Outcome.SILENT);
        assertThat(at(TWO, GRANTED, "claim 1/c_1 > 0")).isEqualTo(Outcome.FALSE);
        // Rounding: what floating point cannot tell from equality is not denied, and no more is claimed of it.
        assertThat(at(TWO, GRANTED, "claim 2^(1/2)*2^(1/2) == 2")).isEqualTo(Outcome.TRUE);
        assertThat(at(TWO, GRANTED, "claim 2^(1/2)*2^(1/2) > 2")).isEqualTo(Outcome.SILENT);
    }

    /** L = -w^2 + 4 w^4: 0 with w = 0, and -1/16 with w^2 = 1/8. */
    @Test
    void oneModeIsSolved() {
        holds(ONE, GRANTED, "for point\nclaim rank == 0 or (lambda_1 == 1/8 and loss == -1/16 and rho == 1/4)");
        holds(ONE, GRANTED, "for point\nassume rank == 0\nclaim loss == 0 and negatives == 1 and m_1 == 0");
        holds(ONE, GRANTED, "for minimum\nclaim m_1 == 1 and negatives == 0 and lambda_1 == b_1/(2*s_1^2)");
        holds(ONE, GRANTED, "for lowest\nclaim rank == 1");
        holds(ONE, GRANTED, "for subset\nclaim solved == 1");
        assertThat(at(ONE, GRANTED, "for point\nclaim rank == 1").fails()).isTrue();
        assertThat(at(ONE, GRANTED, "for minimum\nclaim lambda_1 > 1/8")).isEqualTo(Outcome.SILENT);
    }

    /** 3 s^2 lambda^2 - b lambda: lambda = b/(6 s^2) and the loss -b^2/(12 s^2), whatever stands before the quartic. */
    @Test
    void aQuarticWithANumberBeforeItIsSolvedExactlyToo() {
        String three = GRANTED.replace("tr(SS)", "3*tr(SS)");
        holds(ONE, three, "for point\nassume m_1 == 1\nclaim lambda_1 == 1/24 and loss == -1/48");
        assertThat(at(ONE, three, "for point\nassume m_1 == 1\nclaim lambda_1 == 1/8"))
                .isEqualTo(Outcome.FALSE);
        holds(ONE, three, "for subset\nclaim solved == 1");
        SolvedModel solved =
                SolvedModel.commuting(property(three, "claim d0 == 1").setting(), ONE.model(), ONE.anyB(), false);
        assertThat(solved.points())
                .filteredOn(p -> p.rank() == 1)
                .singleElement()
                .satisfies(
                        p -> assertThat(solved.exactly(p).orElseThrow().loss()).isEqualTo(new BigFraction(-1, 48)));
    }

    /** 3 (s lambda)^2 - b lambda + kappa (s lambda - c)^2 at s = 2, b = 1, kappa = 1, c = 1: s lambda (6 + 2) = 1/2 + 2. */
    @Test
    void aNumberBeforeTheQuarticAndANorm() {
        String three = GRANTED.replace("tr(SS)", "3*tr(SS)") + "penalty kappa, c";
        String at = "set kappa = 1\nset c = 1\nfor point\nassume m_1 == 1\n";
        holds(ONE, three, at + "claim rho == 5/16 and loss == 3*rho^2 - b_1*lambda_1 + (rho - 1)^2");
        assertThat(at(ONE, three, at + "claim rho == 1/4")).isEqualTo(Outcome.FALSE);
    }

    /** With weight decay gamma b_1 = a - gamma; at gamma = 1 nothing is left, at gamma = 0 all is. */
    @Test
    void changesAreMadeBeforeAModelIsSolved() {
        String decay = GRANTED + "decay gamma";
        holds(ONE, decay, "set gamma = 1/2\nfor minimum\nclaim lambda_1 == 1/16");
        holds(ONE, decay, "set gamma = a_1\nfor minimum\nclaim rank == 0");
        holds(ONE, GRANTED, "set c_i = 3*a_i\nfor minimum\nclaim s_1 == 4 and lambda_1 == 1/32");
        holds(TWO, GRANTED, "set c_1 = 7\nclaim c_1 == 7 and c_2 == 1");
        holds(TWO, GRANTED, "set d1 = d0\nset a_2 = 5\nset a_i = a_i + 1\nclaim d1 == 2 and a_1 == 2 and a_2 == 6");
        holds(
                ONE,
                "param alpha\nparam t > 0 example 2\nparam N integer >= 2\n" + GRANTED + "penalty kappa, c",
                "set alpha = 3\nset t = alpha + 1\nset N = 5\nset kappa = 7\nset c = 1/2\n"
                        + "claim alpha == 3 and t == 4 and N == 5 and kappa == 7 and c == 1/2");
        assertThatThrownBy(() -> at(ONE, GRANTED, "set alpha = 1\nclaim d0 == 1"))
                .hasMessageContaining("'alpha' cannot be set; what can is a_i, c_i, a_1, c_1, d1");
        assertThatThrownBy(() -> at(ONE, GRANTED, "set a_i = 0 - 1\nclaim d0 == 1"))
                .isInstanceOf(InputException.class);
    }

    /** g = (1, 3/4); rank 1: the first mode has -1/4, the second -9/64; rows 1, so both at once have no room. */
    @Test
    void twoModesInOneRow() {
        holds(TWO, GRANTED, "for lowest\nclaim m_1 == 1 and m_2 == 0 and loss == -1/4 and lambda_1 == 1/2");
        holds(TWO, GRANTED, "for point\nassume m_2 == 1\nclaim loss == -9/64 and lambda_2 == 3/32 and negatives >= 1");
        holds(TWO, GRANTED, "for minimum\nclaim rank == 1 and m_1 == 1");
        holds(TWO, GRANTED, "for subset\nclaim solved == 1 <=> sum[i](m_i) <= d1");
        holds(TWO, GRANTED, "set d1 = 2\nfor lowest\nclaim rank == 2 and loss == -1/4 - 9/64");
        holds(TWO, GRANTED, "for modes i, j\nassume g_i > g_j\nclaim a_i < a_j");
        assertThat(at(TWO, GRANTED, "for modes i, j\nclaim a_i < a_j")).isEqualTo(Outcome.FALSE);
        // Two indices are two modes.
        assertThat(at(ONE, GRANTED, "for modes i, j\nclaim 1 == 2")).isEqualTo(Outcome.SILENT);
    }

    /** -w^2 + 4 w^4 + (2 w^2 - 1)^2 = 1 - 5 w^2 + 8 w^4 is least at w^2 = 5/16; with rho = 1 w^2 = 1/2. */
    @Test
    void theNormIsHeld() {
        holds(ONE, GRANTED + "penalty kappa, c", "for minimum\nclaim lambda_1 == 5/16 and rho == 5/8 and loss == 7/32");
        holds(ONE, GRANTED + "constraint c", "for minimum\nclaim lambda_1 == 1/2 and rho == c and loss == 1/2");
        // With a bias the norm costs nothing: W is free.
        holds(ONE, GRANTED + "constraint c\nbias", "for minimum\nclaim lambda_1 == 1/8 and bias == 3/4 and rho == 1/4");
        holds(
                ONE,
                GRANTED + "penalty kappa, c\nbias",
                "for minimum\nclaim lambda_1 == 1/8 and rho + bias == 1 and loss == -1/16");
    }

    /** Weighted InfoNCE at N = 2, alpha = 1: b = a/2; the quartic by its expansion. */
    @Test
    void theLandscapeOfALossComesFromItsExpansion() {
        holds(ONE, "landscape weighted-infonce", "set alpha = 1\nfor mode i\nclaim b_i == a_i/2");
        holds(TWO, "landscape weighted-infonce", "for mode i\nset alpha = 2\nset N = 5\nclaim b_i == 2/3*a_i");
        holds(ONE, "landscape spectral-contrastive", "for minimum\nclaim lambda_1 == b_1/(2*s_1^2) and b_1 == 2*a_1");
        assertThat(at(ONE, "landscape infonce", "for mode i\nclaim b_i == a_i - c_i"))
                .isEqualTo(Outcome.FALSE);
    }

    @Test
    void aFreeBIsDrawnAndSigmaIsInvertible() {
        ModelDraw negative = draw(18, 2);
        assertThat(negative.anyB()).containsExactly(new BigFraction(-1));
        holds(negative, "granted L = -tr(B) + tr(SS)", "for minimum\nclaim b_1 == -1 and rank == 0 and positive == 0");
        ModelDraw singular = draw(8, 1, 13, 1);
        assertThat(singular.model().s()).containsExactly(BigFraction.ZERO);
        assertThat(at(singular, GRANTED, "claim 1 == 2")).isEqualTo(Outcome.SILENT);
    }

    /** A0 = diag(1, 3), C turned by the angle of the triangle 3, 4, 5: the eigenvalues g of a pencil, by its characteristic polynomial. */
    @Test
    void matricesThatDoNotCommuteHaveTheEigenvaluesOfTheirPencil() {
        ModelDraw draw = draw(0, 1, 9, 4, 13, 1, 23, 1);
        assertThat(draw.anyCovariances().commutes()).isFalse();
        // det(Sigma) = det(A0 + C), det(B) = det(A0) = 3, so g_1 g_2 det(A0 + C) = 3.
        var sigma = draw.anyCovariances().sigma();
        BigFraction det = sigma.get(0, 0)
                .multiply(sigma.get(1, 1))
                .subtract(sigma.get(0, 1).multiply(sigma.get(1, 0)));
        String product = det.getNumerator() + "/" + det.getDenominator();
        holds(draw, GRANTED, "covariances any\nclaim g_1*g_2*" + product + " == 3 and g_1 >= g_2");
        holds(draw, GRANTED, "covariances any\nfor lowest\nclaim rank == 1 and loss == -g_1^2/4");
        assertThat(at(draw, GRANTED, "covariances any\nfor lowest\nclaim loss == -(3/4)^2/4")
                        .fails())
                .isTrue();
        assertThatThrownBy(() -> at(draw, "granted L = -tr(B) + tr(SS)", "covariances any\nclaim d0 == 2"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("granted B");
    }
}
