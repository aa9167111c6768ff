package org.lossproof.experiment;

import java.util.Arrays;
import java.util.List;

/**
 * A running item of the data set: of the mean over a datum, or of the sum over its copies. Data are independent, so it is none
 * of the items that run already, unless a loss is asked to count them.
 */
final class Axis {
    private final int items;
    private final List<Axis> outer;
    private final boolean self;
    private final int count;
    private final boolean mean;

    /** The item at hand, where items are taken one by one. */
    int current;

    /**
     * @param outer what runs already
     * @param self whether those are counted too
     * @param copies how many items a sum takes; negative for the mean over all there are
     */
    Axis(int items, List<Axis> outer, boolean self, int copies) {
        this.items = items;
        this.outer = List.copyOf(outer);
        this.self = self;
        this.mean = copies < 0;
        this.count = mean ? available() : copies;
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

    /** What every item weighs: 1/n in a mean, 1 in a sum; 0 if it runs already. Of fewer copies than items, those that follow. */
    void weigh(double[] weights) {
        double one = mean ? 1.0 / count : 1;
        if (count == available()) {
            Arrays.fill(weights, one);
            clear(weights);
            return;
        }
        Arrays.fill(weights, 0);
        int from = outer.isEmpty() ? 0 : outer.get(0).current + (self ? 0 : 1);
        for (int taken = 0, j = from; taken < count; j++) {
            if (self || !runs(j % items)) {
                weights[j % items] = one;
                taken++;
            }
        }
    }

    private void clear(double[] weights) {
        if (!self) {
            for (Axis axis : outer) {
                weights[axis.current] = 0;
            }
        }
    }

    private boolean runs(int item) {
        for (Axis axis : outer) {
            if (axis.current == item) {
                return true;
            }
        }
        return false;
    }
}
