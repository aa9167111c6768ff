package org.lossproof.expansion.symja;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lossproof.expansion.Expansion;
import org.lossproof.expansion.RouteDisagreementException;
import org.lossproof.expansion.SeriesExpansion;
import org.lossproof.expansion.routes.SymjaComparison;
import org.lossproof.loss.Catalogue;
import org.lossproof.loss.InputException;
import org.lossproof.loss.LossDefinition;
import org.lossproof.loss.LossParser;

/** Each expected coefficient is derived by hand; how, stands at the test. */
class SymjaExpansionTest {
    private static SortedMap<Integer, Map<String, String>> expand(String name, int order, Map<String, BigFraction> p) {
        return expand(Catalogue.load(name), order, p);
    }

    private static SortedMap<Integer, Map<String, String>> expand(String declarations, String expression, int order) {
        return expand(parse(declarations, expression), order, Map.of());
    }

    private static SortedMap<Integer, Map<String, String>> expand(
            LossDefinition loss, int order, Map<String, BigFraction> p) {
        SortedMap<Integer, Map<String, String>> texts = new TreeMap<>();
        SymjaExpansion.expand(loss, order, p, SymjaExpansion.budget(loss, order))
                .forEach((k, sum) -> {
                    Map<String, String> ofOrder = new TreeMap<>();
                    sum.forEach((invariant, c) -> ofOrder.put(invariant, c.text()));
                    texts.put(k, ofOrder);
                });
        return texts;
    }

    private static LossDefinition parse(String declarations, String expression) {
        String text = "loss probe \"a probe\"\n" + declarations + "L = " + expression + "\n";
        return LossParser.parse(text, "probe.loss");
    }

    private static final String PAIR = "datum xh with views x, x'\n";
    private static final String COPIES =
            "param M integer >= 1 example 3\n" + PAIR + "data yh with view chi, copies M\n";

    /**
     * With chi ~ N(0, S), E exp(-|x-chi|^2/2) = det(1+S)^(-1/2) exp(-x'(1+S)^(-1)x/2), so that the loss is tr(C) -
     * (log det(1+S) + tr(S(1+S)^(-1)))/2, whose part of order 2k is (-1)^k (1 + 1/k)/2 tr(S^k) for k >= 2.
     */
    @Test
    void infonceIsTheSeriesOfItsGaussianIntegral() {
        assertThat(expand("infonce", 8, Map.of()))
                .isEqualTo(Map.of(
                        2, Map.of("tr(A)", "-1"),
                        4, Map.of("tr(AA)", "3/4", "tr(AC)", "3/2", "tr(CC)", "3/4"),
                        6, Map.of("tr(AAA)", "-2/3", "tr(AAC)", "-2", "tr(ACC)", "-2", "tr(CCC)", "-2/3"),
                        8,
                                Map.of(
                                        "tr(AAAA)",
                                        "5/8",
                                        "tr(AAAC)",
                                        "5/2",
                                        "tr(AACC)",
                                        "5/2",
                                        "tr(ACAC)",
                                        "5/4",
                                        "tr(ACCC)",
                                        "5/2",
                                        "tr(CCCC)",
                                        "5/8")));
    }

    /** At W = 0 the log has slope (N-1, alpha)/(N-1+alpha) in the two distances, of mean tr(A)+tr(C) and tr(C). */
    @Test
    void weightedInfonceHasNoNoiseTermAtOrderTwo() {
        assertThat(expand("weighted-infonce", 2, Map.of()))
                .isEqualTo(Map.of(2, Map.of("tr(A)", "-(N - 1)/(alpha + N - 1)")));
        Map<String, BigFraction> values = Map.of("N", new BigFraction(71), "alpha", new BigFraction(1));
        assertThat(expand("weighted-infonce", 2, values)).isEqualTo(Map.of(2, Map.of("tr(A)", "-70/71")));
    }

    /** With one negative and no positive, the log undoes the exponential. */
    @Test
    void oneUnweightedNegativeLeavesAQuadraticLoss() {
        Map<String, BigFraction> values = Map.of("N", new BigFraction(2), "alpha", BigFraction.ZERO);
        assertThat(expand("weighted-infonce", 6, values)).isEqualTo(Map.of(2, Map.of("tr(A)", "-1")));
    }

    @Test
    void spectralContrastiveIsAPolynomial() {
        assertThat(expand("spectral-contrastive", 8, Map.of()))
                .isEqualTo(Map.of(
                        2, Map.of("tr(A)", "-2"),
                        4, Map.of("tr(AA)", "1", "tr(AC)", "2", "tr(CC)", "1")));
    }

    @Test
    void barlowTwinsHasACoordinateSum() {
        assertThat(expand("barlow-twins", 8, Map.of()))
                .isEqualTo(Map.of(
                        2, Map.of("tr(A)", "-2"), 4, Map.of("tr(AA)", "lambda", "sum_i(A_ii^2)", "-(lambda - 1)")));
    }

    /** E u^4 = 3 S_ii^2 for u ~ N(0, S_ii), S = A + C. */
    @Test
    void aFourfoldCoordinateStaysAVertex() {
        assertThat(expand(PAIR, "sum[i](E[x](f(x)[i]^4))", 4))
                .isEqualTo(Map.of(4, Map.of("sum_i(A_ii^2)", "3", "sum_i(A_ii*C_ii)", "6", "sum_i(C_ii^2)", "3")));
    }

    /** R_ij = A_ij: the sum over i != j of R_ii R_ij R_jj is the whole sum less sum_i R_ii^3. */
    @Test
    void unequalIndicesAreAllLessEqualOnes() {
        String r = "let R(i, j) = E[x, x'](f(x)[i] * f(x')[j])\n";
        assertThat(expand(PAIR + r, "sum[i != j](R(i, i) * R(i, j) * R(j, j))", 6))
                .isEqualTo(Map.of(6, Map.of("sum_ij(A_ii*A_ij*A_jj)", "1", "sum_i(A_ii^3)", "-1")));
    }

    @Test
    void anUnusedIndexCountsTheDimension() {
        assertThat(expand(PAIR, "sum[i](E[x, x'](<f(x), f(x')>))", 2)).isEqualTo(Map.of(2, Map.of("tr(A)", "d1")));
    }

    /** Given xh, the inner mean is f(x).f(xh) since E f(x') = f(xh); E (u'w)^2 with cov u = S, cov w = cov(u, w) = A. */
    @Test
    void anInnerMeanHoldsItsDatum() {
        assertThat(expand(PAIR, "E[x](E[x'](<f(x), f(x')>)^2)", 4))
                .isEqualTo(Map.of(4, Map.of("tr(A)^2", "1", "tr(AA)", "2", "tr(AC)", "1")));
    }

    /** E (sum of M copies of |f(chi)|^2)^2 = M (tr(S)^2 + 2 tr(SS)) + M (M-1) tr(S)^2. */
    @Test
    void copiesCoincideOrDiffer() {
        assertThat(expand(COPIES, "E[chi](sum[chi](|f(chi)|^2)^2)", 4))
                .isEqualTo(Map.of(
                        4,
                        Map.of(
                                "tr(A)^2",
                                "M^2",
                                "tr(A)tr(C)",
                                "2*M^2",
                                "tr(C)^2",
                                "M^2",
                                "tr(AA)",
                                "2*M",
                                "tr(AC)",
                                "4*M",
                                "tr(CC)",
                                "2*M")));
    }

    /** E s = b and E s^4 = 24 b^4 for an exponential s of mean b. */
    @Test
    void legsOfOneRescaledViewShareTheirFactor() {
        String rescaled = "param b > 0 example 1/2\ndatum xh with views x, x' scaled by exponential(b)\n";
        assertThat(expand(rescaled, "E[x, x'](<f(x), f(x')>) + E[x](|f(x)|^2)^2 + E[x](|f(x)|^4)", 4))
                .isEqualTo(Map.of(
                        2, Map.of("tr(A)", "b^2"),
                        4, Map.of("tr(A)^2", "28*b^4", "tr(AA)", "48*b^4")));
    }

    /** sqrt(4+u) = 2 + u/4 - u^2/64 + ..., 1/(1+u) = 1 - u + u^2 - ... at u = tr(G). */
    @Test
    void functionsOfTracesAreTheirTaylorSeries() {
        assertThat(expand(PAIR, "sqrt(4 + |W|^2)", 4))
                .isEqualTo(Map.of(2, Map.of("tr(G)", "1/4"), 4, Map.of("tr(G)^2", "-1/64")));
        assertThat(expand(PAIR, "1 / (1 + |W|^2)", 6))
                .isEqualTo(Map.of(2, Map.of("tr(G)", "-1"), 4, Map.of("tr(G)^2", "1"), 6, Map.of("tr(G)^3", "-1")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"log(E[x](|f(x)|^2))", "sqrt(E[x](|f(x)|^2))", "1 / E[x](|f(x)|^2)", "relu(E[x](|f(x)|^2))"})
    void aFunctionAtItsSingularityIsRefused(String expression) {
        assertThatThrownBy(() -> expand(PAIR, expression, 2))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("probe.loss:3:")
                .hasMessageContaining("not analytic at W = 0");
    }

    @ParameterizedTest
    @MethodSource("org.lossproof.expansion.CatalogueLosses#ofOneEncoder")
    void theSeriesRouteAgrees(String name) {
        Expansion series = SeriesExpansion.expand(Catalogue.load(name), 4, Map.of());
        assertThat(SymjaComparison.join(series, Map.of()).confirmed()).isTrue();
    }

    @Test
    void anExpansionForOtherValuesIsRejected() {
        Map<String, BigFraction> computed = Map.of("N", new BigFraction(8));
        Expansion series = SeriesExpansion.expand(Catalogue.load("weighted-infonce"), 2, computed);
        assertThatThrownBy(() -> SymjaComparison.join(series, Map.of("N", new BigFraction(9))))
                .isInstanceOf(RouteDisagreementException.class)
                .hasMessageContaining("tr(A)");
    }
}
