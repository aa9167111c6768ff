package org.lossproof.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.lossproof.landscape.CommutingLandscape;
import org.lossproof.landscape.StationaryPoint;

/**
 * What {@code landscape} prints for a reader.
 *
 * @param out where it goes
 * @param result the points, in the modes
 * @param view how weights are shown
 * @param bias whether |b|^2 is shown
 * @param limit how many masks without a point, and notes, are listed at most
 */
record LandscapeText(PrintWriter out, CommutingLandscape.Result result, LandscapeView view, boolean bias, int limit) {
    void print() {
        boolean wide = result.b().size() > LandscapeCommand.LISTED_MODES;
        if (view.g().isPresent()) {
            out.println("  g = " + weight(view.g().orElseThrow()) + ", eigenvalues of Sigma^(-1/2) B Sigma^(-1/2)");
        } else if (!wide) {
            out.println("  b = " + weight(result.b()));
        }
        out.println();
        out.printf(
                Locale.ROOT,
                "  %-12s %-11s %9s %14s  %s%n",
                wide ? "active" : "mask",
                "kind",
                "negative",
                "loss",
                wide ? "collapsed modes" : view.g().isEmpty() ? "diagonal of W'W" : "W'W");
        for (StationaryPoint point : result.points()) {
            out.printf(
                    Locale.ROOT,
                    "  %-12s %-11s %9d %14.8g  %s%s%n",
                    wide ? point.rank() : mask(point.mask()),
                    point.kind().text(),
                    point.negativeDirections(),
                    point.loss(),
                    wide ? collapsed(point) : weight(view.wtw(point.wtw())),
                    bias ? String.format(Locale.ROOT, "  |b|^2 = %.5g", point.biasSquared()) : "");
        }
        if (result.isTruncated()) {
            out.println("  the " + result.points().size() + " of least loss, of " + result.count()
                    + " stationary points (--limit)");
        }
        result.unsolved().stream()
                .limit(limit)
                .forEach(u -> out.println("  " + mask(u.mask()) + "  no stationary point: " + u.reason()));
        if (result.unsolved().size() > limit) {
            out.println("  " + limit + " of " + result.unsolved().size() + " masks without a stationary point");
        }
        out.println();
        printConclusion();
    }

    private void printConclusion() {
        String lowest = result.complete() ? "global minimum" : "lowest minimum found";
        result.globalMinimum()
                .ifPresentOrElse(
                        m -> out.println("  " + lowest + " "
                                + (m.mask().size() > LandscapeCommand.LISTED_MODES ? "" : mask(m.mask()) + ", ")
                                + "rank " + m.rank() + ", collapsed modes: " + collapsed(m)),
                        () -> out.println(
                                result.complete()
                                        ? "  not bounded below: no global minimum"
                                        : "  no global minimum was found: descents fell without end or did not converge"));
        result.notes().stream().limit(limit).forEach(n -> out.println("  note: " + n));
        if (result.notes().size() > limit) {
            out.println("  note: " + (result.notes().size() - limit) + " more notes; --json lists them");
        }
        if (!result.complete()) {
            out.printf(Locale.ROOT, "  note: numerical, residual gradient %.1e of |Hessian| |W|%n", result.residual());
        }
    }

    /** The numbers of the collapsed modes, with runs as in 4-1000. */
    private static String collapsed(StationaryPoint point) {
        List<Integer> modes = LandscapeView.collapsedModes(point);
        List<String> runs = new ArrayList<>();
        for (int from = 0, to; from < modes.size(); from = to) {
            to = from + 1;
            while (to < modes.size() && modes.get(to) == modes.get(to - 1) + 1) {
                to++;
            }
            boolean run = to - from > 2 && modes.size() > LandscapeCommand.LISTED_MODES;
            runs.addAll(
                    run
                            ? List.of(modes.get(from) + "-" + modes.get(to - 1))
                            : modes.subList(from, to).stream()
                                    .map(String::valueOf)
                                    .toList());
        }
        return runs.isEmpty() ? "none" : String.join(", ", runs);
    }

    private static String mask(List<Integer> mask) {
        return mask.stream().map(String::valueOf).collect(Collectors.joining());
    }

    /** A diagonal as 1, 2; the rows of a matrix as [1, 2; 2, 3]. */
    private static String weight(List<?> values) {
        boolean matrix = values.stream().allMatch(List.class::isInstance);
        String text = values.stream()
                .map(v -> v instanceof List<?> row ? weight(row) : number(v))
                .collect(Collectors.joining(matrix ? "; " : ", "));
        return matrix ? "[" + text + "]" : text;
    }

    private static String number(Object value) {
        return String.format(Locale.ROOT, "%.6g", ((Number) value).doubleValue());
    }
}
