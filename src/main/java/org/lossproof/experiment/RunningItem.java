package org.lossproof.experiment;

import java.util.List;

/**
 * A running item of the data set: of the mean over a datum, or of the sum over its copies. Data are independent, so it is none
 * of the items that run already, unless a loss is asked to count them.
 */
final class RunningItem {
    private final int items;
    private final List<RunningItem> outer;
    private final boolean self;
    private final int count;
    private final boolean mean;
    private final int[] current;
    private final int[] from;
    private final int[] to;
    private int ranges;

    /**
     * @param outer what runs already
     * @param self whether those are counted too
     * @param copies how many items a sum takes; negative for the mean over all there are
     * @param rows in which its own items run; one row also where they are taken all at once
     */
    RunningItem(int items, List<RunningItem> outer, boolean self, int copies, Rows rows) {
        this.items = items;
        this.outer = List.copyOf(outer);
        this.self = self;
        this.mean = copies < 0;
        this.count = mean ? available() : copies;
        this.current = new int[rows.most()];
        this.from = new int[outer.size() + 2];
        this.to = new int[outer.size() + 2];
    }

    private int available() {
        return items - (self ? 0 : outer.size());
    }

    int items() {
        return items;
    }

    /** Whether there are enough items. */
    boolean isPossible() {
        return count >= (mean ? 1 : 0) && count <= available();
    }

    int needed() {
        return count + items - available();
    }

    boolean isOutermost() {
        return outer.isEmpty();
    }

    /** The item at hand in a row. */
    int at(int row) {
        return current[current.length == 1 ? 0 : row];
    }

    void set(int row, int item) {
        current[row] = item;
    }

    /** What every item weighs that is counted: 1/n in a mean, 1 in a sum. */
    double weight() {
        return mean ? 1.0 / count : 1;
    }

    /**
     * The ranges of items that are counted, given what runs in a row, in ascending order: read {@link #from} and {@link #to}. None
     * that runs already; of fewer copies than items, those that follow.
     *
     * @return how many ranges there are
     */
    int count(int row) {
        ranges = 0;
        int left = count;
        int next = count == available() || outer.isEmpty() ? 0 : outer.get(0).at(row) + (self ? 0 : 1);
        while (left > 0) {
            int start = next % items;
            int end = Math.min(nextRunning(start, row), start + left);
            if (end > start) {
                insert(start, end);
                left -= end - start;
            }
            next = end > start ? end : start + 1;
        }
        return ranges;
    }

    private void insert(int start, int end) {
        int at = ranges++;
        for (; at > 0 && from[at - 1] > start; at--) {
            from[at] = from[at - 1];
            to[at] = to[at - 1];
        }
        from[at] = start;
        to[at] = end;
    }

    /** The next item from a start on that runs already, or the number of items. */
    private int nextRunning(int start, int row) {
        int next = items;
        for (int a = 0; !self && a < outer.size(); a++) {
            int item = outer.get(a).at(row);
            next = item >= start ? Math.min(next, item) : next;
        }
        return next;
    }

    int from(int range) {
        return from[range];
    }

    int to(int range) {
        return to[range];
    }
}
