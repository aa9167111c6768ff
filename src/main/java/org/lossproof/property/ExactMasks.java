package org.lossproof.property;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.linear.Array2DRowFieldMatrix;
import org.hipparchus.linear.ArrayFieldVector;
import org.hipparchus.linear.FieldDecompositionSolver;
import org.hipparchus.linear.FieldLUDecomposition;
import org.lossproof.covariance.CommutingModel;
import org.lossproof.covariance.RationalMatrix;
import org.lossproof.loss.RationalArithmetic;

/**
 * Which masks have a stationary point, and where, in exact arithmetic and without the landscape package: every subset of
 * modes is tried, its equations are solved as a linear system, and what comes out is put into the equations of matrices. Sigma is invertible.
 */
final class ExactMasks {
    /** What the solver, which takes 1e-12 of the size of its terms for 0, tells from 0 with digits to spare. */
    static final BigFraction RESOLUTION = new BigFraction(1, 1_000_000_000);

    private final ModeLandscape landscape;
    private final Norm norm;
    private final RationalMatrix b;
    private final RationalMatrix sigma;

    ExactMasks(ModeLandscape landscape, Norm norm) {
        this.landscape = landscape;
        this.norm = norm;
        this.b = landscape.model().pair().inBasis(landscape.b());
        this.sigma = landscape.model().pair().inBasis(landscape.model().s());
    }

    ModeLandscape landscape() {
        return landscape;
    }

    /** The wanted norm c and its strength kappa, unless it is imposed; and whether there is a bias. */
    record Norm(BigFraction c, BigFraction kappa, boolean imposed, boolean bias) {}

    /**
     * A stationary point.
     *
     * @param active its active modes
     * @param lambda the diagonal of W'W in the modes
     * @param biasSquared |b|^2
     * @param loss the loss, by traces of matrices that are not diagonal
     * @param size the sum of the sizes of its terms, beside which it is exact in doubles
     * @param terms the size of the terms of s_i lambda_i
     */
    record Point(
            List<Integer> active,
            List<BigFraction> lambda,
            BigFraction biasSquared,
            BigFraction loss,
            double size,
            double terms) {
        boolean isBiased() {
            return biasSquared.signum() > 0;
        }

        /** The same point of the loss times q. */
        Point times(BigFraction q) {
            double by = RationalArithmetic.toDouble(q);
            return new Point(active, lambda, biasSquared, loss.multiply(q), size * by, terms * by);
        }

        /** Tr[W Sigma W']. */
        BigFraction rho(CommutingModel model) {
            return IntStream.range(0, lambda.size())
                    .mapToObj(i -> model.s(i).multiply(lambda.get(i)))
                    .reduce(BigFraction.ZERO, BigFraction::add);
        }
    }

    /** All of them, one for each mask and, with a bias, for each of b = 0 and b > 0. */
    List<Point> points() {
        return solutions().map(this::point).toList();
    }

    /** The one of a mask, with b > 0 or with b = 0. */
    Optional<Point> point(List<Integer> mask, boolean biased) {
        List<Integer> active = active(mask);
        return solutions()
                .filter(x -> x.active.equals(active) && x.biased == biased)
                .findFirst()
                .map(this::point);
    }

    /** The modes with a 1 in a mask. */
    static List<Integer> active(List<Integer> mask) {
        return IntStream.range(0, mask.size())
                .filter(i -> mask.get(i) == 1)
                .boxed()
                .toList();
    }

    /** The active modes of all of them. */
    Set<List<Integer>> masks() {
        return solutions().map(Candidate::active).collect(Collectors.toSet());
    }

    private Stream<Candidate> solutions() {
        return candidates().stream()
                .filter(x -> x.h.stream().allMatch(h -> h.signum() > 0) && (!x.biased || rest(x).signum() > 0));
    }

    /**
     * Whether floating point can tell everything that decides which points there are and of which kind: for each mask that
     * has a solution, positive or not, the differences b_i/s_i - b_j/s_j, the s_i lambda_i of active modes, the slopes mu -
     * b_j/s_j of collapsed ones, and with a bias mu and what it takes up of c are exactly 0 or at least {@link #RESOLUTION}
     * of the size of their terms.
     */
    boolean isResolved() {
        return areLevelsResolved() && candidates().stream().allMatch(this::isResolved);
    }

    private boolean areLevelsResolved() {
        return IntStream.range(0, landscape.modes())
                .allMatch(i -> IntStream.range(0, i)
                        .allMatch(j -> isClear(
                                landscape.g(i).subtract(landscape.g(j)),
                                landscape.g(i).abs().add(landscape.g(j).abs()))));
    }

    private boolean isResolved(Candidate x) {
        BigFraction terms = terms(x);
        boolean slopes = IntStream.range(0, landscape.modes())
                .allMatch(i -> isClear(
                        x.mu.subtract(landscape.g(i)), terms.add(landscape.g(i).abs())));
        BigFraction size = x.h.stream().map(BigFraction::abs).reduce(norm.c, BigFraction::add);
        return slopes && (!norm.bias || x.biased || isClear(x.mu, terms)) && (!x.biased || isClear(rest(x), size));
    }

    private static boolean isClear(BigFraction x, BigFraction size) {
        return x.signum() == 0 || x.abs().compareTo(size.multiply(RESOLUTION)) >= 0;
    }

    /** What the bias takes up of the norm. */
    private BigFraction rest(Candidate x) {
        return norm.c.subtract(x.h.stream().reduce(BigFraction.ZERO, BigFraction::add));
    }

    /** The largest term of mu and of the active b_i/s_i. */
    private BigFraction terms(Candidate x) {
        BigFraction largest = x.active.stream()
                .map(i -> landscape.g(i).abs())
                .max(Comparator.naturalOrder())
                .orElse(BigFraction.ZERO);
        if (x.biased || (!norm.imposed && norm.kappa.signum() == 0)) {
            return largest;
        }
        BigFraction k = new BigFraction(x.active.size());
        BigFraction stiffness = norm.imposed ? k : k.add(norm.kappa.reciprocal());
        return largest.add(norm.c.multiply(2).divide(stiffness));
    }

    /**
     * A solution of the equations of a mask, s_i lambda_i = (b_i/s_i - mu)/2 on it, of any sign.
     *
     * @param biased whether b > 0, so that mu = 0
     */
    private record Candidate(List<Integer> active, List<BigFraction> h, BigFraction mu, boolean biased) {}

    private List<Candidate> candidates() {
        List<Candidate> out = new ArrayList<>();
        for (int bits = 0; bits < 1 << landscape.modes(); bits++) {
            int set = bits;
            List<Integer> active = active(IntStream.range(0, landscape.modes())
                    .mapToObj(i -> set >> i & 1)
                    .toList());
            if (active.size() <= landscape.mostActive()) {
                solve(active, false).ifPresent(out::add);
                if (norm.bias && (norm.imposed || norm.kappa.signum() > 0)) {
                    solve(active, true).ifPresent(out::add);
                }
            }
        }
        return out;
    }

    /** With b > 0 the norm is c and the loss is that without penalty; without it the norm follows. */
    private Optional<Candidate> solve(List<Integer> active, boolean biased) {
        boolean imposed = norm.imposed && !biased;
        int k = active.size();
        BigFraction twoKappa = biased || norm.imposed ? BigFraction.ZERO : norm.kappa.multiply(2);
        if (k == 0) {
            boolean possible = !imposed || norm.c.signum() == 0;
            BigFraction mu = twoKappa.multiply(norm.c).negate();
            return possible ? Optional.of(new Candidate(active, List.of(), mu, biased)) : Optional.empty();
        }
        int unknowns = k + (imposed ? 1 : 0);
        BigFraction[][] m = new BigFraction[unknowns][unknowns];
        BigFraction[] right = new BigFraction[unknowns];
        for (int i = 0; i < unknowns; i++) {
            for (int j = 0; j < unknowns; j++) {
                boolean multiplier = i == k || j == k;
                BigFraction diagonal = i == j ? BigFraction.TWO : BigFraction.ZERO;
                m[i][j] = multiplier ? new BigFraction(i == j ? 0 : 1) : diagonal.add(twoKappa);
            }
            right[i] = i == k ? norm.c : landscape.g(active.get(i)).add(twoKappa.multiply(norm.c));
        }
        FieldDecompositionSolver<BigFraction> solver =
                new FieldLUDecomposition<>(new Array2DRowFieldMatrix<>(m)).getSolver();
        List<BigFraction> h =
                List.of(solver.solve(new ArrayFieldVector<>(right)).toArray()).subList(0, k);
        BigFraction mu = landscape.g(active.get(0)).subtract(h.get(0).multiply(2));
        return Optional.of(new Candidate(active, h, mu, biased));
    }

    private Point point(Candidate x) {
        List<BigFraction> lambda = new ArrayList<>(Collections.nCopies(landscape.modes(), BigFraction.ZERO));
        for (int i = 0; i < x.active.size(); i++) {
            lambda.set(x.active.get(i), x.h.get(i).divide(landscape.s(x.active.get(i))));
        }
        return at(x, lambda, x.biased ? rest(x) : BigFraction.ZERO);
    }

    /** -Tr[B P] + Tr[Sigma P Sigma P] + kappa (Tr[Sigma P] + |b|^2 - c)^2 at P = W'W, having checked that W is stationary. */
    private Point at(Candidate x, List<BigFraction> lambda, BigFraction biasSquared) {
        RationalMatrix p = landscape.model().pair().inBasis(lambda);
        RationalMatrix sp = sigma.multiply(p);
        BigFraction excess = trace(sp).add(biasSquared).subtract(norm.c);
        BigFraction kappa = norm.imposed ? BigFraction.ZERO : norm.kappa;
        requireStationary(p, sp, kappa.multiply(excess).multiply(2));
        BigFraction quartic = trace(sp.multiply(sp)).add(kappa.multiply(excess).multiply(excess));
        BigFraction loss = quartic.subtract(trace(b.multiply(p)));
        double linear = IntStream.range(0, lambda.size())
                .mapToDouble(i -> RationalArithmetic.toDouble(
                        lambda.get(i).multiply(landscape.b().get(i)).abs()))
                .sum();
        return new Point(
                x.active,
                lambda,
                biasSquared,
                loss,
                RationalArithmetic.toDouble(quartic) + linear,
                RationalArithmetic.toDouble(terms(x)));
    }

    /** P (B - 2 Sigma P Sigma - mu Sigma) = 0; under the constraint for some mu, which P Sigma P fixes. */
    private void requireStationary(RationalMatrix p, RationalMatrix sp, BigFraction penalised) {
        RationalMatrix free = p.multiply(b).add(p.multiply(sp.multiply(sigma)).scale(new BigFraction(-2)));
        RationalMatrix along = p.multiply(sigma);
        BigFraction size = trace(along);
        BigFraction mu = norm.imposed && size.signum() != 0 ? trace(free).divide(size) : penalised;
        if (!free.add(along.scale(mu.negate())).equals(p.scale(BigFraction.ZERO))) {
            throw new AssertionError("a mask solved exactly is not stationary: " + landscape);
        }
    }

    private static BigFraction trace(RationalMatrix m) {
        BigFraction sum = BigFraction.ZERO;
        for (int i = 0; i < m.rows(); i++) {
            sum = sum.add(m.get(i, i));
        }
        return sum;
    }
}
