package org.lossproof.experiment;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.RealMatrix;
import org.lossproof.landscape.CommutingLandscape;
import org.lossproof.landscape.MatrixLandscape;
import org.lossproof.landscape.StationaryPoint;
import org.lossproof.landscape.WaterFilling;

/**
 * What a landscape says a trained model ends with: its global minimum.
 *
 * @param landscape which landscape
 * @param eigenvalues of W'W, descending; none where only its diagonal is known, as the modes are coupled there
 * @param modes the diagonal of W'W in the modes, or in the coordinates of the data
 * @param rank of W
 * @param loss the value there
 */
public record Prediction(String landscape, List<Double> eigenvalues, List<Double> modes, int rank, double loss) {
    /** With more modes only closed forms find the global minimum. */
    private static final int SOLVED_MODES = 16;

    public Prediction {
        eigenvalues = List.copyOf(eigenvalues);
        modes = List.copyOf(modes);
    }

    /**
     * The global minimum of an effective landscape; empty if it is not bounded below.
     *
     * @throws org.lossproof.loss.InputException if it has many modes and no closed form
     */
    public static Optional<Prediction> of(String name, CommutingLandscape landscape) {
        if (landscape.a().size() > SOLVED_MODES) {
            WaterFilling minimum = landscape.globalMinimum();
            List<Double> wtw = landscape.wtw(minimum);
            return Optional.of(new Prediction(name, descending(wtw), wtw, minimum.survivors(), minimum.loss()));
        }
        return landscape.solve().globalMinimum().map(p -> of(name, p));
    }

    /** A point of a landscape whose modes commute. */
    public static Prediction of(String name, StationaryPoint point) {
        boolean diagonal = point.wtw().stream().filter(v -> v > 0).count() == point.rank();
        return new Prediction(
                name, diagonal ? descending(point.wtw()) : List.of(), point.wtw(), point.rank(), point.loss());
    }

    /** A point of a landscape of matrices, in the coordinates of the data. */
    public static Prediction of(String name, MatrixLandscape.Point point) {
        RealMatrix wtw = point.wtw();
        List<Double> eigenvalues = Arrays.stream(new EigenDecompositionSymmetric(wtw).getEigenvalues())
                .map(v -> Math.max(0, v))
                .boxed()
                .toList();
        List<Double> diagonal = IntStream.range(0, wtw.getRowDimension())
                .mapToObj(i -> wtw.getEntry(i, i))
                .toList();
        return new Prediction(name, descending(eigenvalues), diagonal, point.rank(), point.loss());
    }

    /** What is lost there. */
    public Collapse collapse() {
        return Collapse.of(modes.size() - rank, modes);
    }

    private static List<Double> descending(List<Double> values) {
        return values.stream().sorted(Comparator.reverseOrder()).toList();
    }
}
