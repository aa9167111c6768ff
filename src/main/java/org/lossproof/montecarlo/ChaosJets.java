package org.lossproof.montecarlo;

/**
 * Truncated Taylor series whose coefficients are random; u_0 is a constant. The recurrences are those of {@link Jets}.
 *
 * @param basis of the coefficients
 */
record ChaosJets(ChaosBasis basis) {
    static Chaos[] constant(double value, int place, int length) {
        Chaos[] out = new Chaos[length];
        java.util.Arrays.fill(out, Chaos.ZERO);
        if (place < length) {
            out[place] = Chaos.constant(value);
        }
        return out;
    }

    static void addScaled(Chaos[] out, double factor, Chaos[] u) {
        for (int k = 0; k < out.length; k++) {
            out[k] = out[k].plus(factor, u[k]);
        }
    }

    Chaos[] multiply(Chaos[] u, Chaos[] v) {
        Chaos[] out = constant(0, 0, u.length);
        for (int k = 0; k < u.length; k++) {
            for (int j = 0; j <= k; j++) {
                out[k] = out[k].plus(1, u[j].times(v[k - j], basis));
            }
        }
        return out;
    }

    Chaos[] exp(Chaos[] u) {
        Chaos[] out = constant(Math.exp(u[0].mean()), 0, u.length);
        for (int k = 1; k < u.length; k++) {
            for (int j = 1; j <= k; j++) {
                out[k] = out[k].plus((double) j / k, u[j].times(out[k - j], basis));
            }
        }
        return out;
    }

    Chaos[] log(Chaos[] u) {
        double first = u[0].mean();
        Chaos[] out = constant(Math.log(first), 0, u.length);
        for (int k = 1; k < u.length; k++) {
            Chaos sum = u[k];
            for (int j = 1; j < k; j++) {
                sum = sum.plus(-(double) j / k, out[j].times(u[k - j], basis));
            }
            out[k] = sum.times(1 / first);
        }
        return out;
    }

    Chaos[] power(Chaos[] u, double p) {
        double first = u[0].mean();
        Chaos[] out = constant(Math.pow(first, p), 0, u.length);
        for (int k = 1; k < u.length; k++) {
            for (int j = 1; j <= k; j++) {
                double factor = (p * j - (k - j)) / (k * first);
                out[k] = out[k].plus(factor, u[j].times(out[k - j], basis));
            }
        }
        return out;
    }

    Chaos[] wholePower(Chaos[] u, int n) {
        Chaos[] out = constant(1, 0, u.length);
        for (int i = 0; i < n; i++) {
            out = multiply(out, u);
        }
        return out;
    }
}
