package org.lossproof.experiment.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.lossproof.experiment.trial.SignTest.Decision;
import org.lossproof.loss.InputException;
import org.lossproof.loss.Losses;
import org.lossproof.page.Experiment;
import org.lossproof.page.Page;

/** Trials of trained models: what they decide, and that nothing but the experiment matters to it. */
class ExperimentTrialsTest {
    /** beta-InfoNCE with beta = 1/2 on modes 1 and 0.2 at c = 1/2: derived, the first survives and the second is lost. */
    private static final String BETA = """
            train beta-infonce
            modes 2
            set a = 1, 1/5
            set c = 1/2
            set beta = 1/2
            set N = 24
            set population = 24
            noise expected
            rate 1/20
            steps 150
            """;

    private static Experiment experiment(String lines) {
        String page = "# p: P\n\n- Place: here\n- Printed: as below\n\n```experiment printed\n" + lines + "\n```\n";
        return (Experiment)
                Page.parse("p", page, "p.md", Losses.CATALOGUE).blocks().get(0).statement();
    }

    private static ExperimentReport run(String lines) {
        return ExperimentTrials.run(experiment(lines), new TrainingStore(false));
    }

    @Test
    void aTrueClaimIsCorroboratedAndAFalseOneRefuted() {
        String measured =
                BETA + "measure m = lambda_2/lambda_1\nmeasure k = collapsed\nmeasure l = lost_1 + 2*lost_2\n";
        ExperimentReport good = run(measured + "claim m < 1/100 and k == 1 and l == 2");
        assertThat(good.decision()).isEqualTo(Decision.CORROBORATED);
        assertThat(good.holds()).isEqualTo(8);
        assertThat(good.models()).isEqualTo(8);
        assertThat(good.outcome()).isEqualTo("holds at 8 of 8 seeds");
        assertThat(good.scope()).contains("beta-infonce", "d0 = d1 = 2", "c = 1/2", "beta = 1/2", "150", "population");
        ExperimentReport bad = run(measured + "claim m > 1/100 or k != 1");
        assertThat(bad.decision()).isEqualTo(Decision.REFUTED);
        assertThat(bad.fails()).isEqualTo(8);
        assertThat(bad.outcome()).isEqualTo("holds at 0 of 8 seeds, fails at 8");
    }

    @Test
    void whatIsPredictedStandsBesideWhatIsMeasured() {
        ExperimentReport report = run(BETA + "measure k = collapsed\nmeasure v = lambda_1\nclaim k == 1 and v > 0");
        ExperimentReport.Measured lost = report.measured().get(0);
        assertThat(lost.quartic()).contains(1.0);
        assertThat(lost.exact()).contains(1.0);
        // b = 1/4 and s = 3/2: 2 b/(3 beta s^2) = 4/27.
        ExperimentReport.Measured value = report.measured().get(1);
        assertThat(value.quartic().orElseThrow()).isCloseTo(4.0 / 27, org.assertj.core.data.Offset.offset(1e-9));
        assertThat(value.low().orElseThrow()).isLessThan(value.median().orElseThrow());
        assertThat(value.high().orElseThrow()).isGreaterThan(value.median().orElseThrow());
    }

    @Test
    void aClaimThatHoldsAtSomeSeedsOnlyIsLeftOpen() {
        ExperimentReport report = run(BETA + "measure v = lambda_1\nclaim v > 0");
        List<Double> ends = List.of(
                report.measured().get(0).low().orElseThrow(),
                report.measured().get(0).high().orElseThrow());
        // Between the smallest and the largest of the seeds, so that it holds at one and fails at another.
        long middle = Math.round(1e9 * (ends.get(0) + ends.get(1)) / 2);
        ExperimentReport open = run(BETA + "measure v = lambda_1\nclaim v > " + middle + "/1000000000");
        assertThat(open.decision()).isEqualTo(Decision.OPEN);
        assertThat(open.holds()).isBetween(1, 7);
    }

    @Test
    void theClaimMustHoldAtEveryPointOfTheRange() {
        String lines = BETA.replace("set c = 1/2", "over c2 = 1/10, 1/2\nset c = 1/2, c2")
                + "measure k = collapsed\nclaim k == 1";
        ExperimentReport report = run(lines);
        assertThat(report.models()).isEqualTo(16);
        assertThat(report.measured())
                .extracting(ExperimentReport.Measured::place)
                .containsExactly("c2 = 1/10", "c2 = 1/2");
        assertThat(report.measured().get(0).median()).contains(0.0);
        assertThat(report.measured().get(1).median()).contains(1.0);
        assertThat(report.decision()).isEqualTo(Decision.REFUTED);
    }

    @Test
    void aggregatesAreOverTheSweep() {
        String lines = BETA.replace("set c = 1/2", "sweep c1 = 1, 2, 4\nset c = 1/c1, 1/2")
                        .replace("steps 150", "steps 1")
                + "measure e = exponent of c_1^2/s_1^0\nmeasure f = exponent of c_1 from 2\nmeasure v = c_1 at 2\n"
                + "measure l = least of c_1\nmeasure g = greatest of c_1 to 2\nmeasure h = greatest of c_1 from 2\n"
                + "claim e == -2 and f == -1 and v == 1/2 and l == 1/4 and g == 1 and h == 1/2";
        ExperimentReport report = run(lines);
        assertThat(report.decision()).isEqualTo(Decision.CORROBORATED);
    }

    @Test
    void whatHasNoValueDecidesNothing() {
        ExperimentReport diverged = run(BETA.replace("rate 1/20", "rate 10^60").replace("150", "20")
                + "optimizer sgd\nmeasure v = lambda_1\nclaim v > 0");
        assertThat(diverged.decision()).isEqualTo(Decision.OPEN);
        assertThat(diverged.outcome()).isEqualTo("holds at 0 of 8 seeds, has no value at 8 (a training diverged)");
        ExperimentReport unknown = run(
                BETA.replace("steps 150", "steps 1") + "normalize per-sample\nmeasure v = exact_smallest\nclaim v > 0");
        assertThat(unknown.outcome()).contains("has no value at 8 (no exact landscape predicts it)");
    }

    @Test
    void whatCannotBeTrainedIsTheUsersError() {
        String lines = BETA.replace("population = 24", "population = 4").replace("N = 24", "N = 4");
        assertThatThrownBy(() -> run(lines + "measure v = lambda_1\nclaim v > 0"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("4 items cannot have the second moments");
    }

    @Test
    void numbersOfThreadsAndOtherExperimentsDoNotMatter() throws Exception {
        Experiment first = experiment(BETA + "measure v = lambda_1\nclaim v > 0");
        Experiment second =
                experiment(BETA.replace("noise expected", "noise fresh") + "measure v = smallest\nclaim v >= 0");
        TrainingStore store = new TrainingStore(false);
        ExperimentReport b = ExperimentTrials.run(second, store);
        ExperimentReport a = ExperimentTrials.run(first, store);
        assertThat(store.size()).isEqualTo(16);
        assertThat(ExperimentTrials.models(List.of(first, second, first), false))
                .isEqualTo(16);
        // An odd number of trainings before: each of the others comes to another thread.
        ExperimentTrials.run(
                experiment(BETA.replace("150", "1") + "seeds 7\nmeasure v = lambda_1\nclaim v > 0"),
                new TrainingStore(false));
        for (int threads : new int[] {1, 4}) {
            ForkJoinPool pool = new ForkJoinPool(threads);
            assertThat(pool.submit(() -> ExperimentTrials.run(first, new TrainingStore(false)))
                            .get())
                    .isEqualTo(a);
            assertThat(pool.submit(() -> ExperimentTrials.run(second, new TrainingStore(false)))
                            .get())
                    .isEqualTo(b);
            pool.shutdown();
        }
        assertThat(a.measured().get(0).median())
                .isNotEqualTo(b.measured().get(0).median());
    }

    @Test
    void theFullSettingIsAnotherOne() {
        Experiment experiment = experiment(BETA + "full steps 2\nmeasure v = lambda_1\nclaim v > 0");
        ExperimentReport full = ExperimentTrials.run(experiment, new TrainingStore(true));
        assertThat(full.full()).isTrue();
        assertThat(full.scope()).contains("steps = 2;");
        assertThat(ExperimentTrials.run(experiment, new TrainingStore(false)).scope())
                .contains("steps = 150;");
    }

    @Test
    void theErrorOfARidgeRegressionIsThatOfTheModesThatAreLeft() {
        ExperimentReport report =
                run(BETA.replace("set a = 1, 1/5", "set a = 1/5, 1").replace("steps 150", "steps 400")
                        + "ridge 1/1000\nmeasure e = error\nmeasure x = quartic_error\nclaim e > 1/10 and x == 1/5");
        assertThat(report.decision()).isEqualTo(Decision.CORROBORATED);
        assertThat(report.measured().get(0).quartic().orElseThrow())
                .isCloseTo(0.2, org.assertj.core.data.Offset.offset(1e-12));
    }
}
