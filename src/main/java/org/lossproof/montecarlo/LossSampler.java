package org.lossproof.montecarlo;

import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;
import org.lossproof.loss.LossDefinition;

/**
 * Draws samples of the Taylor coefficients, along W -> tW, of an undeveloped loss. The mean of every coefficient is the
 * coefficient of the loss, without bias and without truncation error. Not thread-safe: one for every thread.
 */
public final class LossSampler {
    private final Node root;
    private final Draws draws;
    private final InnerDraws inner;
    private final SampleCompiler compiler;
    private final int order;

    private LossSampler(SampleCompiler compiler, int order) {
        this.compiler = compiler;
        this.root = compiler.compile();
        this.draws = compiler.draws();
        this.inner = compiler.inner();
        this.order = order;
    }

    /**
     * Compiles a definition.
     *
     * @param parameters a value for every parameter
     * @param model the covariances of the representation
     * @param order the highest order sampled, even
     * @throws org.lossproof.loss.InputException if a parameter has no value; when drawing, if the loss is not analytic at W
     *     = 0
     */
    public static LossSampler compile(
            LossDefinition loss, Map<String, Double> parameters, SamplingModel model, int order) {
        int factors = order / Shape.lowestOrder(loss.expression());
        return compile(loss, parameters, model, order, InnerDraws.unbiased(factors));
    }

    /** The same with plain sample means over {@code size} draws inside nonlinear functions: biased, for comparison. */
    public static LossSampler plugIn(
            LossDefinition loss, Map<String, Double> parameters, SamplingModel model, int order, int size) {
        return compile(loss, parameters, model, order, InnerDraws.plugIn(size));
    }

    /**
     * Samples the loss itself at the weights of the model, not its Taylor coefficients: order 0 of the samples. Means
     * inside nonlinear functions are estimated over {@code draws} draws and their doubles; combining {@code levels} of
     * them leaves a bias of order {@code draws^-levels}.
     */
    public static LossSampler atWeights(
            LossDefinition loss, Map<String, Double> parameters, SamplingModel model, int draws, int levels) {
        InnerDraws inner = InnerDraws.extrapolated(draws, levels);
        return new LossSampler(SampleCompiler.atWeights(loss, parameters, model, inner), 0);
    }

    private static LossSampler compile(
            LossDefinition loss, Map<String, Double> parameters, SamplingModel model, int order, InnerDraws inner) {
        return new LossSampler(SampleCompiler.ofCoefficients(loss, parameters, model, inner, order), order);
    }

    /** The largest number of copies of a datum, all of which every sample draws; 1 without repeated data. */
    public static double largestNumberOfCopies(LossDefinition loss, Map<String, Double> parameters) {
        return loss.data().stream()
                .mapToDouble(d -> DeterministicValue.of(d.copies(), parameters, 1))
                .max()
                .orElse(1);
    }

    /** The highest order sampled. */
    public int order() {
        return order;
    }

    /** The orders that can be other than 0 are the multiples of it: 2 where only inner products occur, else 1. */
    int step() {
        return compiler.step();
    }

    /** Mean and variance of one sample, or why they cannot be derived. Costs milliseconds; nothing is drawn. */
    public SampleMoments moments() {
        try {
            return SampleVariance.of(compiler, order);
        } catch (NoVarianceException e) {
            return SampleMoments.unknown(e.getMessage());
        }
    }

    /** Draws one sample and adds its coefficients, by order, to {@code sum}: 0, 1, ..., order. */
    public void addSample(double[] sum) {
        root.evaluate();
        for (int r = 0; r < inner.count(); r++) {
            double weight = inner.weight(r);
            double[] jet = root.jet(r);
            for (int k = 0; k < jet.length; k++) {
                sum[k * compiler.step()] += weight * jet[k];
            }
        }
    }

    /** The source of randomness of the samples that follow. */
    public void use(UniformRandomProvider generator) {
        draws.use(generator);
    }
}
