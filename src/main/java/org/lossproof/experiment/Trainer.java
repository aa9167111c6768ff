package org.lossproof.experiment;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;
import org.lossproof.loss.InputException;
import org.lossproof.loss.LossDefinition;
import org.lossproof.montecarlo.Seed;
import org.lossproof.tolerance.Tolerance;

/**
 * Trains a model on the undeveloped loss of a definition, full batch. The same seed gives the same numbers, bit by bit, at any
 * number of threads and however often a run is interrupted.
 */
public final class Trainer {
    /** How many moments of a run are kept, beside its start. */
    private static final int MOMENTS = 50;

    private static final long SAVED_EVERY_NANOS = 5_000_000_000L;
    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;

    private final TrainingSettings settings;
    private final ModelShape shape;
    private final BatchShape batch;
    private final Objective objective;
    private final double[] gradient;

    /** Told of a run as it goes. */
    public interface Listener {
        /** After a step, of which there have been so many. */
        void step(long step, double loss);
    }

    /**
     * @param loss the definition
     * @param parameters a value for every parameter
     * @param a0 A0: d0 x d0
     * @param c C: d0 x d0
     * @throws InputException if the loss cannot be trained on so many data
     */
    public Trainer(
            LossDefinition loss,
            Map<String, Double> parameters,
            ModelShape shape,
            RealMatrix a0,
            RealMatrix c,
            TrainingSettings settings) {
        this.settings = settings;
        this.shape = shape;
        this.batch = new BatchShape(settings.items(), shape.d1(), settings.self(), a0, c);
        this.objective =
                new Objective(loss, parameters, shape, batch, settings.augmentation(), Seed.of(settings.seed()));
        this.gradient = new double[shape.size()];
    }

    /** A run from the start. */
    TrainingState start() {
        UniformRandomProvider generator = RandomSource.XO_RO_SHI_RO_128_PP.create(new long[] {
            Seed.of(settings.seed()).of("weights").state(),
            Seed.of(settings.seed()).of("weights, more").state()
        });
        ZigguratSampler.NormalizedGaussian gaussian = ZigguratSampler.NormalizedGaussian.of(generator);
        double[] theta = new double[shape.size()];
        for (int e = 0; e < shape.encoders(); e++) {
            for (int p = shape.u(e); p < shape.b(e); p++) {
                int into = p < shape.w(e) ? shape.d0() : shape.width();
                theta[p] = settings.initial() * gaussian.sample() / Math.sqrt(into);
            }
        }
        return new TrainingState(theta);
    }

    /**
     * Trains to the end, from wherever a state stands.
     *
     * @throws InputException if a number is no number any more
     */
    TrainingRun run(TrainingState state, Listener listener) {
        long every = Math.max(1, settings.steps() / MOMENTS);
        while (true) {
            double loss = objective.at(state.theta, state.step, gradient);
            requireFinite(loss, state.step);
            boolean kept = state.step % every == 0 || state.step == settings.steps();
            if (kept && (state.moments.isEmpty() || lastStep(state) < state.step)) {
                state.moments.add(moment(state, loss));
            }
            if (state.step == settings.steps()) {
                return new TrainingRun(state.moments);
            }
            step(state);
            state.step++;
            listener.step(state.step, loss);
        }
    }

    /** A whole run. */
    public TrainingRun run() {
        return run((step, loss) -> {});
    }

    /**
     * A whole run.
     *
     * @throws InputException if a number is no number any more
     */
    public TrainingRun run(Listener listener) {
        return run(start(), listener);
    }

    /**
     * A whole run with the weights it ends with.
     *
     * @throws DivergedException if a number is no number any more
     */
    public TrainedModel train() {
        TrainingState state = start();
        TrainingRun run = run(state, (step, loss) -> {});
        return new TrainedModel(run.last(), objective.weights(state.theta, 0));
    }

    /**
     * A run that is saved every so often, and goes on from where the file left it.
     *
     * @param file of the checkpoint, which may not exist yet
     * @param run all that the outcome depends on, in words
     * @param listener told after every step
     * @throws InputException if the file is no checkpoint of this run, or a number is no number any more
     */
    public TrainingRun run(Path file, String run, Listener listener) {
        TrainingState state = Files.exists(file) ? Checkpoint.read(file, run).state() : start();
        long[] saved = {System.nanoTime()};
        TrainingRun out = run(state, (step, loss) -> {
            listener.step(step, loss);
            if (System.nanoTime() - saved[0] > SAVED_EVERY_NANOS) {
                Checkpoint.of(run, state).write(file);
                saved[0] = System.nanoTime();
            }
        });
        Checkpoint.of(run, state).write(file);
        return out;
    }

    private static long lastStep(TrainingState state) {
        return state.moments.get(state.moments.size() - 1).step();
    }

    private void requireFinite(double loss, long step) {
        if (!Double.isFinite(loss) || Arrays.stream(gradient).anyMatch(g -> !Double.isFinite(g))) {
            throw new DivergedException("training diverged at step " + step + ": the loss is " + loss
                    + "; give a smaller --lr, a smaller --init or a loss that is bounded below");
        }
    }

    private void step(TrainingState state) {
        switch (settings.optimizer()) {
            case ADAM -> adam(state);
            case SGD -> Loops.addScaled(state.theta, -settings.rate(), gradient);
            case FLOW -> flow(state);
        }
    }

    private void adam(TrainingState state) {
        double correct1 = 1 - Math.pow(BETA1, state.step + 1.0);
        double correct2 = 1 - Math.pow(BETA2, state.step + 1.0);
        for (int p = 0; p < gradient.length; p++) {
            state.first[p] = BETA1 * state.first[p] + (1 - BETA1) * gradient[p];
            state.second[p] = BETA2 * state.second[p] + (1 - BETA2) * gradient[p] * gradient[p];
            double root = Math.sqrt(state.second[p] / correct2) + Tolerance.ADAM;
            state.theta[p] -= settings.rate() * (state.first[p] / correct1) / root;
        }
    }

    /** d theta / dt = -gradient for the time of a step. */
    private void flow(TrainingState state) {
        double scale = Math.sqrt(Loops.dot(state.theta, state.theta) / state.theta.length);
        var integrator = new DormandPrince853Integrator(
                Tolerance.FLOW_STEP * settings.rate(),
                settings.rate(),
                Tolerance.FLOW * Math.max(scale, Tolerance.FLOW_SIZE),
                Tolerance.FLOW);
        var equation = new OrdinaryDifferentialEquation() {
            @Override
            public int getDimension() {
                return state.theta.length;
            }

            @Override
            public double[] computeDerivatives(double t, double[] theta) {
                double[] out = new double[theta.length];
                objective.at(theta, 0, out);
                for (int p = 0; p < out.length; p++) {
                    out[p] = -out[p];
                }
                return out;
            }
        };
        try {
            state.theta = integrator
                    .integrate(equation, new ODEState(0, state.theta), settings.rate())
                    .getPrimaryState();
        } catch (org.hipparchus.exception.MathRuntimeException e) {
            throw new DivergedException("training diverged at step " + state.step
                    + ": the flow cannot be followed for a time of " + settings.rate() + "; give a smaller --lr");
        }
    }

    private static EigenDecompositionSymmetric decomposed(RealMatrix gram, long step) {
        try {
            return new EigenDecompositionSymmetric(gram);
        } catch (org.hipparchus.exception.MathRuntimeException e) {
            // Entries that overflow when they are multiplied.
            throw new DivergedException("training diverged at step " + step + ": W'W is of the size " + gram.getNorm1()
                    + "; give a smaller --lr or a smaller --init");
        }
    }

    private TrainingRun.Moment moment(TrainingState state, double loss) {
        RealMatrix w = objective.weights(state.theta, 0);
        RealMatrix gram = w.transposeMultiply(w);
        EigenDecompositionSymmetric eigen = decomposed(gram, state.step);
        List<Double> eigenvalues = new ArrayList<>();
        List<Double> modes = new ArrayList<>();
        for (int i = 0; i < gram.getRowDimension(); i++) {
            eigenvalues.add(Math.max(0, eigen.getEigenvalue(i)));
            modes.add(gram.getEntry(i, i));
        }
        eigenvalues.sort(java.util.Comparator.reverseOrder());
        double norm = shape.hidden().kind() == Hidden.Kind.NONE
                ? gram.multiply(batch.a0().add(batch.c())).getTrace()
                : 0;
        return new TrainingRun.Moment(state.step, loss, eigenvalues, modes, norm);
    }
}
