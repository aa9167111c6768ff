package org.lossproof.montecarlo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Supplier;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.linear.MatrixUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lossproof.expansion.CatalogueLosses;
import org.lossproof.expansion.rational.RationalEvaluation;
import org.lossproof.expansion.rational.RationalModel;
import org.lossproof.loss.Catalogue;
import org.lossproof.loss.LossDefinition;
import org.lossproof.loss.LossParser;
import org.lossproof.loss.ParameterValues;

class LossSamplerTest {
    private static final SamplingModel SCALAR = SamplingModel.of(
            1,
            MatrixUtils.createRealMatrix(new double[][] {{2}}),
            MatrixUtils.createRealMatrix(new double[][] {{1}}),
            MatrixUtils.createRealMatrix(new double[][] {{1}}));

    static List<String> names() {
        return CatalogueLosses.ofOneEncoder();
    }

    private static Map<String, BigFraction> examples(LossDefinition loss) {
        return new ParameterValues(loss, Map.of()).withExamples().values();
    }

    private static Map<String, Double> doubles(Map<String, BigFraction> values) {
        Map<String, Double> out = new HashMap<>();
        values.forEach((p, v) -> out.put(p, v.doubleValue()));
        return out;
    }

    private static SortedMap<Integer, Double> exact(LossDefinition loss) {
        List<BigFraction> all = RationalEvaluation.coefficients(
                loss, examples(loss), RationalModel.scalar(BigFraction.TWO, BigFraction.ONE), 4);
        SortedMap<Integer, Double> out = new TreeMap<>();
        out.put(2, all.get(1).doubleValue());
        out.put(4, all.get(3).doubleValue());
        return out;
    }

    private static CheckPlan plan(long seed) {
        return new CheckPlan(1e-9, 1e-3, 0.05, 300_000, Seed.of(seed));
    }

    @ParameterizedTest
    @MethodSource("names")
    void samplesOfTheUndevelopedLossAgreeWithExactEvaluation(String name) {
        LossDefinition loss = Catalogue.load(name);
        Supplier<LossSampler> sampler = () -> LossSampler.compile(loss, doubles(examples(loss)), SCALAR, 4);
        assertThat(plan(3).check(sampler, exact(loss)).values()).allMatch(SampledCheck::agrees);
    }

    @ParameterizedTest
    @ValueSource(strings = {"infonce", "barlow-twins"})
    void plainSampleMeansInsideAFunctionAreBiasedAndRejected(String name) {
        LossDefinition loss = Catalogue.load(name);
        Supplier<LossSampler> plugIn = () -> LossSampler.plugIn(loss, doubles(examples(loss)), SCALAR, 4, 4);
        assertThat(plan(3).check(plugIn, exact(loss)).get(4).agrees()).isFalse();
    }

    @Test
    void theNumberOfThreadsDoesNotMatter() throws Exception {
        LossDefinition loss = Catalogue.load("infonce");
        Supplier<LossSampler> sampler = () -> LossSampler.compile(loss, Map.of(), SCALAR, 4);
        SortedMap<Integer, SampledCheck> here = plan(9).check(sampler, exact(loss));
        for (int threads : List.of(1, 3)) {
            ForkJoinPool pool = new ForkJoinPool(threads);
            assertThat(pool.submit(() -> plan(9).check(sampler, exact(loss))).get())
                    .isEqualTo(here);
            pool.shutdown();
        }
    }

    @Test
    void aDiscrepancyOfTheStatedSizeIsFoundAndATrueValueIsNotRejectedMoreOftenThanStated() {
        LossDefinition loss = Catalogue.load("spectral-contrastive");
        Supplier<LossSampler> sampler = () -> LossSampler.compile(loss, Map.of(), SCALAR, 4);
        int falseFails = 0;
        int missed = 0;
        for (int seed = 0; seed < 200; seed++) {
            SampledCheck check = new CheckPlan(0.05, 0.05, 0.2, 16_000, Seed.of(seed))
                    .check(sampler, exact(loss))
                    .get(2);
            falseFails += check.agrees() ? 0 : 1;
            missed += check.rejects(check.expected() + check.detectable()) ? 0 : 1;
        }
        // Binomial with 200 tries at 5 %: 25 or more has probability 1e-4.
        assertThat(falseFails).isLessThan(25);
        assertThat(missed).isLessThan(25);
    }

    @Test
    void aMeanOverAViewThatIsDrawnOutsideLeavesTheOuterOneAsItWas() {
        LossDefinition loss = LossParser.parse(
                "datum xh with views x, x'\n" + "L = E[x, x'](log(E[x'](exp(<f(x), f(x')>))) * |f(x) - f(x')|^2)",
                "test");
        SortedMap<Integer, SampledCheck> checks =
                plan(3).check(() -> LossSampler.compile(loss, Map.of(), SCALAR, 4), exact(loss));
        assertThat(checks.get(4).agrees()).as(checks.get(4).sentence()).isTrue();
        assertThat(checks.get(4).asymptotic()).isEmpty();
    }

    @Test
    void whereNoVarianceIsDerivedTheRatesAreSaidToBeAsymptotic() {
        // The negatives are drawn inside the logarithm: replicas of replicas.
        LossDefinition loss = LossParser.parse(
                "datum xh with view x\ndata yh with view chi, copies 3\n"
                        + "L = E[x](log(E[chi](mean[chi](exp(<f(x), f(chi)>)))))",
                "test");
        LossSampler sampler = LossSampler.compile(loss, Map.of(), SCALAR, 4);
        assertThat(sampler.moments().unknown().orElseThrow()).contains("yh");
        SortedMap<Integer, SampledCheck> checks =
                plan(3).check(() -> LossSampler.compile(loss, Map.of(), SCALAR, 4), exact(loss));
        assertThat(checks.values()).allMatch(SampledCheck::agrees);
        assertThat(checks.get(4).sentence()).contains("; rates asymptotic: ");
    }

    @Test
    void theNumberOfSamplesFollowsFromTheVarianceAndDetectsTheDiscrepancy() {
        LossDefinition loss = Catalogue.load("spectral-contrastive");
        Supplier<LossSampler> sampler = () -> LossSampler.compile(loss, Map.of(), SCALAR, 4);
        SampledCheck check = plan(1).check(sampler, exact(loss)).get(2);
        CheckPlan plan = plan(1);
        double variance = sampler.get().moments().variance().get(2);
        double discrepancy = plan.relativeDiscrepancy() * Math.abs(check.expected());
        long n = plan.samples(variance, discrepancy);
        assertThat(new CatoniMean(variance, n, plan.falseFail()).detectable(plan.falsePass()))
                .isLessThanOrEqualTo(discrepancy);
        assertThat(new CatoniMean(variance, n - 1, plan.falseFail()).detectable(plan.falsePass()))
                .isGreaterThan(discrepancy);
        assertThat(check.samples()).isGreaterThanOrEqualTo(n);
        assertThat(plan.samples(variance, 1e-9)).isEqualTo(plan.maxSamples());
    }
}
