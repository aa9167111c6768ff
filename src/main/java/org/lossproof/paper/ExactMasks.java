package org.lossproof.paper;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.linear.Array2DRowFieldMatrix;
import org.hipparchus.linear.ArrayFieldVector;
import org.hipparchus.linear.FieldDecompositionSolver;
import org.hipparchus.linear.FieldLUDecomposition;
import org.lossproof.covariance.RationalMatrix;

/**
 * Which masks have a stationary point, and where, in exact arithmetic and without the landscape package: every subset of
 * modes is tried, its equations are solved as a linear system, and what comes out is put into the equations of matrices. Sigma is invertible.
 */
final class ExactMasks {
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
     */
    record Point(
            List<Integer> active, List<BigFraction> lambda, BigFraction biasSquared, BigFraction loss, double size) {
        boolean isBiased() {
            return biasSquared.signum() > 0;
        }
    }

    /** All of them, one for each mask and, with a bias, for each of b = 0 and b > 0. */
    List<Point> points() {
        List<Point> out = new ArrayList<>();
        for (int bits = 0; bits < 1 << landscape.modes(); bits++) {
            int set = bits;
            List<Integer> active = IntStream.range(0, landscape.modes())
                    .filter(i -> (set >> i & 1) == 1)
                    .boxed()
                    .toList();
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
    private Optional<Point> solve(List<Integer> active, boolean biased) {
        boolean imposed = norm.imposed && !biased;
        int k = active.size();
        if (imposed && k == 0) {
            return norm.c.signum() == 0 ? Optional.of(point(active, List.of(), BigFraction.ZERO)) : Optional.empty();
        }
        BigFraction twoKappa = biased || norm.imposed ? BigFraction.ZERO : norm.kappa.multiply(2);
        int unknowns = k + (imposed ? 1 : 0);
        if (unknowns == 0) {
            return accepted(active, List.of(), biased);
        }
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
        BigFraction[] h = solver.solve(new ArrayFieldVector<>(right)).toArray();
        return accepted(active, List.of(h).subList(0, k), biased);
    }

    private Optional<Point> accepted(List<Integer> active, List<BigFraction> h, boolean biased) {
        BigFraction rest =
                biased ? norm.c.subtract(h.stream().reduce(BigFraction.ZERO, BigFraction::add)) : BigFraction.ZERO;
        boolean fine = h.stream().allMatch(x -> x.signum() > 0) && (!biased || rest.signum() > 0);
        return fine ? Optional.of(point(active, h, rest)) : Optional.empty();
    }

    private Point point(List<Integer> active, List<BigFraction> h, BigFraction biasSquared) {
        List<BigFraction> lambda = new ArrayList<>(Collections.nCopies(landscape.modes(), BigFraction.ZERO));
        for (int i = 0; i < active.size(); i++) {
            lambda.set(active.get(i), h.get(i).divide(landscape.s(active.get(i))));
        }
        return at(active, lambda, biasSquared);
    }

    /** -Tr[B P] + Tr[Sigma P Sigma P] + kappa (Tr[Sigma P] + |b|^2 - c)^2 at P = W'W, having checked that W is stationary. */
    private Point at(List<Integer> active, List<BigFraction> lambda, BigFraction biasSquared) {
        RationalMatrix p = landscape.model().pair().inBasis(lambda);
        RationalMatrix sp = sigma.multiply(p);
        BigFraction excess = trace(sp).add(biasSquared).subtract(norm.c);
        BigFraction kappa = norm.imposed ? BigFraction.ZERO : norm.kappa;
        requireStationary(p, sp, kappa.multiply(excess).multiply(2));
        BigFraction quartic = trace(sp.multiply(sp)).add(kappa.multiply(excess).multiply(excess));
        BigFraction loss = quartic.subtract(trace(b.multiply(p)));
        double linear = IntStream.range(0, lambda.size())
                .mapToDouble(
                        i -> lambda.get(i).multiply(landscape.b().get(i)).abs().doubleValue())
                .sum();
        return new Point(active, lambda, biasSquared, loss, quartic.doubleValue() + linear);
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
