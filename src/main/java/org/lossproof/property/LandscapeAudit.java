package org.lossproof.property;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.lossproof.covariance.RationalMatrix;
import org.lossproof.landscape.CommutingLandscape;
import org.lossproof.landscape.HessianSpectrum;
import org.lossproof.landscape.Penalty;
import org.lossproof.landscape.QuarticForm;
import org.lossproof.landscape.StationaryPoint;
import org.lossproof.loss.RationalArithmetic;
import org.lossproof.tolerance.Tolerance;

/**
 * Checks what the landscape solver returns by computations that share no code with it: {@link ExactMasks} for which points
 * there are, where, and their loss; {@link MatrixLoss} for gradient and inertia in W. Both are exact; the solver is not, and is
 * held to what floating point can tell, see {@link ExactMasks#isResolved}.
 */
final class LandscapeAudit {
    private final CommutingLandscape solved;
    private final MatrixLoss loss;

    /**
     * @param solved the landscape
     * @param loss the same without rounding
     */
    LandscapeAudit(CommutingLandscape solved, MatrixLoss loss) {
        this.solved = solved;
        this.loss = loss;
    }

    /** For a landscape that has only the doubles it was given; without penalty and bias, no coordinate sums. */
    static LandscapeAudit ofDoubles(CommutingLandscape solved) {
        ExactMasks.Norm none = new ExactMasks.Norm(BigFraction.ZERO, BigFraction.ZERO, false, false);
        MatrixLoss loss = new MatrixLoss(
                diagonal(solved.decayedB()),
                diagonal(solved.a()),
                diagonal(solved.c()),
                MatrixLoss.Quartic.of(traces(solved.quartic())),
                none,
                solved.d1());
        return new LandscapeAudit(solved, loss);
    }

    private static RationalMatrix diagonal(List<Double> values) {
        return RationalMatrix.diagonal(values.stream().map(BigFraction::new).toList());
    }

    private static QuarticForm.Traces traces(QuarticForm form) {
        if (form instanceof QuarticForm.Uniform u) {
            return new QuarticForm.Traces(u.q2(), 2 * u.q2(), u.q2(), u.q1(), 2 * u.q1(), u.q1());
        } else if (form instanceof QuarticForm.Traces t) {
            return t;
        }
        throw new IllegalArgumentException("coordinate sums have no mode formulas to be checked");
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
                    exact.lambda().get(i),
                    exact.terms() / landscape.s(i).doubleValue());
        }
        double terms = exact.active().size() * exact.terms();
        requireClose(
                point,
                "|b|^2",
                point.biasSquared(),
                exact.biasSquared(),
                terms + solved.penalty().c());
        requireClose(point, "E|f(x)|^2", point.rho(), rho, terms);
        requireClose(point, "loss", point.loss(), exact.loss(), exact.size());
        require(
                point.rank() == exact.active().size(),
                point,
                "has rank " + exact.active().size());
    }

    /** Beside the size of the terms, of which what is left of them has the rounding. */
    private void requireClose(StationaryPoint point, String what, double found, BigFraction exact, double terms) {
        require(
                Math.abs(found - RationalArithmetic.toDouble(exact)) <= Tolerance.AUDITED_SUM * terms,
                point,
                "has " + what + " = " + found + ", exactly " + RationalArithmetic.toDouble(exact));
    }

    /**
     * Compares place, loss and inertia of a point with those of the exact stationary point of its mask.
     *
     * @return whether floating point can tell them: not if a curvature is not 0, but less than {@link
     *     ExactMasks#RESOLUTION} of the size of its terms; then only the mask has been compared
     * @throws LandscapeContradictionException at the first difference
     */
    boolean requireStationary(StationaryPoint point) {
        MatrixLoss.Point exact = loss.stationary(ModeLandscape.active(point), point.biasSquared() > 0)
                .orElseThrow(() -> contradiction(point, "is no stationary point in exact arithmetic"));
        MatrixLoss.Derivatives there = loss.new Derivatives(exact);
        MatrixLoss.Derivatives sizes = loss.sizes().new Derivatives(exact.absolute());
        require(there.isStationary(), point, "has a gradient");
        boolean resolved = isResolved(there, sizes);
        if (resolved) {
            requirePlace(point, exact, there, sizes);
            requireClose(
                    point,
                    "loss",
                    point.loss(),
                    there.value(),
                    Tolerance.AUDITED_SOLUTION / Tolerance.AUDITED_SUM * RationalArithmetic.toDouble(sizes.value()));
            requireInertia(point, there.inertia(there.hessian()));
        }
        return resolved;
    }

    /** Whether no eigenvalue other than 0 changes its sign with a change of every term by this share of it. */
    private static boolean isResolved(MatrixLoss.Derivatives there, MatrixLoss.Derivatives sizes) {
        BigFraction[][] hessian = there.hessian();
        BigFraction[][] up = there.hessian();
        BigFraction[][] down = there.hessian();
        BigFraction[][] size = sizes.hessian();
        for (int i = 0; i < hessian.length; i++) {
            BigFraction change = size[i][i].multiply(ExactMasks.RESOLUTION);
            up[i][i] = up[i][i].add(change);
            down[i][i] = down[i][i].subtract(change);
        }
        Inertia inertia = there.inertia(hessian);
        return there.inertia(up).negative() == inertia.negative()
                && there.inertia(down).positive() == inertia.positive();
    }

    private void requirePlace(
            StationaryPoint point, MatrixLoss.Point exact, MatrixLoss.Derivatives there, MatrixLoss.Derivatives sizes) {
        for (int i = 0; i < exact.lambda().size(); i++) {
            BigFraction lambda = exact.lambda().get(i);
            double terms = lambda.signum() == 0
                    ? 0
                    : RationalArithmetic.toDouble(lambda)
                            * (Tolerance.AUDITED_SOLUTION / Tolerance.AUDITED_SUM
                                    + sizes.stiffness(i) / there.stiffness(i));
            requireClose(point, "W'W of mode " + (i + 1), point.wtw().get(i), lambda, terms);
        }
        requireClose(
                point,
                "|b|^2",
                point.biasSquared(),
                exact.biasSquared(),
                Tolerance.AUDITED_SOLUTION
                        / Tolerance.AUDITED_SUM
                        * solved.penalty().c());
    }

    private void requireInertia(StationaryPoint point, Inertia exact) {
        HessianSpectrum said = point.hessian();
        require(point.negativeDirections() == exact.negative(), point, "has Morse index " + exact.negative());
        require(said.positive() == exact.positive(), point, "has " + exact.positive() + " positive directions");
        require(said.size() == exact.size(), point, "has " + exact.size() + " directions");
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
