package org.lossproof.landscape;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;
import org.lossproof.loss.InputException;
import org.lossproof.tolerance.Tolerance;

/**
 * The landscape of a loss for commuting covariances, given by eigenvalues in a common order.
 *
 * @param b eigenvalues of B (L = -Tr[W B W'] + ...), of any sign, without the weight decay
 * @param a eigenvalues of A0, none negative
 * @param c eigenvalues of C, none negative
 * @param quartic the fourth-order part
 * @param d1 the dimension of the representation
 * @param weightDecay gamma >= 0: gamma |W|^2 is added, B - gamma I takes the place of B
 * @param penalty the normalisation, {@link Penalty#NONE} for none
 * @param bias whether f(x) = W x + b, in a loss of differences f(x) - f(y), which feels b in the normalisation only
 */
public record CommutingLandscape(
        List<Double> b,
        List<Double> a,
        List<Double> c,
        QuarticForm quartic,
        int d1,
        double weightDecay,
        Penalty penalty,
        boolean bias) {
    private static final int STARTS = 24;
    private static final long SEED = 20230501;

    /**
     * The answer, in the order of the input modes.
     *
     * @param b eigenvalues of B - gamma I
     * @param points stationary points, by ascending loss
     * @param unsolved masks without a solution
     * @param globalMinimum empty if the loss is not bounded below
     * @param complete whether the points are all there are; otherwise those diagonal in the modes and those found
     * @param residual the largest gradient among points found numerically, over |Hessian| |W|; 0 for closed forms
     * @param count how many points there are in all, of which {@code points} may be the lowest only
     * @param notes what a reader must know, one line each
     */
    public record Result(
            List<Double> b,
            List<StationaryPoint> points,
            List<UnsolvedMask> unsolved,
            Optional<StationaryPoint> globalMinimum,
            boolean complete,
            double residual,
            BigInteger count,
            List<String> notes) {
        public Result {
            b = List.copyOf(b);
            points = List.copyOf(points);
            unsolved = List.copyOf(unsolved);
            notes = List.copyOf(notes);
        }

        /** Whether there are more points than are listed. */
        public boolean isTruncated() {
            return count.compareTo(BigInteger.valueOf(points.size())) > 0;
        }

        /** The same with at most so many points, those of least loss. */
        public Result lowest(int limit) {
            List<StationaryPoint> kept = points.subList(0, Math.min(limit, points.size()));
            return new Result(b, kept, unsolved, globalMinimum, complete, residual, count, notes);
        }
    }

    public CommutingLandscape {
        b = List.copyOf(b);
        a = List.copyOf(a);
        c = List.copyOf(c);
        Checks.dimension("d1", d1);
        Checks.sameLength("a", a, "c", c);
        Checks.sameLength("b", b, "a", a);
        Checks.eigenvalues("a", a);
        Checks.eigenvalues("c", c);
        Checks.finite("b", b);
        if (!(weightDecay >= 0) || Double.isInfinite(weightDecay)) {
            throw new InputException("weight decay = " + weightDecay + "; give a finite number >= 0");
        }
        for (int i = 0; i < a.size(); i++) {
            Checks.finite("a[" + i + "] + c[" + i + "]", a.get(i) + c.get(i));
        }
        List<Double> variances = a;
        List<Double> noises = c;
        if (IntStream.range(0, a.size()).allMatch(i -> variances.get(i) + noises.get(i) == 0)) {
            throw new InputException("a and c are all 0: there is no data; give a positive eigenvalue");
        }
    }

    /** Without normalisation, bias and weight decay. */
    public static CommutingLandscape of(List<Double> b, List<Double> a, List<Double> c, QuarticForm quartic, int d1) {
        return new CommutingLandscape(b, a, c, quartic, d1, 0, Penalty.NONE, false);
    }

    /** b_i - gamma. */
    public List<Double> decayedB() {
        return b.stream().map(x -> x - weightDecay).toList();
    }

    /** All stationary points, or for coordinate sums the minima that a search finds. */
    public Result solve() {
        if (quartic instanceof QuarticForm.Coordinates form) {
            return search(form);
        }
        Enumeration found = enumerated();
        List<StationaryPoint> points =
                found.points().stream().map(this::inInputOrder).toList();
        List<UnsolvedMask> unsolved = found.unsolved().stream()
                .map(u -> new UnsolvedMask(spread(u.mask(), 0), u.reason()))
                .toList();
        List<String> notes = new ArrayList<>(kernel().notes());
        boolean complete = modes().isUniform();
        if (!complete) {
            notes.add(
                    "this quartic is no combination of tr(SS) and tr(S)^2: the points are those with W'W diagonal in the"
                            + " modes; that no lower minimum exists was " + (searchAgrees(found) ? "" : "NOT ")
                            + "confirmed by " + STARTS + " descents");
        }
        Optional<StationaryPoint> lowest = found.globalMinimum().map(this::inInputOrder);
        BigInteger count = BigInteger.valueOf(points.size());
        return new Result(decayedB(), points, unsolved, lowest, complete, 0, count, notes);
    }

    /**
     * The stationary points with W'W diagonal in the modes, as they are enumerated: those of {@link #solve} without the search
     * for others.
     *
     * @throws InputException for coordinate sums, whose points only a search finds
     */
    public List<StationaryPoint> diagonalPoints() {
        return enumerated().points().stream().map(this::inInputOrder).toList();
    }

    private Enumeration enumerated() {
        return kernel().extend(StationaryPoints.of(modes()), d1);
    }

    /**
     * The global minimum alone, in O(d log d), for a quartic in S only.
     *
     * @throws InputException for another quartic, which has no closed form for it
     */
    public WaterFilling globalMinimum() {
        ModeQuartic m = modes();
        if (!m.isUniform()) {
            throw new InputException(
                    "the quartic is no combination of tr(SS) and tr(S)^2: its global minimum has no closed"
                            + " form; solve with fewer modes");
        }
        List<Double> g = IntStream.range(0, m.modes()).mapToObj(m::g).toList();
        return WaterFilling.minimise(g, m.q(0, 0), m.p(0, 0), d1, penalty, bias);
    }

    /** The diagonal of W'W, in the order of the modes, at a minimum that {@link #globalMinimum} found. */
    public List<Double> wtw(WaterFilling minimum) {
        List<Double> out = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < a.size(); i++) {
            double s = a.get(i) + c.get(i);
            out.add(s == 0 ? 0 : minimum.h().get(next++) / s);
        }
        return out;
    }

    /** The landscape of the modes with a + c > 0, whitened: g_i = (b_i - gamma)/(a_i + c_i). */
    public ModeQuartic modes() {
        List<Integer> range = range();
        List<Double> g = range.stream()
                .map(i -> (b.get(i) - weightDecay) / (a.get(i) + c.get(i)))
                .toList();
        ModeQuartic m = quartic(g, range).normalised(penalty);
        return bias ? m.withBias() : m;
    }

    /** What happens on the modes with a + c = 0. */
    public KernelModes kernel() {
        List<Integer> range = range();
        return new KernelModes(IntStream.range(0, b.size())
                .filter(i -> !range.contains(i))
                .mapToObj(i -> b.get(i) - weightDecay)
                .toList());
    }

    private List<Integer> range() {
        return IntStream.range(0, a.size())
                .filter(i -> a.get(i) + c.get(i) > 0)
                .boxed()
                .toList();
    }

    private ModeQuartic quartic(List<Double> g, List<Integer> range) {
        if (quartic instanceof QuarticForm.Uniform u) {
            return ModeQuartic.uniform(g, u.q2(), u.q1(), d1);
        }
        if (quartic instanceof QuarticForm.Traces t) {
            return t.isUniform()
                    ? ModeQuartic.uniform(g, t.aa(), t.aSquared(), d1)
                    : ModeQuartic.general(
                            g,
                            form(range, t.aa(), t.ac(), t.cc()),
                            form(range, t.aSquared(), t.aTimesC(), t.cSquared()),
                            d1);
        }
        throw new InputException("coordinate sums have no closed form in the modes");
    }

    /** (x a_i a_j + y (a_i c_j + c_i a_j)/2 + z c_i c_j) / (s_i s_j): tr(AA) is sum_ij a_i a_j H_ij^2, and so on. */
    private RealMatrix form(List<Integer> range, double x, double y, double z) {
        int n = range.size();
        RealMatrix m = MatrixUtils.createRealMatrix(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double ai = share(range.get(i));
                double aj = share(range.get(j));
                double mixed = 0.5 * (ai * (1 - aj) + (1 - ai) * aj);
                m.setEntry(i, j, x * ai * aj + y * mixed + z * (1 - ai) * (1 - aj));
            }
        }
        return Symmetric.part(m);
    }

    private double share(int i) {
        return a.get(i) / (a.get(i) + c.get(i));
    }

    private StationaryPoint inInputOrder(StationaryPoint p) {
        List<Double> h = spread(p.wtw(), 0.0);
        List<Double> wtw = IntStream.range(0, h.size())
                .mapToObj(i -> h.get(i) == 0 ? 0.0 : h.get(i) / (a.get(i) + c.get(i)))
                .toList();
        return new StationaryPoint(
                spread(p.mask(), 0), wtw, p.biasSquared(), p.rho(), p.loss(), p.hessian(), p.masksRepresented());
    }

    /** Puts the values of the modes of the range in their places among all modes. */
    private <T> List<T> spread(List<T> values, T zero) {
        List<T> all = new ArrayList<>(java.util.Collections.nCopies(a.size(), zero));
        List<Integer> range = range();
        for (int i = 0; i < values.size(); i++) {
            all.set(range.get(i), values.get(i));
        }
        return all;
    }

    private boolean searchAgrees(Enumeration found) {
        Optional<StationaryPoint> lowest = found.globalMinimum();
        if (lowest.isEmpty() || penalty.isConstraint()) {
            return false;
        }
        double value = lowest.get().loss();
        List<DescentSearch.Endpoint> ends = DescentSearch.descend(modes(), STARTS, 1, SEED);
        return !ends.isEmpty()
                && ends.stream().allMatch(e -> e.value() >= value - Tolerance.CONTRADICTION * (1 + Math.abs(value)));
    }

    private Result search(QuarticForm.Coordinates form) {
        if (penalty.isConstraint()) {
            throw new InputException("coordinate sums have no closed form, and the search needs a finite kappa");
        }
        CoordinateQuartic landscape = new CoordinateQuartic(decayedB(), a, c, form, d1, penalty, bias);
        double unit = 1
                / Math.sqrt(IntStream.range(0, a.size())
                        .mapToDouble(i -> a.get(i) + c.get(i))
                        .max()
                        .orElseThrow());
        List<DescentSearch.Endpoint> descents = DescentSearch.descend(landscape, STARTS, 1, SEED);
        List<DescentSearch.Endpoint> ends = descents.stream()
                .flatMap(e -> NewtonPolish.at(landscape, e.weight(), unit).stream())
                .sorted(Comparator.comparingDouble(DescentSearch.Endpoint::value))
                .toList();
        List<StationaryPoint> points = new ArrayList<>();
        double residual = 0;
        for (DescentSearch.Endpoint end : ends) {
            residual = Math.max(residual, end.gradient());
            StationaryPoint p = point(landscape, end.weight());
            boolean known = points.stream()
                    .anyMatch(o -> Math.abs(o.loss() - p.loss()) < Tolerance.SAME_LOSS * (1 + Math.abs(p.loss()))
                            && o.mask().equals(p.mask()));
            if (!known) {
                points.add(p);
            }
        }
        boolean bounded = descents.size() == STARTS && !kernel().unbounded();
        List<String> notes = new ArrayList<>(kernel().notes());
        notes.add("coordinate sums have no closed form: these are the stationary points that " + ends.size() + " of "
                + STARTS + " descents reached (gradient below " + Tolerance.STATIONARY
                + " |Hessian| |W|); there may be others, and a lower minimum");
        // A descent that went lower and reached no stationary point tells that the lowest is not among them.
        Optional<StationaryPoint> lowest = points.stream()
                .findFirst()
                .filter(p -> bounded
                        && descents.stream()
                                .allMatch(e -> e.value() >= p.loss() - Tolerance.SAME_LOSS * (1 + Math.abs(p.loss()))));
        BigInteger count = BigInteger.valueOf(points.size());
        return new Result(decayedB(), points, List.of(), lowest, false, residual, count, notes);
    }

    private StationaryPoint point(CoordinateQuartic landscape, RealMatrix w) {
        RealMatrix gram = w.transposeMultiply(w);
        List<Double> wtw =
                IntStream.range(0, a.size()).mapToObj(i -> gram.getEntry(i, i)).toList();
        double norm = landscape.norm(w);
        List<Integer> mask = IntStream.range(0, a.size())
                .mapToObj(i ->
                        wtw.get(i) * (a.get(i) + c.get(i)) > Tolerance.COLLAPSED * Math.max(norm, Tolerance.COLLAPSED)
                                ? 1
                                : 0)
                .toList();
        double biasSquared = bias ? gram.getEntry(a.size(), a.size()) : 0;
        return new StationaryPoint(
                mask,
                wtw,
                biasSquared,
                norm - biasSquared,
                landscape.value(w),
                NumericalSpectrum.at(landscape, w),
                1,
                rank(w.getSubMatrix(0, d1 - 1, 0, a.size() - 1), mask));
    }

    /** The rank of W, by singular values beside the largest; W: d1 x d0. */
    private static int rank(RealMatrix w, List<Integer> mask) {
        double[] singular = new SingularValueDecomposition(w).getSingularValues();
        int active = (int) mask.stream().filter(m -> m == 1).count();
        // Squares of singular values are what COLLAPSED speaks of in W'W.
        int rank = (int) Arrays.stream(singular)
                .filter(v -> v * v > Tolerance.COLLAPSED * singular[0] * singular[0])
                .count();
        return Math.min(rank, active);
    }
}
