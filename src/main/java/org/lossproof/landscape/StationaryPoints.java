package org.lossproof.landscape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.lossproof.loss.InputException;
import org.lossproof.tolerance.Tolerance;

/** Enumerates the stationary points of a {@link ModeQuartic} that are diagonal in its modes: all there are, if uniform. */
public final class StationaryPoints {
    /** More candidate masks than this are refused. */
    public static final int LIMIT = 200_000;

    private final ModeQuartic landscape;
    private final MaskSolver solver;
    private final int[] group;
    private final List<StationaryPoint> points = new ArrayList<>();
    private final List<UnsolvedMask> unsolved = new ArrayList<>();

    private StationaryPoints(ModeQuartic landscape) {
        this.landscape = landscape;
        this.solver = new MaskSolver(landscape);
        this.group = groups(landscape);
    }

    /**
     * Every mask with at most min(n, d1) ones, up to exchange of modes with equal g; {@code wtw} of the points is the
     * diagonal of H = V'V.
     *
     * @throws InputException if there are more than {@link #LIMIT} masks
     */
    public static Enumeration of(ModeQuartic landscape) {
        StationaryPoints run = new StationaryPoints(landscape);
        run.refuseTooMany();
        run.extend(new int[landscape.modes()], 0, 0);
        boolean bounded = true;
        for (int i = 0; i < landscape.modes(); i++) {
            double ray = landscape.q(i, i) + landscape.p(i, i);
            bounded &= ray > 0 || landscape.penalty().kappa() > -ray;
        }
        return new Enumeration(run.points, run.unsolved, bounded);
    }

    /** A weight [V, b] with the given point's H = diag(h): row p has the p-th active mode; b along the first axis. */
    public static RealMatrix representative(ModeQuartic landscape, StationaryPoint point) {
        RealMatrix v = MatrixUtils.createRealMatrix(landscape.d1(), landscape.columns());
        int row = 0;
        for (int i = 0; i < landscape.modes(); i++) {
            if (point.mask().get(i) == 1) {
                v.setEntry(row++, i, Math.sqrt(point.wtw().get(i)));
            }
        }
        if (landscape.hasBias()) {
            v.setEntry(0, landscape.modes(), Math.sqrt(point.biasSquared()));
        }
        return v;
    }

    /** Counts the masks first, as coefficients of the product over groups of 1 + x + ... + x^size. */
    private void refuseTooMany() {
        int largest = Math.min(landscape.modes(), landscape.d1());
        double[] count = new double[largest + 1];
        count[0] = 1;
        int[] ones = new int[group.length];
        for (int e : group) {
            ones[e]++;
        }
        for (int size : ones) {
            for (int k = largest; k >= 0 && size > 0; k--) {
                for (int j = 1; j <= Math.min(size, k); j++) {
                    count[k] += count[k - j];
                }
            }
        }
        if (sum(count) > LIMIT) {
            throw new InputException(landscape.modes() + " modes and d1 = " + landscape.d1() + " have more than "
                    + LIMIT + " masks; ask for the global minimum only, or for fewer modes");
        }
    }

    private void extend(int[] mask, int from, int ones) {
        if (from == mask.length) {
            visit(mask);
            return;
        }
        // Of exchangeable modes the first ones are taken: 1 may not follow 0 in a group.
        boolean mayBeOne = ones < Math.min(mask.length, landscape.d1());
        for (int i = 0; i < from && mayBeOne; i++) {
            mayBeOne = group[i] != group[from] || mask[i] == 1;
        }
        if (mayBeOne) {
            mask[from] = 1;
            extend(mask, from + 1, ones + 1);
            mask[from] = 0;
        }
        extend(mask, from + 1, ones);
    }

    private void visit(int[] mask) {
        int[] active = java.util.stream.IntStream.range(0, mask.length)
                .filter(i -> mask[i] == 1)
                .toArray();
        boolean found = false;
        boolean withoutBias = !(landscape.hasBias() && landscape.penalty().kappa() == 0);
        Optional<MaskSolver.Solution> penalised = solver.penalised(active);
        if (penalised.isPresent()) {
            found = true;
            add(mask, active, penalised.get(), 0);
        }
        if (landscape.hasBias() && withoutBias) {
            Optional<MaskSolver.Solution> free = solver.free(active);
            double rest = free.map(s -> landscape.penalty().c() - sum(s.h())).orElse(-1.0);
            if (rest > Tolerance.CANCELLED * landscape.penalty().c()) {
                found = true;
                add(mask, active, free.orElseThrow(), rest);
            }
        }
        if (!found) {
            unsolved.add(new UnsolvedMask(boxed(mask), reason(active)));
        }
    }

    private String reason(int[] active) {
        if (active.length == 0) {
            return "W = 0 has norm 0, not c";
        }
        return "no solution with W'W > 0 on every active mode";
    }

    private void add(int[] mask, int[] active, MaskSolver.Solution s, double biasSquared) {
        double rho = sum(s.h());
        double loss = landscape.lossWithoutPenalty(s.h());
        double kappa = landscape.penalty().kappa();
        // mu = 2 kappa (norm - c): the penalty is mu^2 / (4 kappa), without the cancellation in norm - c.
        if (kappa > 0 && !landscape.penalty().isConstraint()) {
            loss += s.mu() * s.mu() / (4 * kappa);
        }
        HessianSpectrum spectrum = new SpectrumOfMask(landscape, active, s.h(), s.mu(), biasSquared).compute();
        List<Double> h = Arrays.stream(s.h()).boxed().toList();
        points.add(new StationaryPoint(boxed(mask), h, biasSquared, rho, loss, spectrum, represented(mask)));
    }

    private long represented(int[] mask) {
        long count = 1;
        for (int e = 0; e < mask.length; e++) {
            int size = 0;
            int ones = 0;
            for (int i = 0; i < mask.length; i++) {
                size += group[i] == e ? 1 : 0;
                ones += group[i] == e ? mask[i] : 0;
            }
            count *= org.hipparchus.util.CombinatoricsUtils.binomialCoefficient(size, ones);
        }
        return count;
    }

    private static int[] groups(ModeQuartic landscape) {
        int[] group = new int[landscape.modes()];
        for (int i = 0; i < group.length; i++) {
            group[i] = i;
            for (int j = 0; j < i; j++) {
                if (group[j] == j && landscape.exchangeable(i, j)) {
                    group[i] = j;
                    break;
                }
            }
        }
        return group;
    }

    private static double sum(double[] h) {
        return Arrays.stream(h).sum();
    }

    private static List<Integer> boxed(int[] mask) {
        return Arrays.stream(mask).boxed().toList();
    }
}
