package org.lossproof.experiment.figure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The lines along which a field has a given value, by marching squares: the field is taken to be linear along the edges of the
 * grid's cells. JFreeChart draws lines but finds none.
 */
final class Contours {
    private final Grid grid;
    private final double level;
    /** Crossed edges, by number, and the crossed edges that a line goes to from there: one or two. */
    private final Map<Integer, List<Integer>> next = new TreeMap<>();

    private final Map<Integer, Point> crossings = new HashMap<>();

    /** A point of the plane. */
    record Point(double x, double y) {}

    private Contours(Grid grid, double level) {
        this.grid = grid;
        this.level = level;
    }

    /** The lines at a level, each a list of points; a closed line ends where it begins. A point at the level counts as above it. */
    static List<List<Point>> of(Grid grid, double level) {
        Contours search = new Contours(grid, level);
        for (int r = 0; r + 1 < grid.y().size(); r++) {
            for (int c = 0; c + 1 < grid.x().size(); c++) {
                search.visit(r, c);
            }
        }
        return search.joined();
    }

    /** Connects the crossings of the edges of a cell: below, right, above, left. */
    private void visit(int r, int c) {
        List<Integer> crossed = new ArrayList<>();
        addIfCrossed(crossed, false, r, c);
        addIfCrossed(crossed, true, r, c + 1);
        addIfCrossed(crossed, false, r + 1, c);
        addIfCrossed(crossed, true, r, c);
        if (crossed.size() == 2) {
            connect(crossed.get(0), crossed.get(1));
        } else if (crossed.size() == 4) {
            // A saddle: the mean says whether the middle is on the side of the lower left corner.
            double mean = (grid.at(r, c) + grid.at(r, c + 1) + grid.at(r + 1, c) + grid.at(r + 1, c + 1)) / 4;
            boolean joined = above(mean) == above(grid.at(r, c));
            connect(crossed.get(0), crossed.get(joined ? 1 : 3));
            connect(crossed.get(2), crossed.get(joined ? 3 : 1));
        }
    }

    private void addIfCrossed(List<Integer> crossed, boolean upright, int r, int c) {
        int r2 = upright ? r + 1 : r;
        int c2 = upright ? c : c + 1;
        double from = grid.at(r, c);
        double to = grid.at(r2, c2);
        if (above(from) != above(to)) {
            int edge = 2 * (r * grid.x().size() + c) + (upright ? 1 : 0);
            double f = (level - from) / (to - from);
            double x = grid.x().get(c) + f * (grid.x().get(c2) - grid.x().get(c));
            double y = grid.y().get(r) + f * (grid.y().get(r2) - grid.y().get(r));
            crossings.put(edge, new Point(x, y));
            crossed.add(edge);
        }
    }

    private boolean above(double value) {
        return value >= level;
    }

    private void connect(int a, int b) {
        next.computeIfAbsent(a, k -> new ArrayList<>()).add(b);
        next.computeIfAbsent(b, k -> new ArrayList<>()).add(a);
    }

    /** Lines that end at the border first, then the closed ones. */
    private List<List<Point>> joined() {
        List<List<Point>> lines = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        next.forEach((edge, others) -> {
            if (others.size() == 1 && !seen.contains(edge)) {
                lines.add(from(edge, seen));
            }
        });
        for (int edge : next.keySet()) {
            if (!seen.contains(edge)) {
                List<Point> line = from(edge, seen);
                line.add(line.get(0));
                lines.add(line);
            }
        }
        return lines;
    }

    private List<Point> from(int start, Set<Integer> seen) {
        List<Point> line = new ArrayList<>();
        int at = start;
        while (seen.add(at)) {
            line.add(crossings.get(at));
            for (int n : next.get(at)) {
                if (!seen.contains(n)) {
                    at = n;
                    break;
                }
            }
        }
        return line;
    }
}
