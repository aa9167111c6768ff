package org.lossproof.landscape;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.lossproof.loss.InputException;
import org.lossproof.tolerance.Tolerance;

/**
 * The landscape L(W) = -Tr[W B W'] + gamma |W|^2 + quartic for covariances A0 and C that need not commute; W: d1 x d0.
 *
 * <p>For a quartic in S = W Sigma W' only, Sigma = A0 + C, whitening makes it a landscape of modes with s_i = 1 and b_i = g_i,
 * the eigenvalues of G = Sigma^(-1/2) (B - gamma I) Sigma^(-1/2) on the range of Sigma: loss, rank, inertia and rho are
 * those of the modes, and W'W = Sigma^(-1/2) U diag(h) U' Sigma^(-1/2), where U are the eigenvectors of G
 * (proofs/method/landscape.md, "Whitening"). For other quartics in traces A0 and C must commute; then the modes are their common
 * eigenvectors. Modes of the kernel of Sigma come last and have no g.
 */
public final class MatrixLandscape {
    private final RealMatrix decayedB;
    private final CommutingLandscape modes;
    private final RealMatrix transform;

    private MatrixLandscape(RealMatrix decayedB, CommutingLandscape modes, RealMatrix transform) {
        this.decayedB = decayedB;
        this.modes = modes;
        this.transform = transform;
    }

    /**
     * A stationary point.
     *
     * @param inModes mask, loss, rank, rho and Hessian, in the modes of the landscape
     * @param wtw W'W: d0 x d0, symmetric positive semi-definite
     */
    public record Point(StationaryPoint inModes, RealMatrix wtw) {
        public Point {
            wtw = wtw.copy();
        }

        @Override
        public RealMatrix wtw() {
            return wtw.copy();
        }

        /** 1 for each active mode. */
        public List<Integer> mask() {
            return inModes.mask();
        }

        /** The rank of W. */
        public int rank() {
            return inModes.rank();
        }

        /** Tr[W Sigma W']. */
        public double rho() {
            return inModes.rho();
        }

        /** The value of the loss. */
        public double loss() {
            return inModes.loss();
        }

        /** The Morse index. */
        public int negativeDirections() {
            return inModes.negativeDirections();
        }
    }

    /**
     * The landscape.
     *
     * @param a0 d0 x d0, symmetric positive semi-definite
     * @param c d0 x d0, symmetric positive semi-definite, A0 + C not 0
     * @param b d0 x d0, symmetric: a combination of A0, C and I, without the weight decay
     * @param quartic the fourth order; no coordinate sums
     * @param d1 the dimension of the representation
     * @param weightDecay gamma >= 0
     * @param penalty the normalisation, {@link Penalty#NONE} for none
     * @param bias whether f(x) = W x + b, in a loss of differences f(x) - f(y)
     * @throws InputException for anything else, and where A0 and C do not commute and the quartic is no combination of
     *     tr(SS) and tr(S)^2
     */
    public static MatrixLandscape of(
            RealMatrix a0,
            RealMatrix c,
            RealMatrix b,
            QuarticForm quartic,
            int d1,
            double weightDecay,
            Penalty penalty,
            boolean bias) {
        Checks.dimension("d1", d1);
        Checks.covariance("A0", a0);
        Checks.covariance("C", c);
        Checks.symmetric("B", b);
        Checks.sameSize("A0", a0, "C", c);
        Checks.sameSize("A0", a0, "B", b);
        if (!(weightDecay >= 0) || Double.isInfinite(weightDecay)) {
            throw new InputException("weight decay = " + weightDecay + "; give a finite number >= 0");
        }
        RealMatrix decayed = b.subtract(
                MatrixUtils.createRealIdentityMatrix(b.getRowDimension()).scalarMultiply(weightDecay));
        if (quartic instanceof QuarticForm.Uniform u) {
            return whitened(a0.add(c), decayed, u, d1, penalty, bias);
        }
        if (quartic instanceof QuarticForm.Coordinates) {
            throw new InputException("this loss has coordinate sums, at whose minima W'W is not diagonal in any known"
                    + " basis; matrices go with quartics in traces: give eigenvalues, --a and --c");
        }
        if (!JointDiagonalisation.commute(a0, c)) {
            throw new InputException("A0 and C do not commute, and the quartic of this loss is no combination of tr(SS)"
                    + " and tr(S)^2: no closed form is known; give commuting matrices, or a loss such as infonce");
        }
        return commuting(a0, c, decayed, quartic, d1, penalty, bias);
    }

    private static MatrixLandscape whitened(
            RealMatrix sigma, RealMatrix b, QuarticForm.Uniform form, int d1, Penalty penalty, boolean bias) {
        QuarticLandscape white = QuarticLandscape.of(b, sigma, form.q2(), form.q1(), 0, d1);
        int d0 = b.getRowDimension();
        int rank = white.modes().modes();
        List<Double> values = new ArrayList<>();
        IntStream.range(0, rank).forEach(i -> values.add(white.modes().g(i)));
        values.addAll(white.kernel().b());
        List<Double> ones = new ArrayList<>(Collections.nCopies(rank, 1.0));
        ones.addAll(Collections.nCopies(d0 - rank, 0.0));
        List<Double> zeros = Collections.nCopies(d0, 0.0);
        // The weight of the modes of the kernel is 0 at every point listed, so that their columns do not matter.
        RealMatrix transform = MatrixUtils.createRealMatrix(d0, d0);
        transform.setSubMatrix(white.transform().getData(), 0, 0);
        return new MatrixLandscape(
                b, new CommutingLandscape(values, ones, zeros, form, d1, 0, penalty, bias), transform);
    }

    private static MatrixLandscape commuting(
            RealMatrix a0, RealMatrix c, RealMatrix b, QuarticForm form, int d1, Penalty penalty, boolean bias) {
        RealMatrix basis = JointDiagonalisation.of(a0, c).basis();
        return new MatrixLandscape(
                b,
                new CommutingLandscape(
                        diagonal(basis, b, false),
                        diagonal(basis, a0, true),
                        diagonal(basis, c, true),
                        form,
                        d1,
                        0,
                        penalty,
                        bias),
                basis);
    }

    /** The diagonal of Q'MQ; for a covariance what is zero but for rounding is made so. */
    private static List<Double> diagonal(RealMatrix q, RealMatrix m, boolean covariance) {
        RealMatrix inBasis = q.transposeMultiply(m.multiply(q));
        double rounding = Tolerance.CANCELLED * m.getFrobeniusNorm();
        return IntStream.range(0, m.getRowDimension())
                .mapToObj(i -> inBasis.getEntry(i, i))
                .map(x -> covariance && x <= rounding ? 0 : x)
                .toList();
    }

    /** B - gamma I: d0 x d0. */
    public RealMatrix b() {
        return decayedB.copy();
    }

    /** The landscape of the modes; for a quartic in S only in whitened coordinates: s_i = 1, b_i = g_i. */
    public CommutingLandscape modes() {
        return modes;
    }

    /** The eigenvalues of G, one for each mode of the range of Sigma, in the order of the masks. */
    public List<Double> g() {
        ModeQuartic range = modes.modes();
        return IntStream.range(0, range.modes()).mapToObj(range::g).toList();
    }

    /** All stationary points in the modes, with notes, unsolved masks and the global minimum. */
    public CommutingLandscape.Result solve() {
        return modes.solve();
    }

    /** All stationary points, by ascending loss. */
    public List<Point> points() {
        return solve().points().stream().map(this::point).toList();
    }

    /** The global minimum; empty if the loss is not bounded below. */
    public Optional<Point> globalMinimum() {
        return solve().globalMinimum().map(this::point);
    }

    private Point point(StationaryPoint p) {
        return new Point(p, wtw(p.wtw()));
    }

    /** W'W = T diag(values) T': d0 x d0, for values in the modes, such as {@link StationaryPoint#wtw}. */
    public RealMatrix wtw(List<Double> values) {
        double[] diagonal = values.stream().mapToDouble(Double::doubleValue).toArray();
        RealMatrix scaled = transform.multiply(MatrixUtils.createRealDiagonalMatrix(diagonal));
        return Symmetric.part(scaled.multiply(transform.transpose()));
    }

    /** T: d0 x d0 with W'W = T diag(wtw) T'; columns of modes of the kernel of Sigma may be 0. */
    public RealMatrix transform() {
        return transform.copy();
    }
}
