package org.lossproof.montecarlo;

/**
 * Arithmetic of truncated Taylor series u_0 + u_1 s + ... + u_n s^n in doubles, in place and without allocation. The
 * recurrences are those of the Euler operator: from v = exp u, k v_k = sum_j j u_j v_(k-j), and likewise for log and
 * powers (Griewank and Walther, Evaluating Derivatives, Table 13.2).
 */
public final class Jets {
    private Jets() {}

    /** out += factor u. */
    public static void addScaled(double[] out, double factor, double[] u) {
        for (int k = 0; k < out.length; k++) {
            out[k] += factor * u[k];
        }
    }

    /** out = factor u. */
    public static void scale(double[] out, double factor, double[] u) {
        for (int k = 0; k < out.length; k++) {
            out[k] = factor * u[k];
        }
    }

    /** out = u v; {@code out} is neither u nor v. */
    public static void multiply(double[] out, double[] u, double[] v) {
        for (int k = 0; k < out.length; k++) {
            double sum = 0;
            for (int j = 0; j <= k; j++) {
                sum += u[j] * v[k - j];
            }
            out[k] = sum;
        }
    }

    /** out = exp u; {@code out} is not u. */
    public static void exp(double[] out, double[] u) {
        out[0] = u[0] == 0 ? 1 : Math.exp(u[0]);
        for (int k = 1; k < out.length; k++) {
            double sum = 0;
            for (int j = 1; j <= k; j++) {
                sum += j * u[j] * out[k - j];
            }
            out[k] = sum / k;
        }
    }

    /** out = log u, u_0 > 0; {@code out} is not u. */
    public static void log(double[] out, double[] u) {
        out[0] = u[0] == 1 ? 0 : Math.log(u[0]);
        for (int k = 1; k < out.length; k++) {
            double sum = 0;
            for (int j = 1; j < k; j++) {
                sum += j * out[j] * u[k - j];
            }
            out[k] = (u[k] - sum / k) / u[0];
        }
    }

    /** out = u^p, u_0 not 0; {@code out} is not u. */
    public static void power(double[] out, double[] u, double p) {
        out[0] = Math.pow(u[0], p);
        for (int k = 1; k < out.length; k++) {
            double sum = 0;
            for (int j = 1; j <= k; j++) {
                sum += (p * j - (k - j)) * u[j] * out[k - j];
            }
            out[k] = sum / (k * u[0]);
        }
    }

    /** out = u^n for n >= 0, also where u_0 = 0; {@code scratch} and {@code out} are not u. */
    public static void wholePower(double[] out, double[] u, int n, double[] scratch) {
        java.util.Arrays.fill(out, 0);
        out[0] = 1;
        for (int i = 0; i < n; i++) {
            multiply(scratch, out, u);
            System.arraycopy(scratch, 0, out, 0, out.length);
        }
    }
}
