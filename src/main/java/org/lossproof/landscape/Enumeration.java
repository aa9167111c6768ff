package org.lossproof.landscape;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * All stationary points that are diagonal in the basis of modes, one per orbit.
 *
 * @param points the stationary points, by ascending loss
 * @param unsolved the masks of at most min(d0, d1) ones that have no solution, and why
 * @param boundedBelow whether the loss is bounded below, so that a global minimum exists
 */
public record Enumeration(List<StationaryPoint> points, List<UnsolvedMask> unsolved, boolean boundedBelow) {
    public Enumeration {
        points = points.stream()
                .sorted(Comparator.comparingDouble(StationaryPoint::loss))
                .toList();
        unsolved = List.copyOf(unsolved);
    }

    /** The point of least loss; empty if the loss is not bounded below. */
    public Optional<StationaryPoint> globalMinimum() {
        return boundedBelow ? points.stream().findFirst() : Optional.empty();
    }
}
