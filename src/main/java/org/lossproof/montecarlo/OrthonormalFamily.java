package org.lossproof.montecarlo;

/**
 * Polynomials p_0 = 1, p_1, ... orthonormal under the law of a standard random number, by their recurrence t p_n = b_(n+1)
 * p_(n+1) + a_n p_n + b_n p_(n-1) (Gautschi, Orthogonal Polynomials, 2004, Tables 1.1 and 1.2).
 */
enum OrthonormalFamily {
    /** Standard normal: Hermite. */
    NORMAL {
        @Override
        double a(int n) {
            return 0;
        }

        @Override
        double b(int n) {
            return Math.sqrt(n);
        }
    },
    /** Exponential of mean 1: Laguerre. */
    EXPONENTIAL {
        @Override
        double a(int n) {
            return 2 * n + 1;
        }

        @Override
        double b(int n) {
            return n;
        }
    },
    /** Uniform on [0, 1]: shifted Legendre. */
    UNIFORM {
        @Override
        double a(int n) {
            return 0.5;
        }

        @Override
        double b(int n) {
            return n / (2 * Math.sqrt(4.0 * n * n - 1));
        }
    };

    /** a_n, the mean of t p_n^2. */
    abstract double a(int n);

    /** b_n, the mean of t p_n p_(n-1), n >= 1. */
    abstract double b(int n);

    /** c_0, ..., c_(i+j) with p_i p_j = sum c_k p_k. */
    double[] product(int i, int j) {
        int length = i + j + 2;
        double[] before = new double[length];
        double[] current = new double[length];
        current[j] = 1;
        for (int n = 0; n < i; n++) {
            double[] next = new double[length];
            for (int k = 0; k < length - 1; k++) {
                double raised = k > 0 ? b(k) * current[k - 1] : 0;
                next[k] = (raised
                                + (a(k) - a(n)) * current[k]
                                + b(k + 1) * current[k + 1]
                                - (n > 0 ? b(n) * before[k] : 0))
                        / b(n + 1);
            }
            before = current;
            current = next;
        }
        return java.util.Arrays.copyOf(current, i + j + 1);
    }
}
