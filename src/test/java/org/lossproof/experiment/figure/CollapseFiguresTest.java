package org.lossproof.experiment.figure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Trained models beside the landscape: the population follows it. */
class CollapseFiguresTest {
    @Test
    void modelsTrainedOnThePopulationFollowTheExactLandscape() {
        Figure figure = CollapseFigures.right(new FigureSettings(false, 3));
        Lines panel = (Lines) figure.panels().get(0);
        for (int mode = 0; mode < 5; mode++) {
            Lines.Series trained = panel.series().get(mode);
            Lines.Series exact = panel.series().get(5 + mode);
            double largest = panel.series().get(5).y().get(0);
            for (int p = 0; p < trained.x().size(); p++) {
                assertThat(Math.abs(trained.y().get(p) - exact.y().get(p)))
                        .as("%s at c = %s", trained.label(), trained.x().get(p))
                        .isLessThan((trained.x().get(p) < 0.2 ? 0.2 : 0.02) * largest);
            }
            // Beyond c = beta a / (1 - beta) = a there is nothing left.
            int last = exact.x().size() - 1;
            assertThat(exact.y().get(last)).as("a < 1.3").isZero();
        }
    }
}
