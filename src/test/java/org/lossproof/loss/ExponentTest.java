package org.lossproof.loss;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lossproof.expansion.SeriesExpansion;

/** Powers are read as what they say. */
class ExponentTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "tr(A^3 C) ; tr(A A A C)",
                "tr(AC^2) ; tr(A C C)",
                "tr(A^02) ; tr(A A)",
                "E[x](|f(x)|^(4)) ; E[x](|f(x)|^2 * |f(x)|^2)",
                "E[x](|f(x)|^4.0) ; E[x](|f(x)|^2 * |f(x)|^2)",
                "E[x](|f(x)|^(1 + 1)) ; E[x](|f(x)|^2)",
                "E[x](|f(x)|^2^2) ; E[x](|f(x)|^4)",
                "E[x](|f(x)|^2)^(1/2 + 3/2) ; E[x](|f(x)|^2) * E[x](|f(x)|^2)",
                "E[x](sqrt(1 + |f(x)|^2)^4) ; E[x](1 + 2 * |f(x)|^2 + |f(x)|^4)",
                "|W|^4 ; tr(G) * tr(G)",
                "-2^2 * tr(A) ; -4 * tr(A)",
                "2^-1^2 * tr(A) ; 1/2 * tr(A)",
                "2^3^2 * tr(A) ; 512 * tr(A)",
                "tr(A)/2/2*3 ; 3/4 * tr(A)",
                "0^2 * tr(A) + tr(C) ; tr(C)"
            })
    void powersAndTheirProductsAgree(String power, String product) {
        assertThat(expansion(power)).isEqualTo(expansion(product)).isNotEqualTo("0");
    }

    private static String expansion(String expression) {
        LossDefinition loss = LossParser.parse("datum xh with views x, x'\nL = " + expression, "powers.loss");
        return SeriesExpansion.expand(loss, 4, Map.of()).formula();
    }
}
