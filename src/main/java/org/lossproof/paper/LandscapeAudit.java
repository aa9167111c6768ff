package org.lossproof.paper;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.lossproof.claim.LandscapeContradictionException;
import org.lossproof.covariance.CommutingModel;
import org.lossproof.landscape.CommutingLandscape;
import org.lossproof.landscape.HessianSpectrum;
import org.lossproof.landscape.Penalty;
import org.lossproof.landscape.QuarticForm;
import org.lossproof.landscape.StationaryPoint;

/**
 * Checks what the landscape solver returns by computations that share no code with it: {@link ExactMasks} for which points
 * there are, where, and their loss; {@link MatrixLoss} for gradient and inertia in W.
 */
final class LandscapeAudit {
    private static final double TOLERANCE = 1e-9;
    /** Differences of values of the loss lose about half the digits; eigenvalues within this are zero. */
    private static final double ZERO = 1e-8;

    private final CommutingModel model;
    private final CommutingLandscape solved;

    /** The landscape that was solved at this model, whose basis its modes have. */
    LandscapeAudit(CommutingModel model, CommutingLandscape solved) {
        this.model = model;
        this.solved = solved;
    }

    /**
     * Compares all points with all that there are; for an invertible Sigma.
     *
     * @throws LandscapeContradictionException at the first difference
     */
    void requireComplete(List<StationaryPoint> points, ExactMasks exact) {
        List<ExactMasks.Point> expected = exact.points();
        for (int i = 1; i < points.size(); i++) {
            require(points.get(i - 1).loss() <= points.get(i).loss(), points.get(i), "is not listed by ascending loss");
        }
        List<ExactMasks.Point> claimed = new ArrayList<>();
        for (StationaryPoint point : points) {
            ExactMasks.Point twin = expected.stream()
                    .filter(e ->
                            e.active().equals(ModeLandscape.active(point)) && e.isBiased() == point.biasSquared() > 0)
                    .findFirst()
                    .orElseThrow(() -> contradiction(point, "is no stationary point in exact arithmetic"));
            requireSame(point, twin, exact.landscape());
            List<ExactMasks.Point> represented = expected.stream()
                    .filter(e -> e.isBiased() == twin.isBiased()
                            && levels(e, exact.landscape()).equals(levels(twin, exact.landscape())))
                    .toList();
            require(
                    represented.size() == point.masksRepresented(),
                    point,
                    "stands for " + represented.size() + " masks");
            claimed.addAll(represented);
        }
        if (claimed.size() != expected.size() || !claimed.containsAll(expected)) {
            throw new LandscapeContradictionException("the solver finds " + claimed.size()
                    + " stationary points, exact arithmetic " + expected.size() + " " + where());
        }
    }

    /** The b_i/s_i of the active modes, in order: masks that share them are exchanged by a symmetry. */
    private static List<BigFraction> levels(ExactMasks.Point point, ModeLandscape landscape) {
        return point.active().stream().map(landscape::g).sorted().toList();
    }

    private void requireSame(StationaryPoint point, ExactMasks.Point exact, ModeLandscape landscape) {
        BigFraction rho = BigFraction.ZERO;
        for (int i = 0; i < exact.lambda().size(); i++) {
            rho = rho.add(exact.lambda().get(i).multiply(landscape.s(i)));
            requireClose(
                    point,
                    "W'W of mode " + (i + 1),
                    point.wtw().get(i),
                    exact.lambda().get(i));
        }
        requireClose(point, "|b|^2", point.biasSquared(), exact.biasSquared());
        requireClose(point, "E|f(x)|^2", point.rho(), rho);
        double loss = exact.loss().doubleValue();
        boolean close = Math.abs(point.loss() - loss) <= TOLERANCE * exact.size();
        require(close, point, "has the loss " + loss);
        require(
                point.rank() == exact.active().size(),
                point,
                "has rank " + exact.active().size());
    }

    private void requireClose(StationaryPoint point, String what, double found, BigFraction exact) {
        double value = exact.doubleValue();
        // A quantity that is exactly 0 says nothing of its scale.
        boolean close = Math.abs(found - value) <= TOLERANCE * Math.max(Math.abs(value), value == 0 ? 1 : 0);
        require(
                close,
                point,
                "has " + what + " = " + found + ", exactly " + exact.toString().replace(" ", ""));
    }

    /**
     * Compares gradient, loss, norm, Morse index and kind of a point with differences of the loss of matrices.
     *
     * @throws LandscapeContradictionException at the first difference
     */
    void requireStationary(StationaryPoint point) {
        MatrixLoss loss = matrices();
        double[] lambda = IntStream.range(0, model.modes())
                .mapToDouble(i -> point.wtw().get(i) * unit(i))
                .toArray();
        double[] x = loss.point(model.pair().basis().real().getData(), lambda, point.biasSquared());
        double step = norm(x) > 0 ? norm(x) / 2 : 0.5;
        RealVector slope = loss.gradient(loss::value, x, step);
        RealVector normal = loss.gradient(loss::norm, x, step);
        boolean constrained = solved.penalty().isConstraint() && normal.getNorm() > 0;
        double mu = constrained ? -slope.dotProduct(normal) / normal.dotProduct(normal) : 0;
        ToDoubleFunction<double[]> lagrangian = y -> loss.value(y) + mu * loss.norm(y);
        RealMatrix hessian = loss.hessian(lagrangian, x, step);
        double size = Math.max(hessian.getFrobeniusNorm(), Double.MIN_NORMAL);
        double residual = slope.add(normal.mapMultiply(mu)).getNorm();
        double least = Math.abs(loss.value(x) - point.loss());
        require(residual <= 1e-7 * size * (norm(x) + step), point, "has a gradient of " + residual);
        require(
                least <= TOLERANCE * (size * step * step + Math.abs(point.loss())),
                point,
                "has the loss " + loss.value(x));
        if (!solved.penalty().isConstraint() || constrained) {
            requireInertia(point, constrained ? tangent(hessian, normal) : hessian, size, constrained);
        }
    }

    private void requireInertia(StationaryPoint point, RealMatrix hessian, double size, boolean constrained) {
        double[] e = MatrixLoss.eigenvalues(hessian);
        int negative = (int) Arrays.stream(e).filter(v -> v < -ZERO * size).count();
        int positive = (int) Arrays.stream(e).filter(v -> v > ZERO * size).count();
        HessianSpectrum said = point.hessian();
        require(point.negativeDirections() == negative, point, "has Morse index " + negative);
        require(said.positive() == positive, point, "has " + positive + " positive directions");
        require(said.size() == e.length - (constrained ? 1 : 0), point, "has " + e.length + " directions");
    }

    /** P H P with P the projection off the normal of the constraint. */
    private static RealMatrix tangent(RealMatrix hessian, RealVector normal) {
        RealVector n = normal.unitVector();
        RealMatrix p = MatrixUtils.createRealIdentityMatrix(n.getDimension()).subtract(n.outerProduct(n));
        RealMatrix projected = p.multiply(hessian).multiply(p);
        return projected.add(projected.transpose()).scalarMultiply(0.5);
    }

    /** In units of weight in which every mode with data has variance 1: inertia does not depend on them, rounding does. */
    private MatrixLoss matrices() {
        return new MatrixLoss(
                inBasis(i -> (solved.b().get(i) - solved.weightDecay()) / unit(i)),
                inBasis(i -> solved.a().get(i) / unit(i)),
                inBasis(i -> solved.c().get(i) / unit(i)),
                traces(solved.quartic()),
                solved.penalty(),
                solved.bias(),
                solved.d1());
    }

    private double unit(int mode) {
        double s = solved.a().get(mode) + solved.c().get(mode);
        return s > 0 ? s : 1;
    }

    private RealMatrix inBasis(IntToDoubleFunction eigenvalue) {
        RealMatrix u = model.pair().basis().real();
        RealMatrix d = MatrixUtils.createRealDiagonalMatrix(
                IntStream.range(0, model.modes()).mapToDouble(eigenvalue).toArray());
        return u.multiply(d).multiply(u.transpose());
    }

    private static QuarticForm.Traces traces(QuarticForm form) {
        if (form instanceof QuarticForm.Uniform u) {
            return new QuarticForm.Traces(u.q2(), 2 * u.q2(), u.q2(), u.q1(), 2 * u.q1(), u.q1());
        } else if (form instanceof QuarticForm.Traces t) {
            return t;
        }
        throw new IllegalArgumentException("coordinate sums have no mode formulas to be checked");
    }

    private static double norm(double[] x) {
        return Math.sqrt(Arrays.stream(x).map(v -> v * v).sum());
    }

    private void require(boolean condition, StationaryPoint point, String what) {
        if (!condition) {
            throw contradiction(point, what);
        }
    }

    private LandscapeContradictionException contradiction(StationaryPoint point, String what) {
        return new LandscapeContradictionException(
                "the solver's point of mask " + point.mask() + " (loss " + point.loss() + ", Morse index "
                        + point.negativeDirections() + ") " + what + " by a second computation " + where());
    }

    private String where() {
        Penalty penalty = solved.penalty();
        String normalisation =
                penalty.equals(Penalty.NONE) ? "" : ", c = " + penalty.c() + ", kappa = " + penalty.kappa();
        return "(b = " + solved.b() + ", a = " + solved.a() + ", c = " + solved.c() + ", d1 = " + solved.d1()
                + normalisation + (solved.bias() ? ", bias" : "") + ")";
    }
}
