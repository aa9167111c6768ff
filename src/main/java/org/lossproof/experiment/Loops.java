package org.lossproof.experiment;

import java.util.Arrays;

/**
 * The loops over items that take the time; written so that the compiler turns them into vector instructions. Their order of
 * addition is their own, and the same on every machine.
 */
final class Loops {
    private Loops() {}

    /** out += u. */
    static void add(double[] out, double[] u) {
        for (int j = 0; j < out.length; j++) {
            out[j] += u[j];
        }
    }

    /** out = factor u. */
    static void scale(double[] out, double factor, double[] u) {
        for (int j = 0; j < out.length; j++) {
            out[j] = factor * u[j];
        }
    }

    /** out += factor u. */
    static void addScaled(double[] out, double factor, double[] u) {
        for (int j = 0; j < out.length; j++) {
            out[j] += factor * u[j];
        }
    }

    /** out += u v. */
    static void addProducts(double[] out, double[] u, double[] v) {
        for (int j = 0; j < out.length; j++) {
            out[j] += u[j] * v[j];
        }
    }

    /** out = u v, where either may be one number for all. */
    static void multiply(double[] out, double[] u, double[] v) {
        if (u.length < out.length && v.length < out.length) {
            Arrays.fill(out, u[0] * v[0]);
        } else if (u.length < out.length) {
            scale(out, u[0], v);
        } else if (v.length < out.length) {
            scale(out, v[0], u);
        } else {
            for (int j = 0; j < out.length; j++) {
                out[j] = u[j] * v[j];
            }
        }
    }

    /** The largest of a range; what is no number is left out. */
    static double largest(double[] u, int from, int to) {
        double m0 = Double.NEGATIVE_INFINITY;
        double m1 = m0;
        double m2 = m0;
        double m3 = m0;
        int j = from;
        for (; j < to - 3; j += 4) {
            m0 = u[j] > m0 ? u[j] : m0;
            m1 = u[j + 1] > m1 ? u[j + 1] : m1;
            m2 = u[j + 2] > m2 ? u[j + 2] : m2;
            m3 = u[j + 3] > m3 ? u[j + 3] : m3;
        }
        for (; j < to; j++) {
            m0 = u[j] > m0 ? u[j] : m0;
        }
        return Math.max(Math.max(m0, m1), Math.max(m2, m3));
    }

    /** sum u v. */
    static double dot(double[] u, double[] v) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int whole = u.length - 3;
        int j = 0;
        for (; j < whole; j += 4) {
            s0 += u[j] * v[j];
            s1 += u[j + 1] * v[j + 1];
            s2 += u[j + 2] * v[j + 2];
            s3 += u[j + 3] * v[j + 3];
        }
        for (; j < u.length; j++) {
            s0 += u[j] * v[j];
        }
        return (s0 + s1) + (s2 + s3);
    }

    static double sum(double[] u) {
        return sum(u, 0, u.length);
    }

    /** The sum of a range. */
    static double sum(double[] u, int from, int to) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int j = from;
        for (; j < to - 3; j += 4) {
            s0 += u[j];
            s1 += u[j + 1];
            s2 += u[j + 2];
            s3 += u[j + 3];
        }
        for (; j < to; j++) {
            s0 += u[j];
        }
        return (s0 + s1) + (s2 + s3);
    }
}
