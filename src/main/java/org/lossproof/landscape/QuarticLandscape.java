package org.lossproof.landscape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.lossproof.loss.InputException;
import org.lossproof.tolerance.Tolerance;

/**
 * L(W) = -Tr[W B W'] + q2 Tr[(W Sigma W')^2] + q1 Tr[W Sigma W']^2 + gamma |W|_F^2 for W: d1 x d0, with any symmetric B and
 * positive semi-definite Sigma, commuting or not.
 *
 * <p>V = W Sigma^(1/2) on the range of Sigma diagonalises it: with R: d0 x r, R' Sigma R = I and R' (B - gamma I) R =
 * diag(g), every W = V R^+ and W'W = R H R', H = V'V (proofs/method/landscape.md). All stationary points are those of the {@link
 * ModeQuartic}. On the kernel of Sigma the loss is quadratic: {@link #kernel}.
 */
public final class QuarticLandscape implements SmoothLandscape {
    private final RealMatrix b;
    private final RealMatrix sigma;
    private final double q2;
    private final double q1;
    private final int d1;
    private final RealMatrix transform;
    private final ModeQuartic modes;
    private final KernelModes kernel;

    private QuarticLandscape(RealMatrix b, RealMatrix sigma, double q2, double q1, int d1) {
        this.b = b;
        this.sigma = sigma;
        this.q2 = q2;
        this.q1 = q1;
        this.d1 = d1;
        EigenDecompositionSymmetric eigen = Symmetric.decompose(sigma);
        double[] s = eigen.getEigenvalues();
        if (s[s.length - 1] < -Tolerance.KERNEL * s[0]) {
            throw new InputException("Sigma has the eigenvalue " + s[s.length - 1] + "; a covariance has none below 0");
        }
        int rank =
                (int) Arrays.stream(s).filter(x -> x > Tolerance.KERNEL * s[0]).count();
        if (rank == 0) {
            throw new InputException("Sigma = 0: there is no data; give a covariance with a positive eigenvalue");
        }
        RealMatrix whitening = MatrixUtils.createRealMatrix(s.length, rank);
        for (int i = 0; i < rank; i++) {
            whitening.setColumnVector(i, eigen.getEigenvector(i).mapDivide(Math.sqrt(s[i])));
        }
        EigenDecompositionSymmetric g = Symmetric.decompose(whitening.transposeMultiply(b.multiply(whitening)));
        this.transform = whitening.multiply(g.getV());
        this.modes = ModeQuartic.uniform(snapped(g.getEigenvalues()), q2, q1, d1);
        this.kernel = kernel(b, eigen, rank);
    }

    /**
     * The landscape.
     *
     * @param b d0 x d0, symmetric
     * @param sigma d0 x d0, symmetric, positive semi-definite, not 0
     * @param q2 coefficient of Tr[(W Sigma W')^2], positive
     * @param q1 coefficient of Tr[W Sigma W']^2, with q2 + min(d0, d1) q1 positive
     * @param weightDecay gamma >= 0
     * @throws InputException for anything else, and if B couples range and kernel of Sigma
     */
    public static QuarticLandscape of(
            RealMatrix b, RealMatrix sigma, double q2, double q1, double weightDecay, int d1) {
        Checks.symmetric("B", b);
        Checks.symmetric("Sigma", sigma);
        if (b.getRowDimension() != sigma.getRowDimension()) {
            throw new InputException("B is " + b.getRowDimension() + " x " + b.getRowDimension() + " and Sigma "
                    + sigma.getRowDimension() + " x " + sigma.getRowDimension() + "; give matrices of one size");
        }
        if (!(weightDecay >= 0) || Double.isInfinite(weightDecay)) {
            throw new InputException("weight decay = " + weightDecay + "; give a finite number >= 0");
        }
        RealMatrix decayed = b.subtract(
                MatrixUtils.createRealIdentityMatrix(b.getRowDimension()).scalarMultiply(weightDecay));
        return new QuarticLandscape(decayed, sigma.copy(), q2, q1, d1);
    }

    private static KernelModes kernel(RealMatrix b, EigenDecompositionSymmetric eigen, int rank) {
        int size = b.getRowDimension() - rank;
        if (size == 0) {
            return KernelModes.NONE;
        }
        RealMatrix basis = eigen.getV().getSubMatrix(0, b.getRowDimension() - 1, rank, b.getRowDimension() - 1);
        double scale = b.getFrobeniusNorm();
        double coupling = eigen.getV()
                .getSubMatrix(0, b.getRowDimension() - 1, 0, rank - 1)
                .transposeMultiply(b.multiply(basis))
                .getFrobeniusNorm();
        if (coupling > Tolerance.UNCOUPLED * scale) {
            throw new InputException("B couples the range and the kernel of Sigma (" + coupling
                    + "); with Sigma = A0 + C and B a combination of A0, C and I it does not");
        }
        double[] values = Symmetric.eigenvalues(basis.transposeMultiply(b.multiply(basis)));
        List<Double> cleaned = Arrays.stream(values)
                .map(x -> Math.abs(x) <= Tolerance.CANCELLED * scale ? 0 : x)
                .boxed()
                .toList();
        return new KernelModes(cleaned);
    }

    /** Descending eigenvalues, those that are zero or equal but for rounding made so. */
    private static List<Double> snapped(double[] g) {
        double rounding = Tolerance.CANCELLED * Math.max(Math.abs(g[0]), Math.abs(g[g.length - 1]));
        List<Double> out = new ArrayList<>();
        for (double x : g) {
            double value = Math.abs(x) <= rounding ? 0 : x;
            double last = out.isEmpty() ? Double.POSITIVE_INFINITY : out.get(out.size() - 1);
            out.add(last - value <= rounding ? last : value);
        }
        return out;
    }

    /** The landscape on the range of Sigma, in whitened coordinates and the eigenbasis of G; g descends. */
    public ModeQuartic modes() {
        return modes;
    }

    /** What happens on the kernel of Sigma. */
    public KernelModes kernel() {
        return kernel;
    }

    /** All stationary points; {@code wtw} is the diagonal of H = V'V, of which {@link #gram} makes W'W. */
    public Enumeration stationaryPoints() {
        return stationaryPoints(Penalty.NONE, false);
    }

    /** All stationary points with normalisation, and with a bias. */
    public Enumeration stationaryPoints(Penalty penalty, boolean bias) {
        ModeQuartic m = modes.normalised(penalty);
        return kernel.extend(StationaryPoints.of(bias ? m.withBias() : m), d1);
    }

    /** W'W = R diag(h) R' at a stationary point: d0 x d0. */
    public RealMatrix gram(StationaryPoint point) {
        return transform
                .multiply(MatrixUtils.createRealDiagonalMatrix(
                        point.wtw().stream().mapToDouble(Double::doubleValue).toArray()))
                .multiply(transform.transpose());
    }

    /** A W: d1 x d0 at a stationary point: row p is sqrt(h_i) (R e_i)' for the p-th active mode i. */
    public RealMatrix weight(StationaryPoint point) {
        return StationaryPoints.representative(modes, point).multiply(transform.transpose());
    }

    /** The global minimum on the range of Sigma, without enumeration. */
    public WaterFilling globalMinimum(Penalty penalty, boolean bias) {
        List<Double> g = IntStream.range(0, modes.modes()).mapToObj(modes::g).toList();
        return WaterFilling.minimise(g, q2, q1, d1, penalty, bias);
    }

    /**
     * Compares the gradient and the inertia of the Hessian in W with the prediction, by numerical derivatives of this
     * function of W; without normalisation and bias.
     */
    public Validation validate(StationaryPoint point) {
        return Validation.of(this, weight(point), point.hessian(), b.getFrobeniusNorm());
    }

    @Override
    public int rows() {
        return d1;
    }

    @Override
    public int columns() {
        return b.getRowDimension();
    }

    @Override
    public double value(RealMatrix w) {
        RealMatrix k = w.multiply(sigma).multiply(w.transpose());
        double trace = k.getTrace();
        return -w.multiply(b).multiply(w.transpose()).getTrace()
                + q2 * k.multiply(k).getTrace()
                + q1 * trace * trace;
    }

    /** -2 W B + 4 q2 W Sigma W' W Sigma + 4 q1 Tr[W Sigma W'] W Sigma. */
    @Override
    public RealMatrix gradient(RealMatrix w) {
        RealMatrix ws = w.multiply(sigma);
        RealMatrix k = ws.multiply(w.transpose());
        return w.multiply(b)
                .scalarMultiply(-2)
                .add(k.multiply(ws).scalarMultiply(4 * q2))
                .add(ws.scalarMultiply(4 * q1 * k.getTrace()));
    }

    /** R: d0 x r with R' Sigma R = I and R' (B - gamma I) R = diag(g). */
    public RealMatrix transform() {
        return transform.copy();
    }
}
