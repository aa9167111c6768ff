package org.lossproof.experiment;

/** The loops over items that take the time; written so that the compiler turns them into vector instructions. */
final class Loops {
    private Loops() {}

    /** out += u. */
    static void add(double[] out, double[] u) {
        for (int j = 0; j < out.length; j++) {
            out[j] += u[j];
        }
    }

    /** out += factor u. */
    static void addScaled(double[] out, double factor, double[] u) {
        for (int j = 0; j < out.length; j++) {
            out[j] += factor * u[j];
        }
    }

    /** out += (a + factor u)^2. */
    static void addSquares(double[] out, double a, double factor, double[] u) {
        for (int j = 0; j < out.length; j++) {
            double t = a + factor * u[j];
            out[j] += t * t;
        }
    }

    /** out += g (a + factor u). */
    static void addSlopes(double[] out, double[] g, double a, double factor, double[] u) {
        for (int j = 0; j < out.length; j++) {
            out[j] += g[j] * (a + factor * u[j]);
        }
    }

    /** out += u v. */
    static void addProducts(double[] out, double[] u, double[] v) {
        for (int j = 0; j < out.length; j++) {
            out[j] += u[j] * v[j];
        }
    }

    /** sum u v, in an order of its own, the same on every machine. */
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
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int whole = u.length - 3;
        int j = 0;
        for (; j < whole; j += 4) {
            s0 += u[j];
            s1 += u[j + 1];
            s2 += u[j + 2];
            s3 += u[j + 3];
        }
        for (; j < u.length; j++) {
            s0 += u[j];
        }
        return (s0 + s1) + (s2 + s3);
    }
}
