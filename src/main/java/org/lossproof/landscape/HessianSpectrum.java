package org.lossproof.landscape;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.lossproof.tolerance.Tolerance;

/**
 * The spectrum of a Hessian with multiplicities. Zero eigenvalues are sorted by what causes them, not by size.
 *
 * @param levels the nonzero eigenvalues, ascending, none twice
 * @param rotation zero directions along the O(d1) orbit (with a bias, along its own orbit too)
 * @param continuum zero directions along a family of stationary points: an active and an inactive mode of equal g
 * @param threshold zero directions of a mode exactly at its collapse threshold
 * @param flat directions the loss does not depend on: modes of the kernel of Sigma with b = 0, a bias it ignores
 */
public record HessianSpectrum(List<Level> levels, int rotation, int continuum, int threshold, int flat) {
    /** An eigenvalue and how often it occurs. */
    public record Level(double eigenvalue, int multiplicity) {}

    public HessianSpectrum {
        levels = List.copyOf(levels);
    }

    /** How many directions are negative: the Morse index. */
    public int negative() {
        return levels.stream()
                .filter(l -> l.eigenvalue() < 0)
                .mapToInt(Level::multiplicity)
                .sum();
    }

    /** How many directions are positive. */
    public int positive() {
        return levels.stream()
                .filter(l -> l.eigenvalue() > 0)
                .mapToInt(Level::multiplicity)
                .sum();
    }

    /** How many directions are zero, for whatever reason. */
    public int zero() {
        return rotation + continuum + threshold + flat;
    }

    /** The number of directions in all. */
    public int size() {
        return negative() + positive() + zero();
    }

    /** The kind of the point, see {@link Kind}; {@code flat} directions are left out of account. */
    public Kind kind() {
        boolean down = negative() > 0;
        boolean up = positive() > 0;
        if (down && up) {
            return Kind.SADDLE;
        }
        if (continuum + threshold > 0) {
            return Kind.DEGENERATE;
        }
        return down ? Kind.MAXIMUM : Kind.MINIMUM;
    }

    /** All eigenvalues, ascending, each as often as it occurs. */
    public List<Double> eigenvalues() {
        List<Double> all = new ArrayList<>();
        levels.forEach(l -> {
            for (int i = 0; i < l.multiplicity(); i++) {
                all.add(l.eigenvalue());
            }
        });
        for (int i = 0; i < zero(); i++) {
            all.add(0.0);
        }
        all.sort(Comparator.naturalOrder());
        return all;
    }

    /** Collects eigenvalues; those equal to {@link Tolerance#CANCELLED} become one level. */
    static final class Builder {
        private final List<Level> raw = new ArrayList<>();
        private int rotation;
        private int continuum;
        private int threshold;
        private int flat;

        void add(double eigenvalue, int multiplicity) {
            if (multiplicity > 0) {
                raw.add(new Level(eigenvalue, multiplicity));
            }
        }

        /** Adds 2 x value unless it is zero to rounding beside {@code scale}, the size of its terms. */
        void addOrContinuum(double value, double scale) {
            if (Math.abs(value) <= Tolerance.CANCELLED * scale) {
                continuum++;
            } else {
                add(2 * value, 1);
            }
        }

        /** Adds 2 x value unless it is zero to rounding beside {@code scale}, the size of its terms. */
        void addOrThreshold(double value, double scale, int multiplicity) {
            if (Math.abs(value) <= Tolerance.CANCELLED * scale) {
                threshold += multiplicity;
            } else {
                add(2 * value, multiplicity);
            }
        }

        void addRotation(int directions) {
            rotation += directions;
        }

        void addFlat(int directions) {
            flat += directions;
        }

        HessianSpectrum build() {
            raw.sort(Comparator.comparingDouble(Level::eigenvalue));
            List<Level> merged = new ArrayList<>();
            for (Level level : raw) {
                Level last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
                if (last != null
                        && level.eigenvalue() - last.eigenvalue()
                                <= Tolerance.CANCELLED * Math.abs(level.eigenvalue())) {
                    merged.set(
                            merged.size() - 1,
                            new Level(last.eigenvalue(), last.multiplicity() + level.multiplicity()));
                } else {
                    merged.add(level);
                }
            }
            return new HessianSpectrum(merged, rotation, continuum, threshold, flat);
        }
    }
}
