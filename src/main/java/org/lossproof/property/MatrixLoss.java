package org.lossproof.property;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.linear.Array2DRowFieldMatrix;
import org.hipparchus.linear.ArrayFieldVector;
import org.hipparchus.linear.FieldDecompositionSolver;
import org.hipparchus.linear.FieldLUDecomposition;
import org.lossproof.covariance.RationalMatrix;
import org.lossproof.landscape.QuarticForm;
import org.lossproof.loss.RationalArithmetic;

/**
 * A quartic landscape in matrices, L(W) = -Tr[W B W'] + fourth order + kappa (E|f(x)|^2 - c)^2, and its derivatives at a
 * stationary point in exact arithmetic; it shares no code with the solver. The rows of W are sqrt(l_p) X_p with rational l_p
 * and X, and so is b: what is even in them is rational, and the units sqrt(l_p) change no inertia.
 */
final class MatrixLoss {
    private static final BigFraction HALF = new BigFraction(1, 2);

    private final RationalMatrix b;
    private final RationalMatrix a;
    private final RationalMatrix c;
    private final Quartic quartic;
    private final ExactMasks.Norm norm;
    private final int d1;

    /** Coefficients of tr(AA), tr(AC), tr(CC), tr(A)^2, tr(A)tr(C), tr(C)^2. */
    record Quartic(
            BigFraction aa,
            BigFraction ac,
            BigFraction cc,
            BigFraction aSquared,
            BigFraction aTimesC,
            BigFraction cSquared) {
        static Quartic of(QuarticForm.Traces t) {
            return new Quartic(
                    new BigFraction(t.aa()),
                    new BigFraction(t.ac()),
                    new BigFraction(t.cc()),
                    new BigFraction(t.aSquared()),
                    new BigFraction(t.aTimesC()),
                    new BigFraction(t.cSquared()));
        }

        Quartic absolute() {
            return new Quartic(aa.abs(), ac.abs(), cc.abs(), aSquared.abs(), aTimesC.abs(), cSquared.abs());
        }
    }

    /**
     * A point W'W = U diag(lambda) U', U the basis in which the matrices are given.
     *
     * @param lambda none negative, at most d1 positive
     * @param biasSquared |b|^2, not negative
     * @param mu the multiplier of E|f(x)|^2: 2 kappa (E|f(x)|^2 - c), or what the constraint asks for
     */
    record Point(List<BigFraction> lambda, BigFraction biasSquared, BigFraction mu) {
        Point absolute() {
            return new Point(lambda, biasSquared, mu.abs());
        }
    }

    /** A direction in which row p changes: weight j, or b after the last weight. */
    private record Direction(int p, int j) {}

    /**
     * The loss of W: d1 x d0 and, with a bias, of b; in a basis in which all three matrices are diagonal.
     *
     * @param b B with the weight decay: d0 x d0
     * @param a A0: d0 x d0
     * @param c C: d0 x d0
     */
    MatrixLoss(RationalMatrix b, RationalMatrix a, RationalMatrix c, Quartic quartic, ExactMasks.Norm norm, int d1) {
        this.b = b;
        this.a = a;
        this.c = c;
        this.quartic = quartic;
        this.norm = norm;
        this.d1 = d1;
    }

    /** The point of these active modes; empty if its equations are singular or have no solution with W'W and |b|^2 positive. */
    Optional<Point> stationary(List<Integer> active, boolean biased) {
        int k = active.size();
        BigFraction[][] m = new BigFraction[k + 1][k + 1];
        BigFraction[] right = new BigFraction[k + 1];
        BigFraction follows = norm.imposed() ? BigFraction.ONE : norm.kappa().multiply(-2);
        for (int i = 0; i < k; i++) {
            int mode = active.get(i);
            for (int j = 0; j < k; j++) {
                m[i][j] = fourth(unit(mode), unit(active.get(j))).multiply(2);
            }
            m[i][k] = variance(mode);
            m[k][i] = biased ? BigFraction.ZERO : follows.multiply(variance(mode));
            right[i] = b.get(mode, mode);
        }
        m[k][k] = biased || !norm.imposed() ? BigFraction.ONE : BigFraction.ZERO;
        right[k] = biased ? BigFraction.ZERO : follows.multiply(norm.c());
        FieldDecompositionSolver<BigFraction> solver =
                new FieldLUDecomposition<>(new Array2DRowFieldMatrix<>(m)).getSolver();
        if (!solver.isNonSingular()) {
            return Optional.empty();
        }
        BigFraction[] x = solver.solve(new ArrayFieldVector<>(right)).toArray();
        List<BigFraction> lambda = new ArrayList<>(Collections.nCopies(b.rows(), BigFraction.ZERO));
        BigFraction rest = norm.c();
        boolean positive = true;
        for (int i = 0; i < k; i++) {
            lambda.set(active.get(i), x[i]);
            rest = rest.subtract(x[i].multiply(variance(active.get(i))));
            positive &= x[i].signum() > 0;
        }
        positive &= !biased || rest.signum() > 0;
        return positive ? Optional.of(new Point(lambda, biased ? rest : BigFraction.ZERO, x[k])) : Optional.empty();
    }

    /** The matrices W A0 W' and W C W' in units of the rows; or their variations. */
    private record Forms(RationalMatrix a, RationalMatrix c) {}

    private Forms unit(int mode) {
        RationalMatrix e =
                RationalMatrix.of(b.rows(), b.rows(), (i, j) -> new BigFraction(i == mode && j == mode ? 1 : 0));
        return new Forms(e.multiply(a), e.multiply(c));
    }

    private BigFraction variance(int mode) {
        return a.get(mode, mode).add(c.get(mode, mode));
    }

    private BigFraction fourth(Forms x, Forms y) {
        return fourth(x, y, Collections.nCopies(x.a.rows(), BigFraction.ONE));
    }

    /** The symmetric form of which the fourth order is the square, rows in these units. */
    private BigFraction fourth(Forms x, Forms y, List<BigFraction> units) {
        BigFraction mixed = inner(x.a, y.c, units).add(inner(x.c, y.a, units)).multiply(HALF);
        BigFraction xa = trace(x.a, units);
        BigFraction xc = trace(x.c, units);
        BigFraction ya = trace(y.a, units);
        BigFraction yc = trace(y.c, units);
        BigFraction crossed = xa.multiply(yc).add(xc.multiply(ya)).multiply(HALF);
        return quartic.aa
                .multiply(inner(x.a, y.a, units))
                .add(quartic.ac.multiply(mixed))
                .add(quartic.cc.multiply(inner(x.c, y.c, units)))
                .add(quartic.aSquared.multiply(xa).multiply(ya))
                .add(quartic.aTimesC.multiply(crossed))
                .add(quartic.cSquared.multiply(xc).multiply(yc));
    }

    private static BigFraction inner(RationalMatrix x, RationalMatrix y, List<BigFraction> units) {
        BigFraction sum = BigFraction.ZERO;
        for (int p = 0; p < x.rows(); p++) {
            for (int q = 0; q < x.rows(); q++) {
                if (x.get(p, q).signum() != 0 && y.get(p, q).signum() != 0) {
                    BigFraction unit = units.get(p).multiply(units.get(q));
                    sum = sum.add(x.get(p, q).multiply(y.get(p, q)).multiply(unit));
                }
            }
        }
        return sum;
    }

    private static BigFraction trace(RationalMatrix x, List<BigFraction> units) {
        BigFraction sum = BigFraction.ZERO;
        for (int p = 0; p < x.rows(); p++) {
            sum = sum.add(x.get(p, p).multiply(units.get(p)));
        }
        return sum;
    }

    /** All derivatives at one point: rows p = 0, 1, ... are those of its active modes, and b is along the first axis. */
    final class Derivatives {
        private final Point point;
        private final List<BigFraction> units;
        private final RationalMatrix x;
        private final Forms forms;
        private final List<Direction> directions = new ArrayList<>();
        private final List<Forms> slopes;
        private final BigFraction[][] hessian;

        Derivatives(Point point) {
            this.point = point;
            List<Integer> active = IntStream.range(0, b.rows())
                    .filter(i -> point.lambda.get(i).signum() > 0)
                    .boxed()
                    .toList();
            units = IntStream.range(0, d1)
                    .mapToObj(p -> p < active.size() ? point.lambda.get(active.get(p)) : BigFraction.ONE)
                    .toList();
            x = RationalMatrix.of(
                    d1,
                    b.rows(),
                    (p, j) -> new BigFraction(p < active.size() && active.get(p).equals(j) ? 1 : 0));
            forms = new Forms(around(a), around(c));
            for (int p = 0; p < d1; p++) {
                for (int j = 0; j < b.rows() + (norm.bias() ? 1 : 0); j++) {
                    directions.add(new Direction(p, j));
                }
            }
            slopes = directions.stream()
                    .map(d -> new Forms(slope(d, a), slope(d, c)))
                    .toList();
            hessian = computed();
        }

        private RationalMatrix around(RationalMatrix m) {
            return x.multiply(m).multiply(x.transpose());
        }

        /** E M X' + X M E': the variation of X M X' in a direction. */
        private RationalMatrix slope(Direction d, RationalMatrix m) {
            RationalMatrix xm = x.multiply(m);
            return RationalMatrix.of(d1, d1, (p, q) -> {
                BigFraction row = p == d.p && !isBias(d) ? xm.get(q, d.j) : BigFraction.ZERO;
                return q == d.p && !isBias(d) ? row.add(xm.get(p, d.j)) : row;
            });
        }

        /** E M F' + F M E': the second variation of X M X'. */
        private RationalMatrix bend(Direction d, Direction e, RationalMatrix m) {
            return RationalMatrix.of(d1, d1, (p, q) -> {
                BigFraction entry = isBias(d) || isBias(e) ? BigFraction.ZERO : m.get(d.j, e.j);
                BigFraction row = p == d.p && q == e.p ? entry : BigFraction.ZERO;
                return p == e.p && q == d.p ? row.add(entry) : row;
            });
        }

        private boolean isBias(Direction d) {
            return d.j == b.rows();
        }

        /** The gradient of E|f(x)|^2, |b|^2 of a b along the first axis included. */
        List<BigFraction> normal() {
            return IntStream.range(0, directions.size())
                    .mapToObj(i -> isBias(directions.get(i))
                            ? (directions.get(i).p == 0 ? point.biasSquared.multiply(2) : BigFraction.ZERO)
                            : trace(slopes.get(i).a, units).add(trace(slopes.get(i).c, units)))
                    .toList();
        }

        /** Its second derivative. */
        private BigFraction normalBend(Direction d, Direction e) {
            if (isBias(d) && isBias(e)) {
                boolean along = d.p == 0 && point.biasSquared.signum() > 0;
                BigFraction unit = along ? point.biasSquared : BigFraction.ONE;
                return d.p == e.p ? unit.multiply(2) : BigFraction.ZERO;
            }
            return bends(d, e) ? trace(bend(d, e, a), units).add(trace(bend(d, e, c), units)) : BigFraction.ZERO;
        }

        /** Whether a matrix couples the two; most pairs are not coupled. */
        private boolean bends(Direction d, Direction e) {
            return !isBias(d)
                    && !isBias(e)
                    && Stream.of(a, b, c).anyMatch(m -> m.get(d.j, e.j).signum() != 0);
        }

        /** Whether the gradient is 0, with the multiplier of the point. */
        boolean isStationary() {
            List<BigFraction> normal = normal();
            return IntStream.range(0, directions.size()).allMatch(i -> {
                BigFraction quadratic = trace(slope(directions.get(i), b), units);
                return fourth(forms, slopes.get(i), units)
                                .multiply(2)
                                .subtract(quadratic)
                                .add(point.mu.multiply(normal.get(i)))
                                .signum()
                        == 0;
            });
        }

        /** The loss; under the constraint without a penalty. */
        BigFraction value() {
            BigFraction size = trace(forms.a, units).add(trace(forms.c, units)).add(point.biasSquared);
            BigFraction excess = size.subtract(norm.c());
            BigFraction penalty = norm.imposed()
                    ? BigFraction.ZERO
                    : norm.kappa().multiply(excess).multiply(excess);
            return fourth(forms, forms, units).subtract(trace(around(b), units)).add(penalty);
        }

        /** The Hessian of L + mu E|f(x)|^2, mu fixed under the constraint; a copy. */
        BigFraction[][] hessian() {
            return java.util.Arrays.stream(hessian).map(BigFraction[]::clone).toArray(BigFraction[][]::new);
        }

        private BigFraction[][] computed() {
            int n = directions.size();
            List<BigFraction> normal = normal();
            BigFraction twoKappa =
                    norm.imposed() ? BigFraction.ZERO : norm.kappa().multiply(2);
            BigFraction[][] out = new BigFraction[n][n];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j <= i; j++) {
                    Direction d = directions.get(i);
                    Direction e = directions.get(j);
                    BigFraction entry = fourth(slopes.get(i), slopes.get(j), units)
                            .multiply(2)
                            .add(twoKappa.multiply(normal.get(i)).multiply(normal.get(j)))
                            .add(point.mu.multiply(normalBend(d, e)));
                    if (bends(d, e)) {
                        Forms bent = new Forms(bend(d, e, a), bend(d, e, c));
                        entry = entry.add(fourth(forms, bent, units).multiply(2))
                                .subtract(trace(bend(d, e, b), units));
                    }
                    out[i][j] = entry;
                    out[j][i] = out[i][j];
                }
            }
            return out;
        }

        /** The second derivative along the length of the row of an active mode. */
        double stiffness(int mode) {
            int row = (int) point.lambda.subList(0, mode).stream()
                    .filter(l -> l.signum() > 0)
                    .count();
            int i = directions.indexOf(new Direction(row, mode));
            return RationalArithmetic.toDouble(hessian()[i][i].abs());
        }

        /** The inertia of a change of the Hessian, under the constraint that of its restriction to the tangent space. */
        Inertia inertia(BigFraction[][] hessian) {
            List<BigFraction> normal = normal();
            if (!norm.imposed() || normal.stream().allMatch(v -> v.signum() == 0)) {
                return Inertia.of(hessian);
            }
            return Inertia.of(bordered(hessian, normal)).without(1, 1);
        }

        /** Has one positive and one negative direction more than the matrix has where the normal vanishes. */
        private BigFraction[][] bordered(BigFraction[][] m, List<BigFraction> normal) {
            int n = m.length;
            BigFraction[][] out = new BigFraction[n + 1][n + 1];
            for (int i = 0; i <= n; i++) {
                for (int j = 0; j <= n; j++) {
                    boolean corner = i == n && j == n;
                    out[i][j] = corner ? BigFraction.ZERO : i == n ? normal.get(j) : j == n ? normal.get(i) : m[i][j];
                }
            }
            return out;
        }
    }

    /** The same with the absolute values of all coefficients, -|B|: its derivatives are the sizes of the terms of those of L. */
    MatrixLoss sizes() {
        RationalMatrix steep = RationalMatrix.of(
                b.rows(), b.rows(), (i, j) -> b.get(i, j).abs().negate());
        return new MatrixLoss(steep, a, c, quartic.absolute(), norm, d1);
    }
}
