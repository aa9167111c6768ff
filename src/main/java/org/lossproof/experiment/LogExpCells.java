package org.lossproof.experiment;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The exponentials of a definition, and the logarithms around them. */
final class LogExpCells {
    private LogExpCells() {}

    /** exp u, or beside the largest of the u that count, exp(u - largest); 0 for what does not count, which may be larger. */
    static final class Exp extends Cell {
        private final Cell argument;
        private final Optional<RunningItem> axis;
        private final double[] scratch;
        private final double[] shifts;
        private boolean prepared;

        /** @param axis the items of an argument for all of them */
        Exp(Cell argument, Optional<RunningItem> axis) {
            super(argument.rows, argument.size());
            this.argument = argument;
            this.axis = axis.filter(a -> argument.size() > 1);
            this.scratch = new double[size()];
            this.shifts = new double[rows.most()];
        }

        /** Evaluates the argument for the next {@link #forward}. */
        void prepare() {
            argument.forward();
            prepared = true;
        }

        /** The largest argument of the items that count, after {@link #prepare}. */
        double largest(int row) {
            double[] u = argument.value[row];
            if (axis.isEmpty()) {
                return Tiles.BEST.largest(u, 0, u.length);
            }
            RunningItem items = axis.get();
            double largest = Double.NEGATIVE_INFINITY;
            int ranges = items.count(row);
            for (int i = 0; i < ranges; i++) {
                largest = Math.max(largest, Tiles.BEST.largest(u, items.from(i), items.to(i)));
            }
            return largest;
        }

        void shift(int row, double by) {
            shifts[row] = by;
        }

        @Override
        void forward() {
            if (!prepared) {
                argument.forward();
            }
            prepared = false;
            for (int r = 0; r < rows.count; r++) {
                Tiles.BEST.exp(value[r], argument.value[r], shifts[r], scratch);
                clearWhatDoesNotCount(r);
            }
        }

        private void clearWhatDoesNotCount(int row) {
            if (axis.isEmpty()) {
                return;
            }
            RunningItem items = axis.get();
            int ranges = items.count(row);
            int cleared = 0;
            for (int i = 0; i < ranges; i++) {
                Arrays.fill(value[row], cleared, items.from(i), 0);
                cleared = items.to(i);
            }
            Arrays.fill(value[row], cleared, size(), 0);
        }

        @Override
        void backward() {
            for (int r = 0; r < rows.count; r++) {
                Loops.multiply(argument.adjoint[r], adjoint[r], value[r]);
            }
            argument.backward();
        }
    }

    /** log u; where u is a sum of multiples of exps, they are taken beside the largest, so that none underflows. */
    static final class Log extends Cell {
        private final Cell argument;
        private final List<Exp> exps;

        /** @param exps in all of which the argument is homogeneous of degree 1; none for any other argument */
        Log(Cell argument, List<Exp> exps) {
            super(argument.rows, argument.size());
            this.argument = argument;
            this.exps = List.copyOf(exps);
        }

        @Override
        void forward() {
            exps.forEach(Exp::prepare);
            double[] shifts = new double[rows.count];
            for (int r = 0; r < rows.count; r++) {
                int row = r;
                double largest =
                        exps.stream().mapToDouble(e -> e.largest(row)).max().orElse(0);
                shifts[r] = largest;
                exps.forEach(e -> e.shift(row, largest));
            }
            argument.forward();
            for (int r = 0; r < rows.count; r++) {
                for (int j = 0; j < value[r].length; j++) {
                    value[r][j] = Math.log(argument.value[r][j]) + shifts[r];
                }
            }
        }

        @Override
        void backward() {
            for (int r = 0; r < rows.count; r++) {
                for (int j = 0; j < adjoint[r].length; j++) {
                    argument.adjoint[r][j] = adjoint[r][j] == 0 ? 0 : adjoint[r][j] / argument.value[r][j];
                }
            }
            argument.backward();
        }
    }
}
