package org.lossproof.montecarlo;

import org.lossproof.tolerance.Tolerance;

/**
 * Catoni's estimate of a mean whose variance is known or bounded.
 *
 * <p>Theorem (Catoni, Challenging the empirical mean and empirical variance: a deviation study, Annales de l'IHP 48,
 * 2012, Proposition 2.4). Let Y_1, ..., Y_n be independent and identically distributed with mean m and a variance of at
 * most v. Let psi be nondecreasing with -log(1 - x + x^2/2) <= psi(x) <= log(1 + x + x^2/2), L = log(1/e) for 0 < e <
 * 1/2, n > 2 L,
 *
 * <pre>h = sqrt(2 v L / (n - 2 L)),   alpha = sqrt(2 L / (n (v + h^2)))</pre>
 *
 * and t the root of r(t) = sum psi(alpha (Y_i - t)). Then |t - m| <= h with probability 1 - 2 e at least, for every law.
 *
 * <p>Proof. For any number t, E exp(r(t)) <= (1 + alpha (m - t) + alpha^2 (v + (m - t)^2) / 2)^n <= exp(n alpha (m - t) + n
 * alpha^2 (v + (m - t)^2) / 2), so by Markov r(t) is below that exponent plus L with probability 1 - e. At t = m + d the
 * bound is n alpha times alpha d^2 / 2 - d + alpha v / 2 + L / (n alpha), which vanishes at d = (alpha v + 2 L / (n alpha))
 * / (1 + sqrt(1 - alpha^2 v - 2 L / n)), the {@link #deviation}; there r <= 0, so the root lies below m + d. The other side
 * is the same. With alpha as above d = h: alpha^2 (v + h^2) = 2 L / n turns the equation into 2 L / (n alpha) = h.
 *
 * <p>psi(x) = x - x^3/6 up to |x| = sqrt 2 and constant beyond (Catoni and Giulini, arXiv:1712.02747, 2017) is admitted:
 * on the right of 0 the derivative of log(1 + x + x^2/2) - psi(x) is x^3 (2 + x) / (4 (1 + x + x^2/2)) >= 0, on the left it
 * is <= 0 as far as -sqrt 2, and beyond psi = -2 sqrt 2 / 3 < -log 2; psi is odd.
 *
 * @param variance v >= 0
 * @param samples n
 * @param rate 2 e, in (0, 1)
 */
record CatoniMean(double variance, long samples, double rate) {
    private static final double EDGE = Math.sqrt(2);
    private static final double HIGHEST = 2 * EDGE / 3;
    private static final int MOST_STEPS = 200;

    CatoniMean {
        if (!(variance >= 0) || !(rate > 0 && rate < 1) || samples < leastSamples(rate)) {
            throw new IllegalArgumentException("Catoni's estimate at rate " + rate + " needs a finite variance and "
                    + leastSamples(rate) + " samples, not " + samples);
        }
    }

    /** The smallest n > 2 log(2 / rate), with room to spare. */
    static long leastSamples(double rate) {
        return (long) Math.ceil(4 * logarithm(rate));
    }

    private static double logarithm(double rate) {
        return Math.log(2 / rate);
    }

    /** h: the estimate is off by more with probability {@code rate} at most. */
    double halfWidth() {
        double l = logarithm(rate);
        return Math.sqrt(2 * variance * l / (samples - 2 * l));
    }

    /** alpha; infinite without variance. */
    double scale() {
        double h = halfWidth();
        return Math.sqrt(2 * logarithm(rate) / (samples * (variance + h * h)));
    }

    /** d: the same estimate is off to one given side by more with probability {@code oneSided} at most. */
    double deviation(double oneSided) {
        if (variance == 0) {
            return 0;
        }
        double l = Math.log(1 / oneSided);
        double inside = 1 - scale() * scale() * variance - 2 * l / samples;
        return inside < 0
                ? Double.POSITIVE_INFINITY
                : (scale() * variance + 2 * l / (samples * scale())) / (1 + Math.sqrt(inside));
    }

    /** A number that is off by this or more is inside the interval with probability {@code falsePass} at most. */
    double detectable(double falsePass) {
        return halfWidth() + deviation(falsePass);
    }

    /** The root of sum psi(alpha (y - t)), by Newton's method inside a bracket. */
    double estimate(double[] y) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        double sum = 0;
        for (double value : y) {
            low = Math.min(low, value);
            high = Math.max(high, value);
            sum += value;
        }
        double t = Math.min(high, Math.max(low, sum / y.length));
        double alpha = scale();
        double tolerance = Tolerance.ROBUST_MEAN * halfWidth();
        for (int step = 0; step < MOST_STEPS && variance > 0 && high - low > tolerance; step++) {
            double r = 0;
            double slope = 0;
            for (double value : y) {
                double x = alpha * (value - t);
                r += psi(x);
                slope += Math.abs(x) < EDGE ? 1 - x * x / 2 : 0;
            }
            low = r >= 0 ? t : low;
            high = r <= 0 ? t : high;
            double newton = slope > 0 ? t + r / (slope * alpha) : Double.NaN;
            double next = newton > low && newton < high ? newton : low + (high - low) / 2;
            if (Math.abs(next - t) <= tolerance) {
                return next;
            }
            t = next;
        }
        return t;
    }

    static double psi(double x) {
        return x >= EDGE ? HIGHEST : x <= -EDGE ? -HIGHEST : x - x * x * x / 6;
    }
}
