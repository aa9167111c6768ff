package org.lossproof.experiment;

import java.util.Arrays;
import java.util.List;

/** The means and sums of a definition over the items of a data set. */
final class ItemCells {
    private ItemCells() {}

    /** The mean or sum over the items of an axis, all at once: nothing else runs inside of it. */
    static final class OverItems extends Cell {
        private final RunningItem axis;
        private final Cell body;

        OverItems(RunningItem axis, Cell body) {
            super(body.rows, 1);
            this.axis = axis;
            this.body = body;
        }

        @Override
        void forward() {
            body.forward();
            for (int r = 0; r < rows.count; r++) {
                double sum = body.size() == 1 ? counted(r) * body.value[r][0] : sum(body.value[r], r);
                value[r][0] = axis.weight() * sum;
            }
        }

        private int counted(int row) {
            int out = 0;
            int ranges = axis.count(row);
            for (int i = 0; i < ranges; i++) {
                out += axis.to(i) - axis.from(i);
            }
            return out;
        }

        private double sum(double[] values, int row) {
            double sum = 0;
            int ranges = axis.count(row);
            for (int i = 0; i < ranges; i++) {
                sum += Loops.sum(values, axis.from(i), axis.to(i));
            }
            return sum;
        }

        private void spread(double[] out, int row, double each) {
            int ranges = axis.count(row);
            int done = 0;
            for (int i = 0; i < ranges; i++) {
                Arrays.fill(out, done, axis.from(i), 0);
                Arrays.fill(out, axis.from(i), axis.to(i), each);
                done = axis.to(i);
            }
            Arrays.fill(out, done, out.length, 0);
        }

        @Override
        void backward() {
            for (int r = 0; r < rows.count; r++) {
                double each = adjoint[r][0] * axis.weight();
                if (body.size() == 1) {
                    body.adjoint[r][0] = counted(r) * each;
                } else {
                    spread(body.adjoint[r], r, each);
                }
            }
            body.backward();
        }
    }

    /**
     * The mean or sum over the items of an axis a few at a time, each in a row: others run inside of it, and are evaluated again
     * in reverse.
     */
    static final class InRows extends Cell {
        private final RunningItem axis;
        private final Cell body;
        private int first;
        private int end;

        /** @param around what runs side by side around it: nothing */
        InRows(Rows around, RunningItem axis, Cell body) {
            super(around, 1);
            this.axis = axis;
            this.body = body;
            this.end = axis.items();
        }

        /** Restricts the items of what is split to a part of them. */
        void window(int from, int to) {
            first = from;
            end = to;
        }

        @Override
        void forward() {
            value[0][0] = run(0, false);
        }

        @Override
        void backward() {
            run(adjoint[0][0], true);
        }

        @Override
        double both(double weight, boolean isFirst) {
            return axis.isOutermost() ? run(weight, true) : super.both(weight, isFirst);
        }

        @Override
        List<InRows> split() {
            return axis.isOutermost() ? List.of(this) : List.of();
        }

        private double run(double weight, boolean back) {
            // The body counts items of its own axes, so the ranges are read before it runs.
            int ranges = axis.count(0);
            double sum = 0;
            for (int i = 0; i < ranges; i++) {
                int to = Math.min(end, axis.to(i));
                for (int item = Math.max(first, axis.from(i)); item < to; item += body.rows.most()) {
                    body.rows.count = Math.min(body.rows.most(), to - item);
                    sum += block(item, weight, back);
                }
            }
            return axis.weight() * sum;
        }

        private double block(int item, double weight, boolean back) {
            for (int r = 0; r < body.rows.count; r++) {
                axis.set(r, item + r);
            }
            body.forward();
            double sum = 0;
            for (int r = 0; r < body.rows.count; r++) {
                sum += body.value[r][0];
                body.adjoint[r][0] = weight * axis.weight();
            }
            if (back) {
                body.backward();
            }
            return sum;
        }
    }
}
