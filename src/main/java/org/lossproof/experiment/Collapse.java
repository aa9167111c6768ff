package org.lossproof.experiment;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.lossproof.tolerance.Tolerance;

/**
 * What of a representation is lost.
 *
 * @param directions how many eigenvalues of W'W are 0; of a trained model less than {@link Tolerance#TRAINED_COLLAPSED} of the
 *     largest
 * @param modes the numbers, from 1, of the modes on the diagonal of W'W that are so
 */
public record Collapse(int directions, List<Integer> modes) {
    public Collapse {
        modes = List.copyOf(modes);
    }

    static Collapse of(int directions, List<Double> diagonal) {
        double least = Tolerance.TRAINED_COLLAPSED * largest(diagonal);
        List<Integer> modes = IntStream.range(0, diagonal.size())
                .filter(i -> diagonal.get(i) <= least)
                .mapToObj(i -> i + 1)
                .toList();
        return new Collapse(directions, modes);
    }

    /** Of a trained model. */
    public static Collapse of(TrainingRun.Moment moment) {
        double least = Tolerance.TRAINED_COLLAPSED * largest(moment.eigenvalues());
        return of((int) moment.eigenvalues().stream().filter(v -> v <= least).count(), moment.modes());
    }

    private static double largest(List<Double> values) {
        return values.stream().max(Comparator.naturalOrder()).orElse(0.0);
    }

    /** In words. */
    public String text() {
        if (directions == 0) {
            return "nothing";
        }
        String which = modes.isEmpty()
                ? ""
                : " (" + (modes.size() == 1 ? "mode " : "modes ")
                        + modes.toString().replaceAll("[\\[\\]]", "") + ")";
        return directions + (directions == 1 ? " direction" : " directions") + which;
    }
}
