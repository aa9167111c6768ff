package org.lossproof.experiment.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.linear.MatrixUtils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lossproof.experiment.figure.Field.MarkKind;
import org.lossproof.landscape.QuarticLandscape;

/** What Fig. 1 marks as stationary is stationary, of the kind it says, and nothing is left out. */
class LandscapeFigureTest {
    private static Figure figure;

    @BeforeAll
    static void compute() {
        figure = FigureCatalogue.compute("fig-1", new FigureSettings(false, 1));
    }

    @Test
    void markedPointsAreStationaryOfTheirKindByDifferences() {
        for (int i = 0; i < LandscapeFigure.PLANES.size(); i++) {
            Field field = (Field) figure.panels().get(i + 1);
            DoubleBinaryOperator loss = loss(LandscapeFigure.PLANES.get(i).c());
            assertThat(field.marks()).isNotEmpty();
            for (Field.Mark m : field.marks()) {
                assertThat(gradient(loss, m.x(), m.y())).as(field.title() + m).isLessThan(1e-6);
                assertThat(kind(loss, m.x(), m.y())).as(field.title() + m).isEqualTo(m.kind());
            }
        }
    }

    @Test
    void whereTheGradientIsSmallThereIsAMark() {
        for (int i = 0; i < LandscapeFigure.PLANES.size(); i++) {
            Field field = (Field) figure.panels().get(i + 1);
            DoubleBinaryOperator loss = loss(LandscapeFigure.PLANES.get(i).c());
            Grid grid = field.grid();
            for (double x : grid.x()) {
                for (double y : grid.y()) {
                    double nearest = field.marks().stream()
                            .mapToDouble(m -> Math.hypot(m.x() - x, m.y() - y))
                            .min()
                            .orElseThrow();
                    // The least curvature at any of the points is 0.5: 0.1 away the slope is at least some hundredths.
                    if (nearest > 0.1) {
                        assertThat(gradient(loss, x, y)).as(field.title()).isGreaterThan(0.01);
                    }
                }
            }
        }
    }

    @Test
    void thePanelsShowNoDimensionalAndCompleteCollapse() {
        assertThat(counts(1)).isEqualTo(Map.of(MarkKind.MINIMUM, 4L, MarkKind.SADDLE, 4L, MarkKind.MAXIMUM, 1L));
        assertThat(counts(2)).isEqualTo(Map.of(MarkKind.MINIMUM, 2L, MarkKind.SADDLE, 1L));
        assertThat(((Field) figure.panels().get(2)).marks())
                .allSatisfy(m -> assertThat(m.x()).isZero());
        assertThat(counts(3)).isEqualTo(Map.of(MarkKind.MINIMUM, 1L));
    }

    @Test
    void theFieldIsTheLossOfTheDefinition() {
        for (int i = 0; i < LandscapeFigure.PLANES.size(); i++) {
            Grid grid = ((Field) figure.panels().get(i + 1)).grid();
            DoubleBinaryOperator loss = loss(LandscapeFigure.PLANES.get(i).c());
            assertThat(grid.at(10, 70))
                    .isCloseTo(loss.applyAsDouble(grid.x().get(70), grid.y().get(10)), within(1e-12));
        }
    }

    @Test
    void theProfilesHaveTheirMinimaWhereTheyAreMarked() {
        Lines lines = (Lines) figure.panels().get(0);
        assertThat(lines.series())
                .extracting(Lines.Series::label)
                .anyMatch(l -> l.startsWith("b > 0") && l.endsWith("maximum"))
                .anyMatch(l -> l.startsWith("b < 0") && l.endsWith("minimum"));
        Lines.Series repelled = lines.series().get(0);
        double least =
                repelled.y().stream().mapToDouble(Double::doubleValue).min().orElseThrow();
        Lines.Series minima = lines.series().get(lines.series().size() - 1);
        assertThat(minima.label()).isEqualTo("minimum");
        assertThat(minima.y()).hasSize(2).allSatisfy(y -> assertThat(y).isCloseTo(least, within(1e-3)));
    }

    private static Map<MarkKind, Long> counts(int panel) {
        return ((Field) figure.panels().get(panel))
                .marks().stream()
                        .collect(java.util.stream.Collectors.groupingBy(
                                Field.Mark::kind, java.util.stream.Collectors.counting()));
    }

    /** By hand: sum_i -(a_i - c_i)/2 w_i^2 + 3/8 (a_i + c_i)^2 w_i^4, a_i = 1, beta = 1/2; and so the package's own function. */
    private static DoubleBinaryOperator loss(List<Double> c) {
        QuarticLandscape derived = new DerivedQuartic("beta-infonce", Map.of("beta", BigFraction.ONE_HALF), 2)
                .function(List.of(1.0, 1.0), c);
        DoubleBinaryOperator byHand = (x, y) -> mode(c.get(0), x) + mode(c.get(1), y);
        assertThat(derived.value(MatrixUtils.createRealDiagonalMatrix(new double[] {0.3, -0.7})))
                .isCloseTo(byHand.applyAsDouble(0.3, -0.7), within(1e-12));
        return byHand;
    }

    private static double mode(double c, double w) {
        return -(1 - c) / 2 * w * w + 3.0 / 8 * Math.pow(1 + c, 2) * Math.pow(w, 4);
    }

    private static double gradient(DoubleBinaryOperator f, double x, double y) {
        double h = 1e-4;
        return Math.hypot(
                (f.applyAsDouble(x + h, y) - f.applyAsDouble(x - h, y)) / (2 * h),
                (f.applyAsDouble(x, y + h) - f.applyAsDouble(x, y - h)) / (2 * h));
    }

    private static MarkKind kind(DoubleBinaryOperator f, double x, double y) {
        double h = 1e-3;
        double middle = 2 * f.applyAsDouble(x, y);
        double xx = (f.applyAsDouble(x + h, y) + f.applyAsDouble(x - h, y) - middle) / (h * h);
        double yy = (f.applyAsDouble(x, y + h) + f.applyAsDouble(x, y - h) - middle) / (h * h);
        double xy = (f.applyAsDouble(x + h, y + h)
                        - f.applyAsDouble(x + h, y - h)
                        - f.applyAsDouble(x - h, y + h)
                        + f.applyAsDouble(x - h, y - h))
                / (4 * h * h);
        double determinant = xx * yy - xy * xy;
        assertThat(Math.abs(determinant)).isGreaterThan(1e-3);
        return determinant < 0 ? MarkKind.SADDLE : xx > 0 ? MarkKind.MINIMUM : MarkKind.MAXIMUM;
    }
}
