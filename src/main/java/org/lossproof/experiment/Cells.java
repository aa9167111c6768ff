package org.lossproof.experiment;

import java.util.Arrays;
import java.util.List;

/** The kinds of {@link Cell} that take item by item what their parts give. */
final class Cells {
    private Cells() {}

    private static int size(List<Cell> parts) {
        return parts.stream().mapToInt(Cell::size).max().orElse(1);
    }

    /** A number. */
    static final class Fixed extends Cell {
        Fixed(Rows rows, double number) {
            super(rows, 1);
            for (double[] row : value) {
                row[0] = number;
            }
        }

        @Override
        void forward() {}

        @Override
        void backward() {}
    }

    /** A sum. */
    static final class Sum extends Cell {
        private final Cell[] terms;

        Sum(Rows rows, List<Cell> terms) {
            super(rows, Cells.size(terms));
            this.terms = terms.toArray(new Cell[0]);
        }

        @Override
        void forward() {
            for (Cell term : terms) {
                term.forward();
            }
            for (int r = 0; r < rows.count; r++) {
                double constant = 0;
                for (Cell term : terms) {
                    constant += term.size() == 1 ? term.value[r][0] : 0;
                }
                Arrays.fill(value[r], constant);
                for (Cell term : terms) {
                    if (term.size() > 1) {
                        Loops.add(value[r], term.value[r]);
                    }
                }
            }
        }

        @Override
        void backward() {
            for (Cell term : terms) {
                for (int r = 0; r < rows.count; r++) {
                    pass(term, r, adjoint[r]);
                }
                term.backward();
            }
        }

        @Override
        double both(double weight, boolean first) {
            double sum = 0;
            for (Cell term : terms) {
                sum += term.both(weight, first);
            }
            return sum;
        }

        @Override
        List<ItemCells.InRows> split() {
            return Arrays.stream(terms).flatMap(t -> t.split().stream()).toList();
        }
    }

    /** A multiple. */
    static final class Scaled extends Cell {
        private final double factor;
        private final Cell part;

        Scaled(double factor, Cell part) {
            super(part.rows, part.size());
            this.factor = factor;
            this.part = part;
        }

        @Override
        void forward() {
            part.forward();
            for (int r = 0; r < rows.count; r++) {
                Loops.scale(value[r], factor, part.value[r]);
            }
        }

        @Override
        void backward() {
            for (int r = 0; r < rows.count; r++) {
                Loops.scale(part.adjoint[r], factor, adjoint[r]);
            }
            part.backward();
        }

        @Override
        double both(double weight, boolean first) {
            return factor * part.both(factor * weight, first);
        }

        @Override
        List<ItemCells.InRows> split() {
            return part.split();
        }
    }

    /** A product of two. */
    static final class Product extends Cell {
        private final Cell left;
        private final Cell right;
        private final double[] scratch;

        Product(Cell left, Cell right) {
            super(left.rows, Cells.size(List.of(left, right)));
            this.left = left;
            this.right = right;
            this.scratch = new double[size()];
        }

        @Override
        void forward() {
            left.forward();
            right.forward();
            for (int r = 0; r < rows.count; r++) {
                Loops.multiply(value[r], left.value[r], right.value[r]);
            }
        }

        @Override
        void backward() {
            for (int r = 0; r < rows.count; r++) {
                Loops.multiply(scratch, adjoint[r], right.value[r]);
                pass(left, r, scratch);
                Loops.multiply(scratch, adjoint[r], left.value[r]);
                pass(right, r, scratch);
            }
            left.backward();
            right.backward();
        }
    }

    /** u^p. */
    static final class Power extends Cell {
        private final Cell base;
        private final double exponent;

        Power(Cell base, double exponent) {
            super(base.rows, base.size());
            this.base = base;
            this.exponent = exponent;
        }

        @Override
        void forward() {
            base.forward();
            for (int r = 0; r < rows.count; r++) {
                if (exponent == 2) {
                    Loops.multiply(value[r], base.value[r], base.value[r]);
                } else {
                    for (int j = 0; j < value[r].length; j++) {
                        value[r][j] = Math.pow(base.value[r][j], exponent);
                    }
                }
            }
        }

        @Override
        void backward() {
            for (int r = 0; r < rows.count; r++) {
                slopes(base.adjoint[r], base.value[r], adjoint[r]);
            }
            base.backward();
        }

        private void slopes(double[] out, double[] u, double[] given) {
            for (int j = 0; j < given.length; j++) {
                double slope = exponent == 2 ? 2 * u[j] : exponent * Math.pow(u[j], exponent - 1);
                out[j] = given[j] == 0 ? 0 : given[j] * slope;
            }
        }
    }

    /** max(0, u), with slope 0 at 0. */
    static final class Relu extends Cell {
        private final Cell argument;

        Relu(Cell argument) {
            super(argument.rows, argument.size());
            this.argument = argument;
        }

        @Override
        void forward() {
            argument.forward();
            for (int r = 0; r < rows.count; r++) {
                for (int j = 0; j < value[r].length; j++) {
                    value[r][j] = Math.max(0, argument.value[r][j]);
                }
            }
        }

        @Override
        void backward() {
            for (int r = 0; r < rows.count; r++) {
                for (int j = 0; j < adjoint[r].length; j++) {
                    argument.adjoint[r][j] = argument.value[r][j] > 0 ? adjoint[r][j] : 0;
                }
            }
            argument.backward();
        }
    }
}
