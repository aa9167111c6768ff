package org.lossproof.experiment;

import java.util.Arrays;
import java.util.List;
import org.hipparchus.linear.RealMatrix;

/** The kinds of {@link Cell} that read the representations of a {@link Batch}, or its weights. */
final class ReadingCells {
    private ReadingCells() {}

    /** A coordinate. */
    static final class Coordinate extends Cell {
        private final Combined vector;
        private final int k;

        Coordinate(Rows rows, Combined vector, int k, int items) {
            super(rows, vector.isMany() ? items : 1);
            this.vector = vector;
            this.k = k;
        }

        @Override
        void forward() {
            for (int r = 0; r < rows.count; r++) {
                vector.coordinate(value[r], r, k);
            }
        }

        @Override
        void backward() {
            for (int r = 0; r < rows.count; r++) {
                vector.passCoordinate(r, k, adjoint[r]);
            }
        }
    }

    /** A multiple of |u|^2. */
    static final class SquaredNorm extends Cell {
        private final double factor;
        private final Combined u;
        private final double[] slopes;

        SquaredNorm(Rows rows, double factor, Combined u, int items) {
            super(rows, u.isMany() ? items : 1);
            this.factor = factor;
            this.u = u;
            this.slopes = new double[rows.most() * u.d1()];
        }

        @Override
        Cell times(double more) {
            return new SquaredNorm(rows, more * factor, u, size());
        }

        @Override
        void forward() {
            double[] a = u.readSingle();
            if (u.isMany()) {
                Tiles.BEST.squares(value, rows.count, factor, a, u.weight(), u.many());
                return;
            }
            for (int r = 0; r < rows.count; r++) {
                value[r][0] = factor * row(a, a, r, u.d1());
            }
        }

        /** d|a + w m|^2 = 2 (a + w m)(da + w dm). */
        @Override
        void backward() {
            double[] a = u.single();
            Arrays.fill(slopes, 0);
            u.passSquares(slopes, 2 * factor, adjoint);
            if (u.hasSingle()) {
                for (int r = 0; r < rows.count; r++) {
                    double all = 2 * factor * Loops.sum(adjoint[r]);
                    for (int p = r * u.d1(); p < (r + 1) * u.d1(); p++) {
                        slopes[p] += all * a[p];
                    }
                }
                u.passSingle(slopes);
            }
        }
    }

    private static double row(double[] a, double[] b, int r, int d1) {
        double sum = 0;
        for (int k = 0; k < d1; k++) {
            sum += a[r * d1 + k] * b[r * d1 + k];
        }
        return sum;
    }

    /** A multiple of the inner product of a combination that is the same for all items with another. */
    static final class Inner extends Cell {
        private final double factor;
        private final Combined left;
        private final Combined right;
        private final double[] ofLeft;
        private final double[] ofRight;

        Inner(Rows rows, double factor, Combined left, Combined right, int items) {
            super(rows, right.isMany() ? items : 1);
            this.factor = factor;
            this.left = left;
            this.right = right;
            this.ofLeft = new double[rows.most() * left.d1()];
            this.ofRight = new double[ofLeft.length];
        }

        @Override
        Cell times(double more) {
            return new Inner(rows, more * factor, left, right, size());
        }

        @Override
        void forward() {
            double[] a = left.readSingle();
            double[] b = right.readSingle();
            if (right.isMany()) {
                Tiles.BEST.products(value, rows.count, factor, a, b, right.weight(), right.many());
                return;
            }
            for (int r = 0; r < rows.count; r++) {
                value[r][0] = factor * row(a, b, r, left.d1());
            }
        }

        @Override
        void backward() {
            int d1 = left.d1();
            double[] a = left.single();
            double[] b = right.single();
            Arrays.fill(ofLeft, 0);
            right.passProducts(ofLeft, factor, adjoint, a);
            for (int r = 0; r < rows.count; r++) {
                double all = factor * Loops.sum(adjoint[r]);
                for (int p = r * d1; p < (r + 1) * d1; p++) {
                    ofLeft[p] += all * b[p];
                    ofRight[p] = all * a[p];
                }
            }
            right.passSingle(ofRight);
            left.passSingle(ofLeft);
        }
    }

    /** An inner product of two combinations of which both differ from item to item. */
    static final class InnerOfItems extends Cell {
        private final Combined left;
        private final Combined right;
        private final double[] ofLeft;
        private final double[] ofRight;
        private final double[] scratch;

        InnerOfItems(Rows rows, Combined left, Combined right, int items) {
            super(rows, items);
            this.left = left;
            this.right = right;
            this.ofLeft = new double[items];
            this.ofRight = new double[items];
            this.scratch = new double[items];
        }

        @Override
        void forward() {
            for (int r = 0; r < rows.count; r++) {
                Arrays.fill(value[r], 0);
                for (int k = 0; k < left.d1(); k++) {
                    left.coordinate(ofLeft, r, k);
                    right.coordinate(ofRight, r, k);
                    Loops.addProducts(value[r], ofLeft, ofRight);
                }
            }
        }

        @Override
        void backward() {
            for (int r = 0; r < rows.count; r++) {
                for (int k = 0; k < left.d1(); k++) {
                    left.coordinate(ofLeft, r, k);
                    right.coordinate(ofRight, r, k);
                    Loops.multiply(scratch, adjoint[r], ofRight);
                    left.passCoordinate(r, k, scratch);
                    Loops.multiply(scratch, adjoint[r], ofLeft);
                    right.passCoordinate(r, k, scratch);
                }
            }
        }
    }

    /** Tr[K_1 ... K_n], K_i = W M_i W'; the derivative by W is sum_i (P_i + P_i') W M_i, P_i the product from i + 1 around to i - 1. */
    static final class Trace extends Cell {
        private final Combined.Source source;
        private final List<RealMatrix> letters;

        /** @param letters M_1, ..., M_n: d0 x d0, symmetric */
        Trace(Combined.Source source, Rows rows, List<RealMatrix> letters) {
            super(rows, 1);
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
            for (int r = 0; r < rows.count; r++) {
                value[r][0] = product.getTrace();
            }
        }

        @Override
        void backward() {
            RealMatrix w = source.batch.weights();
            double given = 0;
            for (int r = 0; r < rows.count; r++) {
                given += adjoint[r][0];
            }
            for (int i = 0; i < letters.size(); i++) {
                RealMatrix rest = org.hipparchus.linear.MatrixUtils.createRealIdentityMatrix(w.getRowDimension());
                for (int k = 1; k < letters.size(); k++) {
                    rest = rest.multiply(around((i + k) % letters.size()));
                }
                RealMatrix slope = rest.add(rest.transpose())
                        .multiply(w)
                        .multiply(letters.get(i))
                        .scalarMultiply(given);
                source.batch.addWeightSlopes(slope);
            }
        }
    }
}
