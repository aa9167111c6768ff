package org.lossproof.expansion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.fraction.BigFractionField;
import org.hipparchus.linear.Array2DRowFieldMatrix;
import org.hipparchus.linear.FieldMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lossproof.expansion.rational.RationalCheck;
import org.lossproof.expansion.rational.RationalEvaluation;
import org.lossproof.expansion.rational.RationalModel;
import org.lossproof.expansion.rational.RationalPoint;
import org.lossproof.loss.LossDefinition;
import org.lossproof.loss.LossParser;

/** Moments that others published, by the symbolic series and by exact evaluation. */
class OutsideFactsTest {
    private static final String DATUM = "datum zh with view z\n";

    private static FieldMatrix<BigFraction> matrix(int[]... rows) {
        FieldMatrix<BigFraction> out =
                new Array2DRowFieldMatrix<>(BigFractionField.getInstance(), rows.length, rows.length);
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < rows.length; j++) {
                out.setEntry(i, j, new BigFraction(rows[i][j]));
            }
        }
        return out;
    }

    private static FieldMatrix<BigFraction> identity(int n) {
        int[][] rows = new int[n][n];
        for (int i = 0; i < n; i++) {
            rows[i][i] = 1;
        }
        return matrix(rows);
    }

    /** The value at K_A, K_C = 0 by the series, after exact evaluation has agreed. */
    private static BigFraction value(String text, int order, FieldMatrix<BigFraction> covariance) {
        LossDefinition loss = LossParser.parse(text, "fact");
        int n = covariance.getRowDimension();
        FieldMatrix<BigFraction> zero = covariance.subtract(covariance);
        RationalModel model = RationalModel.of(covariance, zero, identity(n));
        BigFraction direct = RationalEvaluation.coefficient(loss, Map.of(), model, order);
        Expansion expansion = SeriesExpansion.expand(loss, order, Map.of());
        BigFraction series = RationalCheck.value(expansion.ofOrder(order), new RationalPoint(Map.of(), model));
        assertThat(series).isEqualTo(direct);
        return series;
    }

    /** E[X1 X2^2 X3^3 X4^4] = 3480: the README of the R package symmoments (Phillips 2010), 945 pairings in 16 classes. */
    @Test
    void symmoments() {
        FieldMatrix<BigFraction> k =
                matrix(new int[] {4, 2, 1, 1}, new int[] {2, 3, 1, 1}, new int[] {1, 1, 2, 1}, new int[] {1, 1, 1, 2});
        // Four scalar vectors of one datum cannot be correlated freely, so the mean is over four encoders of one datum.
        String text =
                "encoder g2, g3, g4\ndatum zh\nL = sum[i](E[zh](f(zh)[i] * g2(zh)[i]^2 * g3(zh)[i]^3 * g4(zh)[i]^4))";
        LossDefinition loss = LossParser.parse(text, "symmoments");
        assertThat(loss.encoders()).hasSize(4);
        RationalModel model = new RationalModel(
                1,
                4,
                Map.of(
                        org.lossproof.loss.Expr.Letter.A,
                        k,
                        org.lossproof.loss.Expr.Letter.C,
                        k.subtract(k),
                        org.lossproof.loss.Expr.Letter.S,
                        k,
                        org.lossproof.loss.Expr.Letter.G,
                        identity(4)));
        assertThat(RationalEvaluation.coefficient(loss, Map.of(), model, 10)).isEqualTo(new BigFraction(3480));
        Expansion expansion = SeriesExpansion.expand(loss, 10, Map.of());
        assertThat(RationalCheck.value(expansion.ofOrder(10), new RationalPoint(Map.of(), model)))
                .isEqualTo(new BigFraction(3480));
    }

    /** E(x'x)^k for x ~ N(0, K): The Matrix Cookbook (Petersen and Pedersen 2012), Section 8.2.2 and 8.2.3. */
    @Test
    void matrixCookbook() {
        FieldMatrix<BigFraction> k = matrix(new int[] {3, 1}, new int[] {1, 2});
        // tr K = 5, tr K^2 = 15, tr K^3 = 50.
        assertThat(value(DATUM + "L = E[zh](|f(zh)|^2)", 2, k)).isEqualTo(new BigFraction(5));
        assertThat(value(DATUM + "L = E[zh](|f(zh)|^4)", 4, k)).isEqualTo(new BigFraction(25 + 2 * 15));
        assertThat(value(DATUM + "L = E[zh](|f(zh)|^6)", 6, k)).isEqualTo(new BigFraction(125 + 6 * 5 * 15 + 8 * 50));
        assertThat(value(DATUM + "L = Var[zh](|f(zh)|^2)", 4, k)).isEqualTo(new BigFraction(30));
        assertThat(value(DATUM + "L = sum[i](E[zh](f(zh)[i] * f(zh)[i] * f(zh)[i]))", 3, k))
                .isEqualTo(BigFraction.ZERO);
    }

    /** E chi^2_n^k = prod_(j<k) (n + 2j): Johnson, Kotz and Balakrishnan, Continuous Univariate Distributions 1, Ch. 18. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void chiSquare(int k) {
        long expected = 1;
        for (int j = 0; j < k; j++) {
            expected *= 3 + 2L * j;
        }
        assertThat(value(DATUM + "L = E[zh](|f(zh)|^" + 2 * k + ")", 2 * k, identity(3)))
                .isEqualTo(new BigFraction(expected));
    }

    /**
     * E tr(W)^4 = 8.705084e13 for a Wishart matrix, n = 20, scale [[25, 49], [49, 109]]: vignette of the R package wishmom.
     * W is the sum of n squares of copies; n stays a symbol until it is 20.
     */
    @Test
    void wishart() {
        String text = "param n integer >= 1 example 20\ndata zh, copies n\nL = E[zh](sum[zh](|f(zh)|^2)^4)";
        FieldMatrix<BigFraction> k = matrix(new int[] {25, 49}, new int[] {49, 109});
        LossDefinition loss = LossParser.parse(text, "wishart");
        Expansion expansion = SeriesExpansion.expand(loss, 8, Map.of());
        RationalModel model = RationalModel.of(k, k.subtract(k), identity(2));
        double value = RationalCheck.value(
                        expansion.ofOrder(8), new RationalPoint(Map.of("n", new BigFraction(20)), model))
                .doubleValue();
        assertThat(value).isCloseTo(8.705084e13, within(5e6));
        for (int n : List.of(1, 2, 3)) {
            RationalPoint point = new RationalPoint(Map.of("n", new BigFraction(n)), model);
            assertThat(RationalEvaluation.coefficient(loss, point.parameters(), model, 8))
                    .isEqualTo(RationalCheck.value(expansion.ofOrder(8), point));
        }
    }

    /** Var tr(Theta S) = 2 n tr(Theta K Theta K) for S ~ W(n, K): Muirhead, Aspects of Multivariate Statistical Theory, 3.2. */
    @Test
    void varianceOfALinearFormOfAWishart() {
        String text = "param n integer >= 1 example 3\ndata zh, copies n\nlet s = sum[zh](f(zh)[i]^2)\n"
                + "L = E[zh](sum[zh](|f(zh)|^2)^2) - E[zh](sum[zh](|f(zh)|^2))^2";
        LossDefinition loss = LossParser.parse(text, "wishart-variance");
        Map<String, String> terms = new java.util.TreeMap<>();
        SeriesExpansion.expand(loss, 4, Map.of()).ofOrder(4).forEach((i, c) -> terms.put(i.text(), c.text()));
        assertThat(terms).isEqualTo(Map.of("tr(AA)", "2*n"));
    }
}
