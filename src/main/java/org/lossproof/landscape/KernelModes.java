package org.lossproof.landscape;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The modes without any variation (s = 0: the kernel of Sigma), on which the loss is -sum b |w|^2: it falls without end
 * where b > 0, does not depend on the weight where b = 0, and keeps the weight at 0 where b < 0 (weight decay).
 *
 * @param b the eigenvalues of B - gamma I there
 */
public record KernelModes(List<Double> b) {
    /** Sigma has full rank. */
    public static final KernelModes NONE = new KernelModes(List.of());

    public KernelModes {
        b = List.copyOf(b);
    }

    /** How many modes the loss does not depend on. */
    public int flat() {
        return (int) b.stream().filter(x -> x == 0).count();
    }

    /** Whether the loss is unbounded below because of them. */
    public boolean unbounded() {
        return b.stream().anyMatch(x -> x > 0);
    }

    /** One line per fact, for the reader; empty if Sigma has full rank. */
    public List<String> notes() {
        List<String> out = new ArrayList<>();
        if (!b.isEmpty()) {
            out.add("Sigma is singular: " + b.size() + " of its eigenvalues are 0; the landscape is that on its range");
        }
        if (unbounded()) {
            out.add("the loss is unbounded below along a mode with s = 0 and b > 0");
        }
        if (flat() > 0) {
            out.add("the loss does not depend on the weight of " + flat() + " mode(s) with s = 0 and b = 0");
        }
        return out;
    }

    /** Adds the Hessian directions -2 b, d1 times each, to every point, at which the weight of these modes is 0. */
    Enumeration extend(Enumeration range, int d1) {
        if (b.isEmpty()) {
            return range;
        }
        List<StationaryPoint> points =
                range.points().stream().map(p -> extend(p, d1)).toList();
        return new Enumeration(points, range.unsolved(), range.boundedBelow() && !unbounded());
    }

    private StationaryPoint extend(StationaryPoint p, int d1) {
        HessianSpectrum h = p.hessian();
        List<HessianSpectrum.Level> levels = new ArrayList<>(h.levels());
        b.stream().filter(x -> x != 0).forEach(x -> levels.add(new HessianSpectrum.Level(-2 * x, d1)));
        levels.sort(Comparator.comparingDouble(HessianSpectrum.Level::eigenvalue));
        HessianSpectrum all =
                new HessianSpectrum(levels, h.rotation(), h.continuum(), h.threshold(), h.flat() + flat() * d1);
        return new StationaryPoint(p.mask(), p.wtw(), p.biasSquared(), p.rho(), p.loss(), all, p.masksRepresented());
    }
}
