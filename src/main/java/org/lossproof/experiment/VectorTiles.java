package org.lossproof.experiment;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link Tiles} with vectors, four rows at a time, so that what is read is used more than once. Multiplied and added apart, not
 * fused, and no sum goes across the lanes: the bits are those of {@link PlainTiles} with vectors of any length.
 */
final class VectorTiles implements Tiles {
    private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_PREFERRED;
    private static final int WIDTH = LANES.length();

    @Override
    public void squares(double[][] out, int rows, double factor, double[] a, double w, double[][] m) {
        int r = 0;
        for (; r + 4 <= rows; r += 4) {
            fourSquares(out, r, factor, a, w, m);
        }
        PlainTiles.squares(out, r, rows, factor, a, w, m, 0);
    }

    private static void fourSquares(double[][] out, int r, double factor, double[] a, double w, double[][] m) {
        int d1 = m.length;
        int at = r * d1;
        int j = 0;
        for (; j + WIDTH <= out[r].length; j += WIDTH) {
            DoubleVector t0 = DoubleVector.zero(LANES);
            DoubleVector t1 = t0;
            DoubleVector t2 = t0;
            DoubleVector t3 = t0;
            for (int k = 0; k < d1; k++) {
                DoubleVector v = DoubleVector.fromArray(LANES, m[k], j).mul(w);
                DoubleVector u = v.add(a[at + k]);
                t0 = t0.add(u.mul(u));
                u = v.add(a[at + d1 + k]);
                t1 = t1.add(u.mul(u));
                u = v.add(a[at + 2 * d1 + k]);
                t2 = t2.add(u.mul(u));
                u = v.add(a[at + 3 * d1 + k]);
                t3 = t3.add(u.mul(u));
            }
            t0.mul(factor).intoArray(out[r], j);
            t1.mul(factor).intoArray(out[r + 1], j);
            t2.mul(factor).intoArray(out[r + 2], j);
            t3.mul(factor).intoArray(out[r + 3], j);
        }
        PlainTiles.squares(out, r, r + 4, factor, a, w, m, j);
    }

    @Override
    public void products(double[][] out, int rows, double factor, double[] a, double[] b, double w, double[][] m) {
        int r = 0;
        for (; r + 4 <= rows; r += 4) {
            fourProducts(out, r, factor, a, b, w, m);
        }
        PlainTiles.products(out, r, rows, factor, a, b, w, m, 0);
    }

    private static void fourProducts(
            double[][] out, int r, double factor, double[] a, double[] b, double w, double[][] m) {
        int d1 = m.length;
        int at = r * d1;
        int j = 0;
        for (; j + WIDTH <= out[r].length; j += WIDTH) {
            DoubleVector t0 = DoubleVector.zero(LANES);
            DoubleVector t1 = t0;
            DoubleVector t2 = t0;
            DoubleVector t3 = t0;
            for (int k = 0; k < d1; k++) {
                int p = at + k;
                DoubleVector v = DoubleVector.fromArray(LANES, m[k], j).mul(w);
                t0 = t0.add(v.add(b[p]).mul(a[p]));
                t1 = t1.add(v.add(b[p + d1]).mul(a[p + d1]));
                t2 = t2.add(v.add(b[p + 2 * d1]).mul(a[p + 2 * d1]));
                t3 = t3.add(v.add(b[p + 3 * d1]).mul(a[p + 3 * d1]));
            }
            t0.mul(factor).intoArray(out[r], j);
            t1.mul(factor).intoArray(out[r + 1], j);
            t2.mul(factor).intoArray(out[r + 2], j);
            t3.mul(factor).intoArray(out[r + 3], j);
        }
        PlainTiles.products(out, r, r + 4, factor, a, b, w, m, j);
    }

    @Override
    public void dots(double[] out, int rows, double[][] s, double[] m, int d1) {
        int r = 0;
        for (; r + 4 <= rows; r += 4) {
            int k = 0;
            for (; k + 2 * WIDTH <= d1; k += 2 * WIDTH) {
                fourByTwo(out, r, s, m, d1, k);
            }
            for (; k + WIDTH <= d1; k += WIDTH) {
                fourByOne(out, r, s, m, d1, k);
            }
            PlainTiles.dots(out, r, r + 4, s, m, d1, k);
        }
        PlainTiles.dots(out, r, rows, s, m, d1, 0);
    }

    private static void fourByTwo(double[] out, int r, double[][] s, double[] m, int d1, int k) {
        double[] s0 = s[r];
        double[] s1 = s[r + 1];
        double[] s2 = s[r + 2];
        double[] s3 = s[r + 3];
        DoubleVector t0 = DoubleVector.zero(LANES);
        DoubleVector t1 = t0;
        DoubleVector t2 = t0;
        DoubleVector t3 = t0;
        DoubleVector u0 = t0;
        DoubleVector u1 = t0;
        DoubleVector u2 = t0;
        DoubleVector u3 = t0;
        for (int j = 0, at = k; j < s0.length; j++, at += d1) {
            DoubleVector v = DoubleVector.fromArray(LANES, m, at);
            DoubleVector w = DoubleVector.fromArray(LANES, m, at + WIDTH);
            t0 = t0.add(v.mul(s0[j]));
            u0 = u0.add(w.mul(s0[j]));
            t1 = t1.add(v.mul(s1[j]));
            u1 = u1.add(w.mul(s1[j]));
            t2 = t2.add(v.mul(s2[j]));
            u2 = u2.add(w.mul(s2[j]));
            t3 = t3.add(v.mul(s3[j]));
            u3 = u3.add(w.mul(s3[j]));
        }
        put(out, r * d1 + k, d1, t0, t1, t2, t3);
        put(out, r * d1 + k + WIDTH, d1, u0, u1, u2, u3);
    }

    private static void fourByOne(double[] out, int r, double[][] s, double[] m, int d1, int k) {
        double[] s0 = s[r];
        double[] s1 = s[r + 1];
        double[] s2 = s[r + 2];
        double[] s3 = s[r + 3];
        DoubleVector t0 = DoubleVector.zero(LANES);
        DoubleVector t1 = t0;
        DoubleVector t2 = t0;
        DoubleVector t3 = t0;
        for (int j = 0, at = k; j < s0.length; j++, at += d1) {
            DoubleVector v = DoubleVector.fromArray(LANES, m, at);
            t0 = t0.add(v.mul(s0[j]));
            t1 = t1.add(v.mul(s1[j]));
            t2 = t2.add(v.mul(s2[j]));
            t3 = t3.add(v.mul(s3[j]));
        }
        put(out, r * d1 + k, d1, t0, t1, t2, t3);
    }

    private static void put(
            double[] out, int at, int d1, DoubleVector t0, DoubleVector t1, DoubleVector t2, DoubleVector t3) {
        t0.intoArray(out, at);
        t1.intoArray(out, at + d1);
        t2.intoArray(out, at + 2 * d1);
        t3.intoArray(out, at + 3 * d1);
    }

    @Override
    public void addOuter(double[][] out, int rows, double[][] s, double[] a) {
        if (rows == Rows.MOST) {
            addEight(out, s, a);
        } else {
            PlainTiles.addOuter(out, rows, s, a, 0);
        }
    }

    private static void addEight(double[][] out, double[][] s, double[] a) {
        int d1 = out.length;
        int j = 0;
        for (; j + WIDTH <= s[0].length; j += WIDTH) {
            DoubleVector s0 = DoubleVector.fromArray(LANES, s[0], j);
            DoubleVector s1 = DoubleVector.fromArray(LANES, s[1], j);
            DoubleVector s2 = DoubleVector.fromArray(LANES, s[2], j);
            DoubleVector s3 = DoubleVector.fromArray(LANES, s[3], j);
            DoubleVector s4 = DoubleVector.fromArray(LANES, s[4], j);
            DoubleVector s5 = DoubleVector.fromArray(LANES, s[5], j);
            DoubleVector s6 = DoubleVector.fromArray(LANES, s[6], j);
            DoubleVector s7 = DoubleVector.fromArray(LANES, s[7], j);
            for (int k = 0; k < d1; k++) {
                DoubleVector.fromArray(LANES, out[k], j)
                        .add(s0.mul(a[k]))
                        .add(s1.mul(a[d1 + k]))
                        .add(s2.mul(a[2 * d1 + k]))
                        .add(s3.mul(a[3 * d1 + k]))
                        .add(s4.mul(a[4 * d1 + k]))
                        .add(s5.mul(a[5 * d1 + k]))
                        .add(s6.mul(a[6 * d1 + k]))
                        .add(s7.mul(a[7 * d1 + k]))
                        .intoArray(out[k], j);
            }
        }
        PlainTiles.addOuter(out, Rows.MOST, s, a, j);
    }

    @Override
    public double largest(double[] u, int from, int to) {
        DoubleVector most = DoubleVector.broadcast(LANES, Double.NEGATIVE_INFINITY);
        int j = from;
        for (; j + WIDTH <= to; j += WIDTH) {
            DoubleVector v = DoubleVector.fromArray(LANES, u, j);
            most = most.blend(v, v.compare(VectorOperators.GT, most));
        }
        double out = Loops.largest(u, j, to);
        for (int lane = 0; lane < WIDTH; lane++) {
            out = Math.max(out, most.lane(lane));
        }
        return out;
    }

    @Override
    public void exp(double[] out, double[] x, double shift, double[] scratch) {
        int j = 0;
        for (; j + WIDTH <= out.length; j += WIDTH) {
            DoubleVector u = DoubleVector.fromArray(LANES, x, j).sub(shift);
            DoubleVector k = u.mul(Exponential.LOG2E).add(Exponential.ROUND);
            DoubleVector n = k.sub(Exponential.ROUND);
            DoubleVector r = u.sub(n.mul(Exponential.LOG2_HIGH)).sub(n.mul(Exponential.LOG2_LOW));
            DoubleVector p = r.mul(Exponential.C13).add(Exponential.C12);
            p = p.mul(r).add(Exponential.C11);
            p = p.mul(r).add(Exponential.C10);
            p = p.mul(r).add(Exponential.C9);
            p = p.mul(r).add(Exponential.C8);
            p = p.mul(r).add(Exponential.C7);
            p = p.mul(r).add(Exponential.C6);
            p = p.mul(r).add(Exponential.C5);
            p = p.mul(r).add(Exponential.C4);
            p = p.mul(r).add(Exponential.C3);
            p = p.mul(r).add(0.5);
            p = r.add(r.mul(r).mul(p)).add(1);
            p = k.reinterpretAsLongs()
                    .lanewise(VectorOperators.LSHL, Exponential.MANTISSA)
                    .add(p.reinterpretAsLongs())
                    .reinterpretAsDoubles();
            p.intoArray(out, j);
            boolean plain = n.compare(VectorOperators.GE, Exponential.LEAST)
                    .and(n.compare(VectorOperators.LE, Double.MAX_EXPONENT))
                    .allTrue();
            if (!plain) {
                Exponential.outside(out, x, shift, j, j + WIDTH);
            }
        }
        Exponential.of(out, x, shift, scratch, j);
    }
}
