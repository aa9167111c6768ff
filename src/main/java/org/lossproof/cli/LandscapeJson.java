package org.lossproof.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.lossproof.landscape.CommutingLandscape;
import org.lossproof.landscape.StationaryPoint;
import org.lossproof.landscape.UnsolvedMask;
import org.lossproof.landscape.WaterFilling;

/**
 * What {@code landscape --json} prints.
 *
 * @param b the eigenvalues of B - gamma I, or its rows where matrices were given
 * @param g the whitened eigenvalues, where matrices were given
 */
record LandscapeJson(
        List<?> b,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<Double> g,
        List<Point> stationaryPoints,
        BigInteger stationaryPointCount,
        boolean truncated,
        List<List<Integer>> unsolvedMasks,
        int unsolvedMaskCount,
        Place globalMinimum,
        Integer rank,
        List<Integer> collapsedModes,
        boolean complete,
        double residual,
        List<String> notes) {

    /** A stationary point. */
    record Point(
            List<Integer> mask, List<?> wtw, double loss, String kind, int negativeDirections, double biasSquared) {}

    /** A point of the landscape, without its Hessian. */
    record Place(List<Integer> mask, List<?> wtw, double loss) {}

    /** What is printed where the points are too many to list. */
    record Lowest(
            List<?> b,
            @JsonInclude(JsonInclude.Include.NON_NULL) List<Double> g,
            List<Point> stationaryPoints,
            boolean truncated,
            Place globalMinimum,
            List<String> notes) {}

    /** The answer with at most {@code limit} of the masks without a point. */
    static LandscapeJson of(CommutingLandscape.Result result, LandscapeView view, int limit) {
        Optional<StationaryPoint> lowest = result.globalMinimum();
        return new LandscapeJson(
                view.b(result.b()),
                view.g().orElse(null),
                result.points().stream().map(p -> point(view, p)).toList(),
                result.count(),
                result.isTruncated(),
                result.unsolved().stream().limit(limit).map(UnsolvedMask::mask).toList(),
                result.unsolved().size(),
                lowest.map(p -> new Place(p.mask(), view.wtw(p.wtw()), p.loss()))
                        .orElse(null),
                lowest.map(StationaryPoint::rank).orElse(null),
                lowest.map(LandscapeView::collapsedModes).orElse(List.of()),
                result.complete(),
                result.residual(),
                result.notes());
    }

    /** The global minimum alone; {@code wtw} is its diagonal in the modes. */
    static Lowest lowest(WaterFilling minimum, List<Double> wtw, LandscapeView view, String note) {
        List<Integer> mask = minimum.h().stream().map(h -> h > 0 ? 1 : 0).toList();
        return new Lowest(
                view.b(view.modes().decayedB()),
                view.g().orElse(null),
                List.of(),
                true,
                new Place(mask, view.wtw(wtw), minimum.loss()),
                List.of(note));
    }

    private static Point point(LandscapeView view, StationaryPoint p) {
        return new Point(
                p.mask(), view.wtw(p.wtw()), p.loss(), p.kind().text(), p.negativeDirections(), p.biasSquared());
    }
}
