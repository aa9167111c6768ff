package org.lossproof.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hipparchus.linear.RealMatrix;
import org.lossproof.landscape.CommutingLandscape;
import org.lossproof.landscape.MatrixLandscape;
import org.lossproof.landscape.StationaryPoint;

/**
 * A landscape and how its weights are shown: as diagonals in the basis of modes where eigenvalues were given, as matrices
 * where matrices were.
 *
 * @param modes what is solved
 * @param matrices the landscape that these are the modes of; empty where eigenvalues were given
 */
record LandscapeView(CommutingLandscape modes, Optional<MatrixLandscape> matrices) {

    static LandscapeView of(CommutingLandscape modes) {
        return new LandscapeView(modes, Optional.empty());
    }

    static LandscapeView of(MatrixLandscape matrices) {
        return new LandscapeView(matrices.modes(), Optional.of(matrices));
    }

    /** B - gamma I: its rows, or the eigenvalues given. */
    List<?> b(List<Double> eigenvalues) {
        return matrices.<List<?>>map(m -> rows(m.b())).orElse(eigenvalues);
    }

    /** The whitened eigenvalues, where matrices were given. */
    Optional<List<Double>> g() {
        return matrices.map(MatrixLandscape::g);
    }

    /** W'W with this diagonal in the modes: its rows, or the diagonal itself. */
    List<?> wtw(List<Double> diagonal) {
        return matrices.<List<?>>map(m -> rows(m.wtw(diagonal))).orElse(diagonal);
    }

    /** The numbers of the collapsed modes, from 1. */
    static List<Integer> collapsedModes(StationaryPoint point) {
        return IntStream.range(0, point.mask().size())
                .filter(i -> point.mask().get(i) == 0)
                .mapToObj(i -> i + 1)
                .toList();
    }

    /** The rows of a matrix; -0 is 0. */
    private static List<List<Double>> rows(RealMatrix m) {
        return Arrays.stream(m.getData())
                .map(row -> Arrays.stream(row).mapToObj(x -> x + 0.0).toList())
                .toList();
    }
}
