package org.lossproof.experiment.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Contour lines lie where the field has the level, and are whole. */
class ContoursTest {
    private static final Axis X = Axis.linear("x", -2, 2);
    private static final Axis Y = Axis.linear("y", -1.5, 1.5);

    @Test
    void aCircleIsOneClosedLineOnIt() {
        List<List<Contours.Point>> lines = Contours.of(Grid.of(X, 81, Y, 61, (x, y) -> x * x + y * y), 1);
        assertThat(lines).hasSize(1);
        List<Contours.Point> line = lines.get(0);
        assertThat(line.get(line.size() - 1)).isEqualTo(line.get(0));
        assertThat(line)
                .hasSizeGreaterThan(100)
                .allSatisfy(p -> assertThat(Math.hypot(p.x(), p.y())).isCloseTo(1, within(2e-3)));
        assertThat(length(line)).isCloseTo(2 * Math.PI, within(0.02));
    }

    @Test
    void aPlaneHasOneStraightLineFromBorderToBorder() {
        List<List<Contours.Point>> lines = Contours.of(Grid.of(X, 9, Y, 7, (x, y) -> x + 2 * y), 0.3);
        assertThat(lines).hasSize(1);
        List<Contours.Point> line = lines.get(0);
        assertThat(line).allSatisfy(p -> assertThat(p.x() + 2 * p.y()).isCloseTo(0.3, within(1e-12)));
        // From x = -2 at the left to y = -0.85 at the right: both sides of the rectangle.
        assertThat(length(line)).isCloseTo(Math.hypot(4, 2), within(1e-9));
    }

    @Test
    void aSaddleHasTwoBranches() {
        Grid grid = Grid.of(X, 40, Y, 40, (x, y) -> x * y);
        assertThat(Contours.of(grid, 0.1))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line)
                        .allSatisfy(p -> assertThat(p.x() * p.y()).isCloseTo(0.1, within(5e-3))));
        assertThat(Contours.of(grid, 99)).isEmpty();
    }

    @Test
    void theMeanDecidesInASaddleCell() {
        Grid high = new Grid(List.of(0.0, 1.0), List.of(0.0, 1.0), List.of(List.of(1.0, 0.0), List.of(0.0, 1.0)));
        // Mean 1/2: at level 0.4 the two high corners are joined, so each line cuts off a low corner.
        assertThat(Contours.of(high, 0.4)).hasSize(2).allSatisfy(line -> {
            double x = line.stream().mapToDouble(Contours.Point::x).average().orElseThrow();
            double y = line.stream().mapToDouble(Contours.Point::y).average().orElseThrow();
            assertThat((x - 0.5) * (y - 0.5)).isNegative();
        });
        assertThat(Contours.of(high, 0.6)).hasSize(2).allSatisfy(line -> {
            double x = line.stream().mapToDouble(Contours.Point::x).average().orElseThrow();
            double y = line.stream().mapToDouble(Contours.Point::y).average().orElseThrow();
            assertThat((x - 0.5) * (y - 0.5)).isPositive();
        });
    }

    private static double length(List<Contours.Point> line) {
        double sum = 0;
        for (int i = 1; i < line.size(); i++) {
            sum += Math.hypot(
                    line.get(i).x() - line.get(i - 1).x(),
                    line.get(i).y() - line.get(i - 1).y());
        }
        return sum;
    }
}
