package org.lossproof.benchmark;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * A full-batch InfoNCE step (loss and gradient by W) written by hand for this loss alone, d = 32, N = 1,000: the yardstick for what
 * is compiled from definitions. Squared distances by inner products, fused multiply-add, exponentials in registers.
 */
final class InfonceByHand {
    private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_PREFERRED;
    private static final int WIDTH = LANES.length();
    private static final int D = 32;
    private static final int ITEMS = 1000;
    private static final int PARTS = 8;
    private static final int ROWS = 4;
    private static final double LOG2E = 1.4426950408889634;
    private static final double LOG2_HIGH = 0x1.62e42fee00000p-1;
    private static final double LOG2_LOW = 0x1.a39ef35793c76p-33;
    private static final double ROUND = 0x1.8p52;

    private final double[][] x = new double[D][ITEMS];
    private final double[][] other = new double[D][ITEMS];
    private final double[] xByItem = new double[ITEMS * D];
    private final double[] otherByItem = new double[ITEMS * D];
    private final double[] w = new double[D * D];
    private final double[][] f = new double[D][ITEMS];
    private final double[][] g = new double[D][ITEMS];
    private final double[] byItem = new double[ITEMS * D];
    private final double[] halfSquares = new double[ITEMS];
    private final Part[] parts = new Part[PARTS];
    private double loss;

    private static final class Part {
        private final double[][] e = new double[ROWS][ITEMS];
        private final double[][] slopes = new double[D][ITEMS];
        private final double[] columns = new double[ITEMS];
        private final double[] a = new double[ROWS * D];
        private final double[] dots = new double[ROWS * D];
        private double loss;
    }

    InfonceByHand() {
        Random random = new Random(1);
        for (int k = 0; k < D; k++) {
            for (int j = 0; j < ITEMS; j++) {
                double datum = random.nextGaussian();
                x[k][j] = datum + random.nextGaussian();
                other[k][j] = datum + random.nextGaussian();
                xByItem[j * D + k] = x[k][j];
                otherByItem[j * D + k] = other[k][j];
            }
        }
        for (int p = 0; p < w.length; p++) {
            w[p] = random.nextGaussian() / Math.sqrt(D);
        }
        Arrays.setAll(parts, p -> new Part());
    }

    void run(Runnable stepDone) {
        while (true) {
            double[] gradient = step();
            for (int p = 0; p < w.length; p++) {
                w[p] -= 1e-4 * gradient[p];
            }
            stepDone.run();
        }
    }

    /** The largest difference between the gradient and central differences in a few entries of W, relative to the largest entry. */
    double error() {
        double[] gradient = step().clone();
        double largest = Arrays.stream(gradient).map(Math::abs).max().orElseThrow();
        double worst = 0;
        for (int p = 0; p < w.length; p += 101) {
            double h = 1e-4;
            double before = w[p];
            w[p] = before + h;
            step();
            double up = loss;
            w[p] = before - h;
            step();
            w[p] = before;
            worst = Math.max(worst, Math.abs((up - loss) / (2 * h) - gradient[p]) / largest);
        }
        return worst;
    }

    private double[] step() {
        apply(f, x);
        apply(g, other);
        Arrays.fill(halfSquares, 0);
        for (int k = 0; k < D; k++) {
            for (int j = 0; j < ITEMS; j++) {
                halfSquares[j] += 0.5 * f[k][j] * f[k][j];
                byItem[j * D + k] = f[k][j];
            }
        }
        IntStream.range(0, PARTS).parallel().forEach(p -> part(parts[p], p * ITEMS / PARTS, (p + 1) * ITEMS / PARTS));
        double[][] byF = new double[D][ITEMS];
        double[][] byG = new double[D][ITEMS];
        loss = Arrays.stream(parts).mapToDouble(p -> p.loss).sum();
        for (int k = 0; k < D; k++) {
            for (Part part : parts) {
                for (int j = 0; j < ITEMS; j++) {
                    byF[k][j] += part.slopes[k][j];
                }
            }
            for (int j = 0; j < ITEMS; j++) {
                double difference = (f[k][j] - g[k][j]) / ITEMS;
                loss += 0.5 * difference * difference * ITEMS;
                byF[k][j] += difference;
                byG[k][j] = -difference;
            }
        }
        double[] gradient = new double[D * D];
        double[] rows = new double[ROWS * D];
        for (int k = 0; k < D; k += ROWS) {
            dots(rows, Arrays.copyOfRange(byF, k, k + ROWS), xByItem);
            add(gradient, k * D, rows);
            dots(rows, Arrays.copyOfRange(byG, k, k + ROWS), otherByItem);
            add(gradient, k * D, rows);
        }
        return gradient;
    }

    private static void add(double[] out, int at, double[] u) {
        for (int p = 0; p < u.length; p++) {
            out[at + p] += u[p];
        }
    }

    private void apply(double[][] out, double[][] in) {
        for (int k = 0; k < D; k++) {
            Arrays.fill(out[k], 0);
            for (int m = 0; m < D; m++) {
                double c = w[k * D + m];
                for (int j = 0; j < ITEMS; j++) {
                    out[k][j] += c * in[m][j];
                }
            }
        }
    }

    /** log mean exp(-|f_i - f_j|^2 / 2) over j != i for four i at a time, and what it gives to the slopes. */
    private void part(Part part, int from, int to) {
        Arrays.stream(part.slopes).forEach(row -> Arrays.fill(row, 0));
        Arrays.fill(part.columns, 0);
        part.loss = 0;
        for (int i = from; i < to; i += ROWS) {
            // The last block starts earlier, its first rows counted already.
            int first = Math.min(i, to - ROWS);
            for (int r = 0; r < ROWS; r++) {
                for (int k = 0; k < D; k++) {
                    part.a[r * D + k] = f[k][first + r];
                }
            }
            exponents(part.e, part.a);
            for (int r = 0; r < ROWS; r++) {
                row(part, r, first + r, first + r < i);
            }
            dots(part.dots, part.e, byItem);
            addOuter(part.slopes, part.e, part.a);
            for (int r = 0; r < ROWS; r++) {
                double all = first + r < i ? 0 : 1.0 / ITEMS;
                for (int k = 0; k < D; k++) {
                    part.slopes[k][first + r] += part.dots[r * D + k] - all * part.a[r * D + k];
                }
                add(part.columns, 0, part.e[r]);
            }
        }
        for (int k = 0; k < D; k++) {
            for (int j = 0; j < ITEMS; j++) {
                part.slopes[k][j] -= part.columns[j] * f[k][j];
            }
        }
    }

    /** <f_i, f_j> - |f_j|^2 / 2. */
    private void exponents(double[][] out, double[] a) {
        for (int j = 0; j < ITEMS; j += WIDTH) {
            DoubleVector t0 = DoubleVector.fromArray(LANES, halfSquares, j).neg();
            DoubleVector t1 = t0;
            DoubleVector t2 = t0;
            DoubleVector t3 = t0;
            for (int k = 0; k < D; k++) {
                DoubleVector v = DoubleVector.fromArray(LANES, f[k], j);
                t0 = v.fma(DoubleVector.broadcast(LANES, a[k]), t0);
                t1 = v.fma(DoubleVector.broadcast(LANES, a[D + k]), t1);
                t2 = v.fma(DoubleVector.broadcast(LANES, a[2 * D + k]), t2);
                t3 = v.fma(DoubleVector.broadcast(LANES, a[3 * D + k]), t3);
            }
            t0.intoArray(out[0], j);
            t1.intoArray(out[1], j);
            t2.intoArray(out[2], j);
            t3.intoArray(out[3], j);
        }
    }

    /** Exponents to weights exp(..) / sum / N, 0 for the item itself; a row that was counted already is 0. */
    private void row(Part part, int r, int item, boolean counted) {
        double[] e = part.e[r];
        e[item] = Double.NEGATIVE_INFINITY;
        DoubleVector most = DoubleVector.broadcast(LANES, Double.NEGATIVE_INFINITY);
        for (int j = 0; j < ITEMS; j += WIDTH) {
            most = most.max(DoubleVector.fromArray(LANES, e, j));
        }
        double shift = most.reduceLanes(VectorOperators.MAX);
        e[item] = shift;
        DoubleVector sums = DoubleVector.zero(LANES);
        for (int j = 0; j < ITEMS; j += WIDTH) {
            DoubleVector v = exp(DoubleVector.fromArray(LANES, e, j).sub(shift).max(-700));
            v.intoArray(e, j);
            sums = sums.add(v);
        }
        double sum = sums.reduceLanes(VectorOperators.ADD) - e[item];
        e[item] = 0;
        double scale = counted ? 0 : 1.0 / (sum * ITEMS);
        for (int j = 0; j < ITEMS; j++) {
            e[j] *= scale;
        }
        part.loss += counted ? 0 : (Math.log(sum / (ITEMS - 1)) + shift - halfSquares[item]) / ITEMS;
    }

    private static DoubleVector exp(DoubleVector u) {
        DoubleVector k = u.mul(LOG2E).add(ROUND);
        DoubleVector n = k.sub(ROUND);
        DoubleVector r = u.sub(n.mul(LOG2_HIGH)).sub(n.mul(LOG2_LOW));
        DoubleVector p = DoubleVector.broadcast(LANES, 1.0 / 6227020800L);
        long factorial = 6227020800L;
        for (int c = 13; c > 2; c--) {
            factorial /= c;
            p = p.fma(r, DoubleVector.broadcast(LANES, 1.0 / factorial));
        }
        p = p.fma(r.mul(r), r).add(1);
        return k.reinterpretAsLongs()
                .lanewise(VectorOperators.LSHL, 52)
                .add(p.reinterpretAsLongs())
                .reinterpretAsDoubles();
    }

    private static void dots(double[] out, double[][] s, double[] m) {
        double[] s0 = s[0];
        double[] s1 = s[1];
        double[] s2 = s[2];
        double[] s3 = s[3];
        for (int k = 0; k < D; k += 2 * WIDTH) {
            DoubleVector t0 = DoubleVector.zero(LANES);
            DoubleVector t1 = t0;
            DoubleVector t2 = t0;
            DoubleVector t3 = t0;
            DoubleVector u0 = t0;
            DoubleVector u1 = t0;
            DoubleVector u2 = t0;
            DoubleVector u3 = t0;
            for (int j = 0, at = k; j < ITEMS; j++, at += D) {
                DoubleVector v = DoubleVector.fromArray(LANES, m, at);
                DoubleVector u = DoubleVector.fromArray(LANES, m, at + WIDTH);
                DoubleVector c = DoubleVector.broadcast(LANES, s0[j]);
                t0 = c.fma(v, t0);
                u0 = c.fma(u, u0);
                c = DoubleVector.broadcast(LANES, s1[j]);
                t1 = c.fma(v, t1);
                u1 = c.fma(u, u1);
                c = DoubleVector.broadcast(LANES, s2[j]);
                t2 = c.fma(v, t2);
                u2 = c.fma(u, u2);
                c = DoubleVector.broadcast(LANES, s3[j]);
                t3 = c.fma(v, t3);
                u3 = c.fma(u, u3);
            }
            t0.intoArray(out, k);
            t1.intoArray(out, k + D);
            t2.intoArray(out, k + 2 * D);
            t3.intoArray(out, k + 3 * D);
            u0.intoArray(out, k + WIDTH);
            u1.intoArray(out, k + D + WIDTH);
            u2.intoArray(out, k + 2 * D + WIDTH);
            u3.intoArray(out, k + 3 * D + WIDTH);
        }
    }

    private static void addOuter(double[][] out, double[][] s, double[] a) {
        for (int j = 0; j < ITEMS; j += WIDTH) {
            DoubleVector s0 = DoubleVector.fromArray(LANES, s[0], j);
            DoubleVector s1 = DoubleVector.fromArray(LANES, s[1], j);
            DoubleVector s2 = DoubleVector.fromArray(LANES, s[2], j);
            DoubleVector s3 = DoubleVector.fromArray(LANES, s[3], j);
            for (int k = 0; k < D; k++) {
                DoubleVector v = DoubleVector.fromArray(LANES, out[k], j);
                v = s0.fma(DoubleVector.broadcast(LANES, a[k]), v);
                v = s1.fma(DoubleVector.broadcast(LANES, a[D + k]), v);
                v = s2.fma(DoubleVector.broadcast(LANES, a[2 * D + k]), v);
                v = s3.fma(DoubleVector.broadcast(LANES, a[3 * D + k]), v);
                v.intoArray(out[k], j);
            }
        }
    }
}
