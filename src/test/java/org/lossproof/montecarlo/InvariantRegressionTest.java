package org.lossproof.montecarlo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.lossproof.loss.Catalogue;
import org.lossproof.loss.Expr.Letter;
import org.lossproof.loss.LossDefinition;

class InvariantRegressionTest {
    private static List<SamplingModel> designs(int count) {
        Random random = new Random(4);
        List<SamplingModel> out = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            out.add(SamplingModel.of(matrix(random, 2, 3), gram(matrix(random, 3, 3)), gram(matrix(random, 3, 3))));
        }
        return out;
    }

    private static RealMatrix matrix(Random random, int rows, int columns) {
        double[][] out = new double[rows][columns];
        for (double[] row : out) {
            for (int j = 0; j < columns; j++) {
                row[j] = random.nextDouble() - 0.5;
            }
        }
        return MatrixUtils.createRealMatrix(out);
    }

    private static RealMatrix gram(RealMatrix m) {
        return m.multiply(m.transpose());
    }

    private static double trace(SamplingModel model, Letter... word) {
        RealMatrix product = model.covariance(word[0]);
        for (int i = 1; i < word.length; i++) {
            product = product.multiply(model.covariance(word[i]));
        }
        return product.getTrace();
    }

    @Test
    void theInvariantsOfInfonceAtOrder4AreSeparated() {
        LossDefinition loss = Catalogue.load("infonce");
        List<ToDoubleFunction<SamplingModel>> invariants = List.of(
                m -> trace(m, Letter.A, Letter.A),
                m -> trace(m, Letter.A, Letter.C),
                m -> trace(m, Letter.C, Letter.C),
                m -> trace(m, Letter.S) * trace(m, Letter.S));
        List<InvariantRegression.Estimate> fit = new InvariantRegression(4, 40_000, 9)
                .fit(m -> LossSampler.compile(loss, Map.of(), m, 4), designs(60), invariants, 1e-6);
        assertThat(fit.get(0).agrees(0.75)).isTrue();
        assertThat(fit.get(1).agrees(1.5)).isTrue();
        assertThat(fit.get(2).agrees(0.75)).isTrue();
        assertThat(fit.get(3).agrees(0)).isTrue();
        assertThat(fit.get(1).agrees(0.75)).isFalse();
        assertThat(fit.get(0).agrees(0)).isFalse();
    }

    @Test
    void fewDesignsAreRefused() {
        LossDefinition loss = Catalogue.load("infonce");
        assertThatThrownBy(() -> new InvariantRegression(2, 1000, 1)
                        .fit(m -> LossSampler.compile(loss, Map.of(), m, 2), designs(1), List.of(m -> 1.0), 0.1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
