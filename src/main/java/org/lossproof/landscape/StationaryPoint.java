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
 */
public record StationaryPoint(
        List<Integer> mask,
        List<Double> wtw,
        double biasSquared,
        double rho,
        double loss,
        HessianSpectrum hessian,
        long masksRepresented) {
    public StationaryPoint {
        mask = List.copyOf(mask);
        wtw = List.copyOf(wtw);
    }

    /** minimum, saddle, maximum or degenerate. */
    public Kind kind() {
        return hessian.kind();
    }

    /** The Morse index: the number of negative Hessian directions. */
    public int negativeDirections() {
        return hessian.negative();
    }

    /** The number of active modes: the rank of W. */
    public int rank() {
        return (int) mask.stream().filter(m -> m == 1).count();
    }
}
