package org.lossproof.experiment;

import java.util.Arrays;
import java.util.List;
import org.hipparchus.linear.RealMatrix;

/** The kinds of {@link Cell} that read the representations of a {@link Batch}, or its weights. */
final class ReadingCells {
    /** The batch at hand; the cells of one compiled loss share it. */
    static final class Source {
        Batch batch;
    }

    private ReadingCells() {}

    /**
     * weight * f(vector), the vector of an item.
     *
     * @param source which representation
     * @param axis the item that runs
     * @param all whether all its items are taken at once
     */
    record Term(double weight, int source, Axis axis, boolean all) {}

    /** A linear combination of representations, taken apart into what is the same for all items and what is not. */
    private static final class Vector {
        private final Source source;
        private final Term[] single;
        private final Term[] many;

        Vector(Source source, List<Term> terms) {
            this.source = source;
            this.single = terms.stream().filter(t -> !t.all()).toArray(Term[]::new);
            this.many = terms.stream().filter(Term::all).toArray(Term[]::new);
        }

        boolean isMany() {
            return many.length > 0;
        }

        double single(int k) {
            double sum = 0;
            for (Term t : single) {
                sum += t.weight() * source.batch.values()[t.source()][k][t.axis().current];
            }
            return sum;
        }

        double[] row(Term t, int k) {
            return source.batch.values()[t.source()][k];
        }

        double[] slopes(Term t, int k) {
            return source.batch.slopes()[t.source()][k];
        }

        /** All items of coordinate k into {@code out}. */
        void fill(double[] out, int k) {
            Arrays.fill(out, single(k));
            for (Term t : many) {
                Loops.addScaled(out, t.weight(), row(t, k));
            }
        }

        void passSingle(int k, double adjoint) {
            for (Term t : single) {
                slopes(t, k)[t.axis().current] += t.weight() * adjoint;
            }
        }

        void passMany(int k, double[] adjoints) {
            for (Term t : many) {
                Loops.addScaled(slopes(t, k), t.weight(), adjoints);
            }
            if (single.length > 0) {
                passSingle(k, Loops.sum(adjoints));
            }
        }
    }

    /** A coordinate. */
    static final class Coordinate extends Cell {
        private final Vector vector;
        private final int k;

        Coordinate(Source source, List<Term> terms, int k, int items) {
            super(terms.stream().anyMatch(Term::all) ? items : 1);
            this.vector = new Vector(source, terms);
            this.k = k;
        }

        @Override
        void forward() {
            if (vector.isMany()) {
                vector.fill(value, k);
            } else {
                value[0] = vector.single(k);
            }
        }

        @Override
        void backward() {
            if (vector.isMany()) {
                vector.passMany(k, adjoint);
            } else {
                vector.passSingle(k, adjoint[0]);
            }
        }
    }

    /** |u|^2. */
    static final class SquaredNorm extends Cell {
        private final Vector u;
        private final int d1;
        private final double[] scratch;

        SquaredNorm(Source source, List<Term> terms, int d1, int items) {
            super(terms.stream().anyMatch(Term::all) ? items : 1);
            this.u = new Vector(source, terms);
            this.d1 = d1;
            this.scratch = new double[value.length];
        }

        @Override
        void forward() {
            Arrays.fill(value, 0);
            for (int k = 0; k < d1; k++) {
                if (!u.isMany()) {
                    double t = u.single(k);
                    value[0] += t * t;
                } else if (u.many.length == 1) {
                    Loops.addSquares(value, u.single(k), u.many[0].weight(), u.row(u.many[0], k));
                } else {
                    u.fill(scratch, k);
                    Loops.addProducts(value, scratch, scratch);
                }
            }
        }

        @Override
        void backward() {
            if (!u.isMany()) {
                for (int k = 0; k < d1; k++) {
                    u.passSingle(k, 2 * adjoint[0] * u.single(k));
                }
            } else if (u.many.length == 1) {
                one(u.many[0]);
            } else {
                for (int k = 0; k < d1; k++) {
                    u.fill(scratch, k);
                    for (int j = 0; j < scratch.length; j++) {
                        scratch[j] *= 2 * adjoint[j];
                    }
                    u.passMany(k, scratch);
                }
            }
        }

        /** d|a + w f|^2 = 2 (a + w f)(da + w df), without a buffer for each coordinate. */
        private void one(Term t) {
            double w = t.weight();
            double all = 2 * Loops.sum(adjoint);
            for (int j = 0; j < scratch.length; j++) {
                scratch[j] = 2 * w * adjoint[j];
            }
            for (int k = 0; k < d1; k++) {
                double a = u.single(k);
                double[] row = u.row(t, k);
                if (u.single.length > 0) {
                    u.passSingle(k, a * all + Loops.dot(scratch, row));
                }
                Loops.addSlopes(u.slopes(t, k), scratch, a, w, row);
            }
        }
    }

    /** An inner product of two different combinations. */
    static final class Inner extends Cell {
        private final Vector left;
        private final Vector right;
        private final int d1;
        private final double[] ofLeft;
        private final double[] ofRight;

        Inner(Source source, List<Term> left, List<Term> right, int d1, int items) {
            super(left.stream().anyMatch(Term::all) || right.stream().anyMatch(Term::all) ? items : 1);
            this.left = new Vector(source, left);
            this.right = new Vector(source, right);
            this.d1 = d1;
            this.ofLeft = new double[value.length];
            this.ofRight = new double[value.length];
        }

        @Override
        void forward() {
            Arrays.fill(value, 0);
            for (int k = 0; k < d1; k++) {
                if (isOneBesideSingle(left, right)) {
                    Term t = right.many[0];
                    Loops.addScaled(value, left.single(k) * t.weight(), right.row(t, k));
                } else {
                    left.fill(ofLeft, k);
                    right.fill(ofRight, k);
                    Loops.addProducts(value, ofLeft, ofRight);
                }
            }
        }

        private static boolean isOneBesideSingle(Vector single, Vector one) {
            return !single.isMany() && one.many.length == 1 && one.single.length == 0;
        }

        @Override
        void backward() {
            for (int k = 0; k < d1; k++) {
                if (isOneBesideSingle(left, right)) {
                    Term t = right.many[0];
                    double a = left.single(k);
                    left.passSingle(k, t.weight() * Loops.dot(adjoint, right.row(t, k)));
                    Loops.addScaled(right.slopes(t, k), a * t.weight(), adjoint);
                } else {
                    general(k);
                }
            }
        }

        private void general(int k) {
            left.fill(ofLeft, k);
            right.fill(ofRight, k);
            for (int j = 0; j < ofLeft.length; j++) {
                double u = ofLeft[j];
                ofLeft[j] = adjoint[j] * ofRight[j];
                ofRight[j] = adjoint[j] * u;
            }
            pass(left, k, ofLeft);
            pass(right, k, ofRight);
        }

        private static void pass(Vector to, int k, double[] adjoints) {
            if (to.isMany()) {
                to.passMany(k, adjoints);
            } else {
                to.passSingle(k, Loops.sum(adjoints));
            }
        }
    }

    /** Tr[K_1 ... K_n], K_i = W M_i W'; the derivative by W is sum_i (P_i + P_i') W M_i, P_i the product from i + 1 around to i - 1. */
    static final class Trace extends Cell {
        private final Source source;
        private final List<RealMatrix> letters;

        /** @param letters M_1, ..., M_n: d0 x d0, symmetric */
        Trace(Source source, List<RealMatrix> letters) {
            super(1);
            this.source = source;
            this.letters = letters;
        }

        private RealMatrix around(int i) {
            return source.batch.weights().multiply(letters.get(i)).multiplyTransposed(source.batch.weights());
        }

        @Override
        void forward() {
            RealMatrix product = around(0);
            for (int i = 1; i < letters.size(); i++) {
                product = product.multiply(around(i));
            }
            value[0] = product.getTrace();
        }

        @Override
        void backward() {
            RealMatrix w = source.batch.weights();
            for (int i = 0; i < letters.size(); i++) {
                RealMatrix rest = org.hipparchus.linear.MatrixUtils.createRealIdentityMatrix(w.getRowDimension());
                for (int k = 1; k < letters.size(); k++) {
                    rest = rest.multiply(around((i + k) % letters.size()));
                }
                RealMatrix slope = rest.add(rest.transpose())
                        .multiply(w)
                        .multiply(letters.get(i))
                        .scalarMultiply(adjoint[0]);
                source.batch.addWeightSlopes(slope);
            }
        }
    }
}
