package org.lossproof.landscape;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.lossproof.loss.InputException;

/**
 * Enumerates the stationary points of {@link ExactInfoNceLandscape} for commuting covariances. Whitened, L = Tr[V Gamma V']
 * + beta tr phi(VV') with Gamma = diag(gamma_i), gamma_i = c_i/(a_i + c_i), and half the Hessian at a mask is: gamma_j -
 * beta for a free row and a collapsed mode, gamma_j - gamma_i for the row of mode i, 0 and beta D_ij (h_i + h_j) for a pair
 * of active modes with D_ij the divided difference of phi', and 2 beta h_i phi''(h_i) for the length of a row.
 */
final class ExactStationaryPoints {
    private final List<Double> a;
    private final List<Double> c;
    private final double beta;
    private final int d1;
    private final int flatModes;
    private final List<StationaryPoint> points = new ArrayList<>();

    ExactStationaryPoints(List<Double> a, List<Double> c, double beta, int d1) {
        this.a = a;
        this.c = c;
        this.beta = beta;
        this.d1 = d1;
        this.flatModes = (int) java.util.stream.IntStream.range(0, a.size())
                .filter(i -> !inRange(i))
                .count();
    }

    Enumeration enumerate() {
        extend(new int[a.size()], 0, 0);
        boolean bounded = true;
        for (int i = 0; i < a.size(); i++) {
            bounded &= !inRange(i) || c.get(i) > 0;
        }
        return new Enumeration(points, List.of(), bounded);
    }

    private boolean inRange(int i) {
        return a.get(i) + c.get(i) > 0;
    }

    private double gamma(int i) {
        return c.get(i) / (a.get(i) + c.get(i));
    }

    private boolean canBeActive(int i) {
        return inRange(i) && c.get(i) > 0 && gamma(i) < beta * (1 - 1e-12);
    }

    private void extend(int[] mask, int from, int ones) {
        if (points.size() > StationaryPoints.LIMIT) {
            throw new InputException("more than " + StationaryPoints.LIMIT + " stationary points; give fewer modes");
        }
        if (from == mask.length) {
            add(mask);
            return;
        }
        if (ones < d1 && canBeActive(from)) {
            mask[from] = 1;
            extend(mask, from + 1, ones + 1);
            mask[from] = 0;
        }
        extend(mask, from + 1, ones);
    }

    private void add(int[] mask) {
        List<Integer> bits = new ArrayList<>();
        List<Double> wtw = new ArrayList<>(Collections.nCopies(mask.length, 0.0));
        double rho = 0;
        double loss = 0;
        for (int i = 0; i < mask.length; i++) {
            bits.add(mask[i]);
            if (mask[i] == 1) {
                double h = ExactInfoNceLandscape.activeEigenvalue(gamma(i), beta);
                wtw.set(i, h / (a.get(i) + c.get(i)));
                rho += h;
                loss += gamma(i) * h + beta * ExactInfoNceLandscape.phi(h);
            }
        }
        points.add(new StationaryPoint(bits, wtw, 0, rho, loss, spectrum(mask), 1));
    }

    private HessianSpectrum spectrum(int[] mask) {
        HessianSpectrum.Builder out = new HessianSpectrum.Builder();
        int k = (int) java.util.Arrays.stream(mask).filter(m -> m == 1).count();
        out.addRotation(k * (d1 - k) + k * (k - 1) / 2);
        out.addFlat(flatModes * d1);
        for (int j = 0; j < mask.length; j++) {
            if (mask[j] == 1) {
                active(mask, j, out);
            } else if (inRange(j)) {
                out.addOrThreshold(gamma(j) - beta, gamma(j) + beta, d1 - k);
            }
        }
        return out.build();
    }

    private void active(int[] mask, int i, HessianSpectrum.Builder out) {
        double h = ExactInfoNceLandscape.activeEigenvalue(gamma(i), beta);
        out.add(4 * beta * h * ExactInfoNceLandscape.curvature(h), 1);
        for (int j = 0; j < mask.length; j++) {
            if (mask[j] == 0 && inRange(j)) {
                out.addOrContinuum(gamma(j) - gamma(i), gamma(j) + gamma(i));
            } else if (mask[j] == 1 && j < i) {
                double other = ExactInfoNceLandscape.activeEigenvalue(gamma(j), beta);
                out.add(2 * beta * divided(h, other) * (h + other), 1);
            }
        }
    }

    /** (phi'(s) - phi'(t))/(s - t) = (3 + 2 (s + t) + s t) / (2 (1 + s)^2 (1 + t)^2), without cancellation. */
    private static double divided(double s, double t) {
        return 0.5 * (3 + 2 * (s + t) + s * t) / ((1 + s) * (1 + s) * (1 + t) * (1 + t));
    }
}
