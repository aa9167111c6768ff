package org.lossproof.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.lossproof.expansion.Expansion;
import org.lossproof.expansion.SeriesExpansion;

class LossBuilderTest {
    private static LossBuilder weighted() {
        return new LossBuilder("weighted")
                .parameter(new ParameterDeclaration(
                        "N", true, Optional.of(BigFraction.TWO), false, Optional.empty(), false, new BigFraction(8)))
                .parameter("alpha", BigFraction.ONE_HALF)
                .datum("xh", "x", "x'")
                .copies("yh", "N - 1", "chi");
    }

    @Test
    void aLossBuiltInJavaIsTheOneOfTheFile() {
        LossDefinition built = weighted()
                .loss("E[x, x', chi](1/2 * |f(x) - f(x')|^2 + log(sum[chi](exp(-1/2 * |f(x) - f(chi)|^2))"
                        + " + alpha * exp(-1/2 * |f(x) - f(x')|^2)))");
        Expansion file = SeriesExpansion.expand(Catalogue.load("weighted-infonce"), 4, Map.of());
        assertThat(SeriesExpansion.expand(built, 4, Map.of()).lines()).isEqualTo(file.lines());
    }

    @Test
    void whatIsNotDeclaredIsAnError() {
        assertThatThrownBy(() -> weighted().loss("E[z](|f(z)|^2)"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("'z' is no datum or view");
    }
}
