package org.lossproof.landscape;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.lossproof.loss.Catalogue;
import org.lossproof.loss.Datum;
import org.lossproof.loss.InputException;
import org.lossproof.loss.LossDefinition;
import org.lossproof.loss.Notation;

/**
 * The population loss of InfoNCE, Eq. (2), and of beta-InfoNCE for Gaussian data and noise, not expanded: with K_C = W C W'
 * and S = W (A0 + C) W', both d1 x d1,
 *
 * <pre>L(W) = tr K_C - beta/2 log det(I + S) - beta/2 tr(S (I + S)^(-1)) = tr K_C + beta tr phi(S),
 * phi(t) = -log(1 + t)/2 - t/(2 (1 + t)).</pre>
 *
 * <p>Given u = f(x), E_chi exp(-|u - f(chi)|^2/2) = det(I + S)^(-1/2) exp(-u'(I + S)^(-1)u/2), and u ~ N(0, S).
 */
public final class ExactInfoNceLandscape implements SmoothLandscape {
    /** Hessian directions of all listed points together: a few seconds. */
    private static final long DIRECTIONS = 5_000_000;

    private final RealMatrix a0;
    private final RealMatrix c;
    private final RealMatrix sigma;
    private final double beta;
    private final int d1;

    private ExactInfoNceLandscape(RealMatrix a0, RealMatrix c, double beta, int d1) {
        this.a0 = a0;
        this.c = c;
        this.sigma = a0.add(c);
        this.beta = beta;
        this.d1 = d1;
    }

    /**
     * Whether a definition is that of a loss whose population has this closed form: {@code infonce} or {@code beta-infonce}, on
     * views that are their datum plus Gaussian noise.
     */
    public static boolean isOf(LossDefinition definition) {
        boolean gaussian = definition.data().stream()
                .flatMap(d -> d.views().stream())
                .allMatch(v -> v.augmentation() instanceof Datum.Augmentation.AdditiveNoise);
        String text = Notation.plain(definition.expression());
        return gaussian
                && List.of("infonce", "beta-infonce").stream()
                        .anyMatch(n ->
                                text.equals(Notation.plain(Catalogue.load(n).expression())));
    }

    /**
     * The landscape.
     *
     * @param a0 d0 x d0, symmetric positive semi-definite
     * @param c d0 x d0, symmetric positive semi-definite
     * @param beta the weight of the entropy term, positive; 1 is InfoNCE
     * @throws InputException if the matrices are not symmetric or differ in size, or beta is not positive
     */
    public static ExactInfoNceLandscape of(RealMatrix a0, RealMatrix c, double beta, int d1) {
        Checks.symmetric("A0", a0);
        Checks.symmetric("C", c);
        Checks.dimension("d1", d1);
        if (a0.getRowDimension() != c.getRowDimension()) {
            throw new InputException("A0 and C differ in size; give matrices of one size");
        }
        if (!(beta > 0) || Double.isInfinite(beta)) {
            throw new InputException("beta = " + beta + "; give a finite number > 0");
        }
        return new ExactInfoNceLandscape(a0.copy(), c.copy(), beta, d1);
    }

    /** For commuting covariances with these eigenvalues, in their common basis. */
    public static ExactInfoNceLandscape of(List<Double> a, List<Double> c, double beta, int d1) {
        Checks.sameLength("a", a, "c", c);
        Checks.eigenvalues("a", a);
        Checks.eigenvalues("c", c);
        return of(diagonal(a), diagonal(c), beta, d1);
    }

    /** The coefficient of tr(S^n) in tr phi(S): (-1)^n (1 + 1/n)/2, so -1, 3/4, -2/3, 5/8, ... */
    public static BigFraction seriesCoefficient(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("n >= 1");
        }
        return new BigFraction(n % 2 == 0 ? n + 1 : -(n + 1), 2 * n);
    }

    /** tr K_C + beta times the series of tr phi(S) to tr(S^terms); terms = 2 is the quartic theory. */
    public double series(RealMatrix w, int terms) {
        RealMatrix s = covariance(w, sigma);
        RealMatrix power = s;
        double sum = 0;
        for (int n = 1; n <= terms; n++) {
            sum += seriesCoefficient(n).doubleValue() * power.getTrace();
            power = power.multiply(s);
        }
        return covariance(w, c).getTrace() + beta * sum;
    }

    /**
     * The eigenvalue h of S in a mode with gamma = c/(a + c) at a stationary point where the mode is active: y = 1/(1 + h)
     * solves y (1 + y)/2 = gamma/beta. 0 if gamma >= beta (the mode collapses); infinite if gamma = 0, where no weight is
     * large enough.
     */
    public static double activeEigenvalue(double gamma, double beta) {
        double ratio = gamma / beta;
        if (ratio >= 1) {
            return 0;
        }
        // y = (sqrt(1 + 8 r) - 1)/2 without cancellation for small r; h = (1 - y)/y likewise for r near 1.
        double root = Math.sqrt(1 + 8 * ratio);
        double y = 4 * ratio / (root + 1);
        double oneMinusY = 4 * (1 - ratio) / (3 + root);
        return oneMinusY / y;
    }

    /** The same eigenvalue in the quartic theory, (1 - gamma/beta) 2/3; its error is the difference. */
    public static double quarticEigenvalue(double gamma, double beta) {
        return Math.max(0, 1 - gamma / beta) * 2 / 3;
    }

    /**
     * All stationary points for commuting A0 and C given by eigenvalues: masks of at most min(d0, d1) modes with 0 < c_i <
     * beta (a_i + c_i). Modes with c = 0 < a have no stationary weight other than 0, along which the loss falls for ever;
     * then it is not bounded below. Modes with a = c = 0 are left at 0.
     */
    public static Enumeration stationaryPoints(List<Double> a, List<Double> c, double beta, int d1) {
        of(a, c, beta, d1);
        ExactStationaryPoints all = new ExactStationaryPoints(a, c, beta, d1);
        if (all.count().compareTo(BigInteger.valueOf(StationaryPoints.LIMIT)) > 0) {
            throw new InputException("more than " + StationaryPoints.LIMIT + " stationary points; give fewer modes");
        }
        return all.lowest(StationaryPoints.LIMIT);
    }

    /**
     * The stationary points of least loss with the eigenvalues of B = beta A0 - (1 - beta) C, and for every mode that can be active what the
     * quartic theory makes of it.
     *
     * @param limit how many points are wanted at most; of Hessians with very many directions there are fewer
     * @throws InputException if the eigenvalues are not admissible or beta is not positive
     */
    public static CommutingLandscape.Result solve(List<Double> a, List<Double> c, double beta, int d1, int limit) {
        of(a, c, beta, d1);
        ExactStationaryPoints points = new ExactStationaryPoints(a, c, beta, d1);
        long directions = (long) a.size() * Math.min(a.size(), d1);
        Enumeration all = points.lowest((int) Math.max(1, Math.min(limit, DIRECTIONS / directions)));
        List<Double> b = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (int i = 0; i < a.size(); i++) {
            double s = a.get(i) + c.get(i);
            b.add(beta * a.get(i) - (1 - beta) * c.get(i));
            if (b.get(i) > 0) {
                double gamma = c.get(i) / s;
                double exact = activeEigenvalue(gamma, beta);
                double quartic = quarticEigenvalue(gamma, beta);
                notes.add(
                        exact == Double.POSITIVE_INFINITY
                                ? String.format(
                                        Locale.ROOT,
                                        "mode %d grows without end (c = 0); W'W = %.6g in the quartic theory",
                                        i + 1,
                                        quartic / s)
                                : String.format(
                                        Locale.ROOT,
                                        "mode %d: W'W = %.6g where active, %.6g in the quartic theory, which is %.2g %% low",
                                        i + 1,
                                        exact / s,
                                        quartic / s,
                                        100 * (1 - quartic / exact)));
            }
        }
        return new CommutingLandscape.Result(
                b, all.points(), all.unsolved(), all.globalMinimum(), true, 0, points.count(), notes);
    }

    /** A weight at a stationary point in the basis of modes: d1 x d0. */
    public static RealMatrix weight(StationaryPoint point, int d1) {
        RealMatrix w = MatrixUtils.createRealMatrix(d1, point.mask().size());
        int row = 0;
        for (int i = 0; i < point.mask().size(); i++) {
            if (point.mask().get(i) == 1) {
                w.setEntry(row++, i, Math.sqrt(point.wtw().get(i)));
            }
        }
        return w;
    }

    /** Compares gradient and inertia in W with the prediction, by numerical derivatives. */
    public Validation validate(StationaryPoint point) {
        return Validation.of(
                this, weight(point, d1), point.hessian(), c.getFrobeniusNorm() + beta * sigma.getFrobeniusNorm());
    }

    /** phi(t). */
    static double phi(double t) {
        return -0.5 * Math.log1p(t) - 0.5 * t / (1 + t);
    }

    /** phi'(t) = -(2 + t)/(2 (1 + t)^2). */
    static double slope(double t) {
        return -0.5 * (2 + t) / ((1 + t) * (1 + t));
    }

    /** phi''(t) = (3 + t)/(2 (1 + t)^3). */
    static double curvature(double t) {
        return 0.5 * (3 + t) / ((1 + t) * (1 + t) * (1 + t));
    }

    @Override
    public int rows() {
        return d1;
    }

    @Override
    public int columns() {
        return a0.getRowDimension();
    }

    @Override
    public double value(RealMatrix w) {
        double entropy = 0;
        for (double t : Symmetric.eigenvalues(covariance(w, sigma))) {
            entropy += phi(Math.max(t, 0));
        }
        return covariance(w, c).getTrace() + beta * entropy;
    }

    /** 2 W C + 2 beta phi'(S) W Sigma. */
    @Override
    public RealMatrix gradient(RealMatrix w) {
        RealMatrix bend = function(covariance(w, sigma), ExactInfoNceLandscape::slope);
        return w.multiply(c)
                .add(bend.multiply(w).multiply(sigma).scalarMultiply(beta))
                .scalarMultiply(2);
    }

    private static RealMatrix function(RealMatrix s, DoubleUnaryOperator f) {
        EigenDecompositionSymmetric eigen = Symmetric.decompose(s);
        double[] values = eigen.getEigenvalues();
        List<Double> mapped = new ArrayList<>();
        for (double t : values) {
            mapped.add(f.applyAsDouble(Math.max(t, 0)));
        }
        return eigen.getV().multiply(diagonal(mapped)).multiply(eigen.getVT());
    }

    private static RealMatrix covariance(RealMatrix w, RealMatrix m) {
        return w.multiply(m).multiply(w.transpose());
    }

    private static RealMatrix diagonal(List<Double> values) {
        return MatrixUtils.createRealDiagonalMatrix(
                IntStream.range(0, values.size()).mapToDouble(values::get).toArray());
    }
}
