package org.lossproof.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lossproof.expansion.rational.RationalPoint;
import org.lossproof.montecarlo.LossSampler;
import org.lossproof.montecarlo.SamplingModel;

/** A number of copies is a whole number, or there is no such definition; it is never rounded. */
class CopiesTest {
    private static LossDefinition half(int example) {
        return LossParser.parse(
                "param N integer >= 2 example " + example + "\ndatum xh with views x, x'\n"
                        + "data yh with view chi, copies N/2\n"
                        + "L = E[x, x', chi](sum[chi](<f(x), f(chi)>^2))",
                "half.loss");
    }

    @Test
    void halvesAreRefusedWhereValuesAreSet() {
        assertThatThrownBy(() -> ParameterValues.of(half(4), List.of("N=3")))
                .isInstanceOf(InputException.class)
                .hasMessage("half at N=3: the number of copies of yh, 1/2 * N, must be a whole number >= 0,"
                        + " but here it is 3/2; set other values");
        assertThat(ParameterValues.of(half(3), List.of("N=6")).withExamples().values())
                .containsEntry("N", new BigFraction(6));
    }

    @Test
    void halvesAreRefusedWhereExamplesAreTaken() {
        assertThatThrownBy(() -> ParameterValues.of(half(3), List.of()).withExamples())
                .isInstanceOf(InputException.class)
                .hasMessageContaining("but here it is 3/2");
    }

    @Test
    void fewerThanNoneAreRefused() {
        LossDefinition loss = LossParser.parse(
                "param N integer >= 1 example 9\ndatum xh with view x\ndata yh with view chi, copies N - 4\n"
                        + "L = E[x, chi](sum[chi](<f(x), f(chi)>^2))",
                "few.loss");
        assertThatThrownBy(() -> ParameterValues.of(loss, List.of("N=3")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("but here it is -1");
        assertThat(ParameterValues.of(loss, List.of("N=4")).text()).isEqualTo("N=4");
    }

    @Test
    void randomPointsHaveWholeNumbersOfCopies() {
        for (int seed = 0; seed < 40; seed++) {
            RationalPoint point = RationalPoint.random(half(4), Map.of(), 2, seed);
            assertThat(point.parameters().get("N").getNumeratorAsInt() % 2).isZero();
        }
    }

    @Test
    void samplesDoNotRound() {
        RealMatrix one = MatrixUtils.createRealIdentityMatrix(1);
        SamplingModel model = SamplingModel.of(one, one, one);
        assertThatThrownBy(() -> LossSampler.compile(half(4), Map.of("N", 3.0), model, 2))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("must be a whole number >= 0, but here it is 1.5");
    }

    @ParameterizedTest
    @CsvSource({"3, 3", "0, 0", "2.9999999999999996, 3"})
    void roundingErrorsAreNoFractions(double computed, int copies) {
        assertThat(half(4).data().get(1).wholeCopies(computed)).isEqualTo(copies);
    }

    @ParameterizedTest
    @CsvSource({"2.5", "-1", "NaN", "Infinity", "1e300"})
    void otherNumbersAreNoCopies(double computed) {
        assertThatThrownBy(() -> half(4).data().get(1).wholeCopies(computed)).isInstanceOf(InputException.class);
    }
}
