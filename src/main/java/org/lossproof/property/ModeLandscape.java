package org.lossproof.property;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.covariance.CommutingModel;
import org.lossproof.covariance.RationalMatrix;
import org.lossproof.landscape.CommutingLandscape;
import org.lossproof.landscape.Penalty;
import org.lossproof.landscape.QuarticForm;
import org.lossproof.landscape.StationaryPoint;

/**
 * The landscape of Proposition 1, -Tr[W B W'] + Tr[(W Sigma W')^2], for B and Sigma that commute: exact for what the paper
 * states of it, and as the landscape package solves it.
 *
 * @param b eigenvalues of B, of any sign
 * @param model the covariances; s_i > 0
 */
record ModeLandscape(List<BigFraction> b, CommutingModel model) {
    /** Questions whose answers have been checked, or could not be: the properties of many claims ask the same. */
    private static final Map<Question, Boolean> AUDITED = new ConcurrentHashMap<>();

    /** One question in so many has its Hessians compared, which takes longest. */
    private static final int INERTIA_OF = 8;

    private record Question(ModeLandscape landscape, Penalty penalty, boolean bias) {}

    ModeLandscape {
        b = List.copyOf(b);
    }

    /** Whether Sigma is invertible, as the paper assumes. */
    static boolean isRegular(CommutingModel model) {
        return model.s().stream().allMatch(s -> s.signum() > 0);
    }

    BigFraction s(int i) {
        return model.s(i);
    }

    /** b_i/s_i. */
    BigFraction g(int i) {
        return b.get(i).divide(s(i));
    }

    int modes() {
        return b.size();
    }

    /** d* = min(d0, d1). */
    int mostActive() {
        return Math.min(modes(), model.d1());
    }

    /**
     * All stationary points as the landscape package finds them, checked without it.
     *
     * @throws org.lossproof.claim.LandscapeContradictionException if the check says otherwise
     */
    List<StationaryPoint> points(Penalty penalty, boolean bias) {
        return solve(penalty, bias).points();
    }

    /** The same with the masks that have no point. */
    CommutingLandscape.Result solve(Penalty penalty, boolean bias) {
        CommutingLandscape landscape = landscape(penalty, bias);
        CommutingLandscape.Result result = landscape.solve();
        Question question = new Question(this, penalty, bias);
        AUDITED.computeIfAbsent(
                question, q -> audit(landscape, result.points(), Math.floorMod(q.hashCode(), INERTIA_OF) == 0));
        return result;
    }

    /** Whether this has been solved and floating point can tell what decides the answer, so that it was checked. */
    boolean isAudited(Penalty penalty, boolean bias) {
        return AUDITED.getOrDefault(new Question(this, penalty, bias), false);
    }

    /**
     * Compares points with computations that share no code with the solver; their inertia too if wanted.
     *
     * @return whether they could be compared: see {@link ExactMasks#isResolved}
     */
    boolean audit(CommutingLandscape landscape, List<StationaryPoint> points, boolean inertia) {
        ExactMasks.Norm norm = norm(landscape.penalty(), landscape.bias());
        LandscapeAudit audit = new LandscapeAudit(landscape, matrices(norm));
        if (isRegular(model)) {
            ExactMasks exact = new ExactMasks(this, norm);
            if (!exact.isResolved()) {
                return false;
            }
            audit.requireComplete(points, exact);
        }
        return !inertia
                || points.stream().filter(p -> !audit.requireStationary(p)).count() == 0;
    }

    /** -Tr[W B W'] + Tr[(W Sigma W')^2] in the basis of the modes. */
    private MatrixLoss matrices(ExactMasks.Norm norm) {
        BigFraction one = BigFraction.ONE;
        BigFraction zero = BigFraction.ZERO;
        return new MatrixLoss(
                RationalMatrix.diagonal(b),
                RationalMatrix.diagonal(model.a()),
                RationalMatrix.diagonal(model.c()),
                new MatrixLoss.Quartic(one, BigFraction.TWO, one, zero, zero, zero),
                norm,
                model.d1());
    }

    /** The exact value of a normalisation, where it is that of the model. */
    private ExactMasks.Norm norm(Penalty penalty, boolean bias) {
        BigFraction c = model.hyperparameters().c();
        BigFraction kappa = model.hyperparameters().kappa();
        return new ExactMasks.Norm(
                c.doubleValue() == penalty.c() ? c : new BigFraction(penalty.c()),
                penalty.isConstraint()
                        ? BigFraction.ZERO
                        : kappa.doubleValue() == penalty.kappa() ? kappa : new BigFraction(penalty.kappa()),
                penalty.isConstraint(),
                bias);
    }

    CommutingLandscape landscape(Penalty penalty, boolean bias) {
        return new CommutingLandscape(
                doubles(b),
                doubles(model.a()),
                doubles(model.c()),
                new QuarticForm.Uniform(1, 0),
                model.d1(),
                0,
                penalty,
                bias);
    }

    /** The active modes of a point. */
    static List<Integer> active(StationaryPoint point) {
        return IntStream.range(0, point.mask().size())
                .filter(i -> point.mask().get(i) == 1)
                .boxed()
                .toList();
    }

    static List<Double> doubles(List<BigFraction> values) {
        return values.stream().map(BigFraction::doubleValue).toList();
    }
}
