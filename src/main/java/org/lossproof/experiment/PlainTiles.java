package org.lossproof.experiment;

import java.util.Arrays;

/** {@link Tiles} in plain loops; static methods for the ends of others. */
final class PlainTiles implements Tiles {
    @Override
    public void squares(double[][] out, int rows, double factor, double[] a, double w, double[][] m) {
        squares(out, 0, rows, factor, a, w, m, 0);
    }

    /** Rows from {@code first} on, items from {@code from} on. */
    static void squares(
            double[][] out, int first, int rows, double factor, double[] a, double w, double[][] m, int from) {
        for (int r = first; r < rows; r++) {
            Arrays.fill(out[r], from, out[r].length, 0);
            for (int k = 0; k < m.length; k++) {
                addSquares(out[r], a[r * m.length + k], w, m[k], from);
            }
            scale(out[r], factor, from);
        }
    }

    private static void scale(double[] out, double factor, int from) {
        for (int j = from; j < out.length; j++) {
            out[j] = factor * out[j];
        }
    }

    private static void addSquares(double[] out, double a, double w, double[] m, int from) {
        for (int j = from; j < out.length; j++) {
            double t = w * m[j] + a;
            out[j] += t * t;
        }
    }

    @Override
    public void products(double[][] out, int rows, double factor, double[] a, double[] b, double w, double[][] m) {
        products(out, 0, rows, factor, a, b, w, m, 0);
    }

    /** Rows from {@code first} on, items from {@code from} on. */
    static void products(
            double[][] out,
            int first,
            int rows,
            double factor,
            double[] a,
            double[] b,
            double w,
            double[][] m,
            int from) {
        for (int r = first; r < rows; r++) {
            Arrays.fill(out[r], from, out[r].length, 0);
            for (int k = 0; k < m.length; k++) {
                addProducts(out[r], a[r * m.length + k], b[r * m.length + k], w, m[k], from);
            }
            scale(out[r], factor, from);
        }
    }

    private static void addProducts(double[] out, double a, double b, double w, double[] m, int from) {
        for (int j = from; j < out.length; j++) {
            out[j] += (w * m[j] + b) * a;
        }
    }

    @Override
    public void dots(double[] out, int rows, double[][] s, double[] m, int d1) {
        dots(out, 0, rows, s, m, d1, 0);
    }

    /** Rows from {@code first} on, coordinates from {@code from} on. */
    static void dots(double[] out, int first, int rows, double[][] s, double[] m, int d1, int from) {
        int k = from;
        for (; k + 4 <= d1; k += 4) {
            int r = first;
            for (; r + 2 <= rows; r += 2) {
                twoByFour(out, r, s[r], s[r + 1], m, d1, k);
            }
            for (; r < rows; r++) {
                oneByFour(out, r, s[r], m, d1, k);
            }
        }
        for (; k < d1; k++) {
            for (int r = first; r < rows; r++) {
                out[r * d1 + k] = one(s[r], m, d1, k);
            }
        }
    }

    private static double one(double[] s, double[] m, int d1, int k) {
        double sum = 0;
        for (int j = 0, at = k; j < s.length; j++, at += d1) {
            sum += s[j] * m[at];
        }
        return sum;
    }

    private static void oneByFour(double[] out, int r, double[] s, double[] m, int d1, int k) {
        double t0 = 0;
        double t1 = 0;
        double t2 = 0;
        double t3 = 0;
        for (int j = 0, at = k; j < s.length; j++, at += d1) {
            double c = s[j];
            t0 += c * m[at];
            t1 += c * m[at + 1];
            t2 += c * m[at + 2];
            t3 += c * m[at + 3];
        }
        put(out, r * d1 + k, t0, t1, t2, t3);
    }

    private static void twoByFour(double[] out, int r, double[] s, double[] next, double[] m, int d1, int k) {
        double t0 = 0;
        double t1 = 0;
        double t2 = 0;
        double t3 = 0;
        double u0 = 0;
        double u1 = 0;
        double u2 = 0;
        double u3 = 0;
        for (int j = 0, at = k; j < s.length; j++, at += d1) {
            double c = s[j];
            double d = next[j];
            t0 += c * m[at];
            t1 += c * m[at + 1];
            t2 += c * m[at + 2];
            t3 += c * m[at + 3];
            u0 += d * m[at];
            u1 += d * m[at + 1];
            u2 += d * m[at + 2];
            u3 += d * m[at + 3];
        }
        put(out, r * d1 + k, t0, t1, t2, t3);
        put(out, (r + 1) * d1 + k, u0, u1, u2, u3);
    }

    private static void put(double[] out, int at, double t0, double t1, double t2, double t3) {
        out[at] = t0;
        out[at + 1] = t1;
        out[at + 2] = t2;
        out[at + 3] = t3;
    }

    @Override
    public void addOuter(double[][] out, int rows, double[][] s, double[] a) {
        addOuter(out, rows, s, a, 0);
    }

    /** Items from {@code from} on. */
    static void addOuter(double[][] out, int rows, double[][] s, double[] a, int from) {
        int d1 = out.length;
        for (int k = 0; k < d1; k++) {
            int r = 0;
            for (; r + 4 <= rows; r += 4) {
                int at = r * d1 + k;
                addFour(out[k], s, r, a[at], a[at + d1], a[at + 2 * d1], a[at + 3 * d1], from);
            }
            for (; r < rows; r++) {
                addOne(out[k], s[r], a[r * d1 + k], from);
            }
        }
    }

    private static void addOne(double[] out, double[] s, double a, int from) {
        for (int j = from; j < out.length; j++) {
            out[j] += s[j] * a;
        }
    }

    private static void addFour(
            double[] out, double[][] s, int r, double a0, double a1, double a2, double a3, int from) {
        double[] s0 = s[r];
        double[] s1 = s[r + 1];
        double[] s2 = s[r + 2];
        double[] s3 = s[r + 3];
        for (int j = from; j < out.length; j++) {
            out[j] = (((out[j] + s0[j] * a0) + s1[j] * a1) + s2[j] * a2) + s3[j] * a3;
        }
    }

    @Override
    public double largest(double[] u, int from, int to) {
        return Loops.largest(u, from, to);
    }

    @Override
    public void exp(double[] out, double[] x, double shift, double[] scratch) {
        Exponential.of(out, x, shift, scratch, 0);
    }
}
