package org.lossproof.property;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.lossproof.covariance.CommutingModel;
import org.lossproof.covariance.ModelDraw;
import org.lossproof.landscape.Penalty;
import org.lossproof.loss.InputException;

class PropertyTrialsTest {
    private static final String GRANTED = "granted L = -tr(B) + tr(SS)\n";
    /** So many models as a property is tried at. */
    private static final int MODELS = PropertyTrials.TRIES;

    private static PropertyTrials.Report run(String setting, String lines) {
        return PropertyTrials.run(PropertyEvaluationTest.property(setting, lines));
    }

    @Test
    void aFalsePropertyHasTheSimplestCounterexample() {
        PropertyTrials.Report report = run(GRANTED, "claim d0 < 2 or a_1 <= 1 or a_2 <= 1");
        assertThat(report.holds()).isFalse();
        assertThat(report.exact()).isTrue();
        assertThat(report.failed()).isPositive().isLessThan(report.spoken());
        assertThat(report.counterexample().orElseThrow()).contains("2, 2").doesNotContain("/");
        assertThat(report.sentence())
                .contains("fails at " + report.failed() + " of " + report.spoken(), "the simplest");
    }

    @Test
    void aPropertyThatSaysNothingIsNotConfirmed() {
        PropertyTrials.Report report = run(GRANTED, "assume d0 > 5\nclaim 1 == 1");
        assertThat(report.holds()).isFalse();
        assertThat(report.counterexample()).isEmpty();
        assertThat(report.sentence()).contains("says nothing at any of " + PropertyTrials.TRIES);
    }

    @Test
    void whatHoldsIsSaidWithTheNumberOfModels() {
        PropertyTrials.Report report = run(GRANTED, "for mode i\nclaim g_i*s_i == b_i");
        assertThat(report.holds()).isTrue();
        assertThat(report.spoken()).isGreaterThan(200).isLessThanOrEqualTo(report.tries());
        assertThat(report.sentence()).startsWith("holds at all of " + report.spoken());
        assertThat(run(GRANTED, "for mode i\nclaim g_i*s_i == b_i")).isEqualTo(report);
    }

    /** Not only at the example, and within the range. */
    @Test
    void everyParameterIsTriedInItsRange() {
        String setting = "param t > 0 example 2\nparam p integer >= 3 <= 5 example 4\n"
                + GRANTED.replace("tr(SS)", "t * tr(SS)");
        PropertyTrials.Report atTheExample = run(setting, "claim t == 2");
        assertThat(atTheExample.holds()).isFalse();
        assertThat(atTheExample.counterexample().orElseThrow()).contains("t = ");
        assertThat(run(setting, "claim p != 5").holds()).isFalse();
        assertThat(run(setting, "claim p != 4").holds()).isFalse();
        assertThat(run(setting, "claim t > 0 and p >= 3 and p <= 5").holds()).isTrue();
        assertThat(run(setting, "claim t != 1/2 or p != 3").holds())
                .as("both at once")
                .isFalse();
    }

    @Test
    void whatIsSetOutsideTheRangeIsRefused() {
        String setting = "param beta > 0 example 2\n" + GRANTED.replace("tr(SS)", "beta * tr(SS)");
        assertThat(run(setting, "set beta = 7\nclaim beta == 7").holds()).isTrue();
        assertThatThrownBy(() -> run(setting, "set beta = -1\nclaim beta == -1"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("set beta: -1 is not in its range");
    }

    @Test
    void aCounterexampleInFloatingPointIsNotExact() {
        PropertyTrials.Report report = run(GRANTED, "for lowest\nclaim loss == 0");
        assertThat(report.holds()).isFalse();
        assertThat(report.exact()).isFalse();
        assertThat(report.sentence()).contains("in floating point, which refutes nothing");
    }

    private static List<ModelDraw> draws() {
        Random random = new Random(1);
        List<ModelDraw> out = new ArrayList<>();
        for (int i = 0; i < MODELS; i++) {
            out.add(ModelDraw.of(random));
        }
        return out;
    }

    @Test
    void theModelsAreOfEverySizeAndCommuteOrNot() {
        TreeSet<Integer> sizes = new TreeSet<>();
        TreeSet<Integer> rows = new TreeSet<>();
        int commuting = 0;
        int several = 0;
        for (ModelDraw draw : draws()) {
            sizes.add(draw.modes());
            rows.add(draw.model().d1());
            assertThat(draw.model().pair().matrices().commutes()).isTrue();
            several += draw.modes() > 1 ? 1 : 0;
            commuting += draw.modes() > 1 && draw.anyCovariances().commutes() ? 1 : 0;
        }
        assertThat(sizes).containsExactly(1, 2, 3, 4, 5);
        assertThat(rows).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(commuting).isLessThan(several / 3);
    }

    @Test
    void simplerDrawsGetSimplerAndEndAtTheSimplest() {
        ModelDraw draw = ModelDraw.of(new Random(3));
        int steps = 0;
        while (!draw.simpler().isEmpty()) {
            ModelDraw next = draw.simpler().get(0);
            assertThat(next.numbers().stream().mapToInt(n -> n).sum())
                    .isLessThan(draw.numbers().stream().mapToInt(n -> n).sum());
            draw = next;
            steps++;
        }
        assertThat(steps).isPositive();
        assertThat(draw.numbers()).allMatch(n -> n == 0);
        assertThat(draw.modes()).isEqualTo(1);
    }

    /** Of the landscapes with each way to hold the norm, with and without a bias. */
    @Test
    void theSolverIsAuditedAtTheModelsWithInvertibleSigma() {
        List<CommutingModel> models = draws().stream()
                .map(ModelDraw::model)
                .filter(ModeLandscape::isRegular)
                .toList();
        assertThat(models).hasSizeGreaterThan(200);
        int audited = 0;
        int all = 0;
        for (CommutingModel model : models) {
            ModeLandscape landscape = Landscapes.indefinite(model);
            for (Penalty penalty : List.of(Penalty.NONE, Landscapes.penalty(model), Landscapes.constraint(model))) {
                for (boolean bias : List.of(false, true)) {
                    landscape.points(penalty, bias);
                    audited += landscape.isAudited(penalty, bias) ? 1 : 0;
                    all++;
                }
            }
        }
        assertThat((double) audited / all).isGreaterThanOrEqualTo(0.9);
    }
}
