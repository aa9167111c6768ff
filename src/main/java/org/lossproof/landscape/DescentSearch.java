package org.lossproof.landscape;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.MaxIter;
import org.hipparchus.optim.PointValuePair;
import org.hipparchus.optim.SimpleValueChecker;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunctionGradient;
import org.hipparchus.optim.nonlinear.scalar.gradient.NonLinearConjugateGradientOptimizer;
import org.lossproof.tolerance.Tolerance;

/** Looks for local minima of a {@link SmoothLandscape} from many random starts by conjugate gradients; seeded. */
public final class DescentSearch {
    /**
     * Where a descent ended.
     *
     * @param weight rows x columns
     * @param value the loss there
     * @param gradient the norm of the gradient there: the residual
     */
    public record Endpoint(RealMatrix weight, double value, double gradient) {}

    private static final int EVALUATIONS = 20_000;
    private static final int CALM = 2;
    private static final int SHAKES = 12;

    private DescentSearch() {}

    /**
     * Descends from Gaussian starts with entries of standard deviation {@code spread}; a descent that does not converge is
     * left out.
     */
    public static List<Endpoint> descend(SmoothLandscape landscape, int starts, double spread, long seed) {
        Random random = new Random(seed);
        List<Endpoint> ends = new ArrayList<>();
        for (int s = 0; s < starts; s++) {
            double[] start = new double[landscape.rows() * landscape.columns()];
            for (int i = 0; i < start.length; i++) {
                start[i] = spread * random.nextGaussian();
            }
            attempt(landscape, start, random).ifPresent(ends::add);
        }
        return ends;
    }

    private static Optional<Endpoint> attempt(SmoothLandscape landscape, double[] start, Random random) {
        try {
            Endpoint best = descend(landscape, start);
            // A descent may stall beside a saddle: shake it until that does not help any more.
            for (int calm = 0, shake = 0; calm < CALM && shake < SHAKES; shake++) {
                Endpoint next = descend(landscape, shaken(best.weight(), random));
                boolean better = next.value() < best.value() - Tolerance.IMPROVED * (1 + Math.abs(best.value()));
                calm = better ? 0 : calm + 1;
                best = next.value() < best.value() ? next : best;
            }
            return Optional.of(best);
        } catch (MathIllegalStateException e) {
            return Optional.empty(); // no convergence within the budget, or a loss that falls without end
        }
    }

    private static double[] shaken(RealMatrix weight, Random random) {
        double[] x = Validation.flatten(weight).toArray();
        double size = 0.03 * (weight.getFrobeniusNorm() + 0.1);
        for (int i = 0; i < x.length; i++) {
            x[i] += size * random.nextGaussian();
        }
        return x;
    }

    private static Endpoint descend(SmoothLandscape landscape, double[] start) {
        NonLinearConjugateGradientOptimizer optimizer = new NonLinearConjugateGradientOptimizer(
                NonLinearConjugateGradientOptimizer.Formula.POLAK_RIBIERE,
                new SimpleValueChecker(Tolerance.DESCENT_END, Tolerance.DESCENT_END));
        PointValuePair end = optimizer.optimize(
                new MaxEval(EVALUATIONS),
                new MaxIter(EVALUATIONS),
                GoalType.MINIMIZE,
                new InitialGuess(start),
                new ObjectiveFunction(x -> landscape.value(shape(landscape, x))),
                new ObjectiveFunctionGradient(x -> Validation.flatten(landscape.gradient(shape(landscape, x)))
                        .toArray()));
        RealMatrix weight = shape(landscape, end.getPoint());
        return new Endpoint(
                weight, landscape.value(weight), landscape.gradient(weight).getFrobeniusNorm());
    }

    private static RealMatrix shape(SmoothLandscape landscape, double[] x) {
        RealMatrix m = MatrixUtils.createRealMatrix(landscape.rows(), landscape.columns());
        for (int i = 0; i < x.length; i++) {
            m.setEntry(i / landscape.columns(), i % landscape.columns(), x[i]);
        }
        return m;
    }
}
