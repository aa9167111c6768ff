package org.lossproof.landscape;

import java.util.List;

/**
 * A stationary point up to the O(d1) symmetry, in the basis of modes.
 *
 * @param mask 1 for each active mode, 0 for each collapsed one
 * @param wtw the diagonal of W'W in the basis of modes
 * @param biasSquared |b|^2; 0 without a bias
 * @param rho E|f(x)|^2 without the bias: Tr[W Sigma W']
 * @param loss the value of the loss
 * @param hessian the spectrum of the Hessian in whitened coordinates (its inertia is that in W)
 * @param masksRepresented how many masks give the same point up to exchange of modes of equal g
 * @param rank the rank of W: the number of active modes where W'W is diagonal in the modes, and at most that elsewhere
 */
public record StationaryPoint(
        List<Integer> mask,
        List<Double> wtw,
        double biasSquared,
        double rho,
        double loss,
        HessianSpectrum hessian,
        long masksRepresented,
        int rank) {
    public StationaryPoint {
        mask = List.copyOf(mask);
        wtw = List.copyOf(wtw);
        if (rank < 0 || rank > ones(mask)) {
            throw new IllegalArgumentException("rank " + rank + " with the active modes " + mask);
        }
    }

    /** A point at which W'W is diagonal in the modes: its rank is the number of active ones. */
    public StationaryPoint(
            List<Integer> mask,
            List<Double> wtw,
            double biasSquared,
            double rho,
            double loss,
            HessianSpectrum hessian,
            long masksRepresented) {
        this(mask, wtw, biasSquared, rho, loss, hessian, masksRepresented, ones(mask));
    }

    /** minimum, saddle, maximum or degenerate. */
    public Kind kind() {
        return hessian.kind();
    }

    /** The Morse index: the number of negative Hessian directions. */
    public int negativeDirections() {
        return hessian.negative();
    }

    private static int ones(List<Integer> mask) {
        return (int) mask.stream().filter(m -> m == 1).count();
    }
}
