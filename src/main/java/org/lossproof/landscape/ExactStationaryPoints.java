package org.lossproof.landscape;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.lossproof.tolerance.Tolerance;

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
    private final double[] h;

    ExactStationaryPoints(List<Double> a, List<Double> c, double beta, int d1) {
        this.a = a;
        this.c = c;
        this.beta = beta;
        this.d1 = d1;
        this.flatModes =
                (int) IntStream.range(0, a.size()).filter(i -> !inRange(i)).count();
        this.h = IntStream.range(0, a.size())
                .mapToDouble(i -> canBeActive(i) ? ExactInfoNceLandscape.activeEigenvalue(gamma(i), beta) : 0)
                .toArray();
    }

    /** How many there are. */
    BigInteger count() {
        return HeaviestSubsets.count(candidates().length, d1);
    }

    private int[] candidates() {
        return IntStream.range(0, a.size()).filter(this::canBeActive).toArray();
    }

    /** Those of least loss, at most {@code limit}: a mask's loss is the sum of what its modes contribute. */
    Enumeration lowest(int limit) {
        int[] candidates = candidates();
        double[] gains = Arrays.stream(candidates).mapToDouble(i -> -loss(i)).toArray();
        HeaviestSubsets subsets = new HeaviestSubsets(gains, d1);
        List<StationaryPoint> points = new ArrayList<>();
        while (points.size() < limit && subsets.hasNext()) {
            int[] mask = new int[a.size()];
            subsets.next().forEach(k -> mask[candidates[k]] = 1);
            points.add(point(mask));
        }
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
        return inRange(i) && c.get(i) > 0 && gamma(i) < beta * (1 - Tolerance.CANCELLED);
    }

    /** What mode i adds where it is active: below 0. */
    private double loss(int i) {
        return gamma(i) * h[i] + beta * ExactInfoNceLandscape.phi(h[i]);
    }

    private StationaryPoint point(int[] mask) {
        List<Integer> bits = new ArrayList<>();
        List<Double> wtw = new ArrayList<>(Collections.nCopies(mask.length, 0.0));
        double rho = 0;
        double loss = 0;
        for (int i = 0; i < mask.length; i++) {
            bits.add(mask[i]);
            if (mask[i] == 1) {
                wtw.set(i, h[i] / (a.get(i) + c.get(i)));
                rho += h[i];
                loss += loss(i);
            }
        }
        return new StationaryPoint(bits, wtw, 0, rho, loss, spectrum(mask), 1);
    }

    private HessianSpectrum spectrum(int[] mask) {
        HessianSpectrum.Builder out = new HessianSpectrum.Builder();
        int k = (int) Arrays.stream(mask).filter(m -> m == 1).count();
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
        out.add(4 * beta * h[i] * ExactInfoNceLandscape.curvature(h[i]), 1);
        for (int j = 0; j < mask.length; j++) {
            if (mask[j] == 0 && inRange(j)) {
                out.addOrContinuum(gamma(j) - gamma(i), gamma(j) + gamma(i));
            } else if (mask[j] == 1 && j < i) {
                out.add(2 * beta * divided(h[i], h[j]) * (h[i] + h[j]), 1);
            }
        }
    }

    /** (phi'(s) - phi'(t))/(s - t) = (3 + 2 (s + t) + s t) / (2 (1 + s)^2 (1 + t)^2), without cancellation. */
    private static double divided(double s, double t) {
        return 0.5 * (3 + 2 * (s + t) + s * t) / ((1 + s) * (1 + s) * (1 + t) * (1 + t));
    }
}
