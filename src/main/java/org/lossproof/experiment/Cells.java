package org.lossproof.experiment;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The kinds of {@link Cell} but those that read representations. */
final class Cells {
    private Cells() {}

    private static int size(List<Cell> parts) {
        return parts.stream().mapToInt(p -> p.value.length).max().orElse(1);
    }

    /** A number. */
    static final class Fixed extends Cell {
        Fixed(double number) {
            super(1);
            value[0] = number;
        }

        @Override
        void forward() {}

        @Override
        void backward() {}
    }

    /** A sum. */
    static final class Sum extends Cell {
        private final Cell[] terms;

        Sum(List<Cell> terms) {
            super(size(terms));
            this.terms = terms.toArray(new Cell[0]);
        }

        @Override
        void forward() {
            double constant = 0;
            Arrays.fill(value, 0);
            for (Cell term : terms) {
                term.forward();
                if (term.value.length == 1) {
                    constant += term.value[0];
                } else {
                    Loops.add(value, term.value);
                }
            }
            for (int j = 0; j < value.length; j++) {
                value[j] += constant;
            }
        }

        @Override
        void backward() {
            for (Cell term : terms) {
                pass(term, adjoint);
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
        boolean isSplit() {
            return Arrays.stream(terms).anyMatch(Cell::isSplit);
        }
    }

    /** A multiple. */
    static final class Scaled extends Cell {
        private final double factor;
        private final Cell part;

        Scaled(double factor, Cell part) {
            super(part.value.length);
            this.factor = factor;
            this.part = part;
        }

        @Override
        void forward() {
            part.forward();
            for (int j = 0; j < value.length; j++) {
                value[j] = factor * part.value[j];
            }
        }

        @Override
        void backward() {
            for (int j = 0; j < adjoint.length; j++) {
                part.adjoint[j] = factor * adjoint[j];
            }
            part.backward();
        }

        @Override
        double both(double weight, boolean first) {
            return factor * part.both(factor * weight, first);
        }

        @Override
        boolean isSplit() {
            return part.isSplit();
        }
    }

    /** A product of two. */
    static final class Product extends Cell {
        private final Cell left;
        private final Cell right;
        private final double[] scratch;

        Product(Cell left, Cell right) {
            super(size(List.of(left, right)));
            this.left = left;
            this.right = right;
            this.scratch = new double[value.length];
        }

        @Override
        void forward() {
            left.forward();
            right.forward();
            for (int j = 0; j < value.length; j++) {
                value[j] = left.at(j) * right.at(j);
            }
        }

        @Override
        void backward() {
            pass(left, right);
            pass(right, left);
            left.backward();
            right.backward();
        }

        private void pass(Cell to, Cell other) {
            for (int j = 0; j < scratch.length; j++) {
                scratch[j] = adjoint[j] * other.at(j);
            }
            pass(to, scratch);
        }
    }

    /** exp u, or beside the largest of the u that count, exp(u - largest). */
    static final class Exp extends Cell {
        private final Cell argument;
        private final Optional<Axis> axis;
        private final double[] weights;
        private boolean prepared;
        private double shift;
        private double ceiling = Double.POSITIVE_INFINITY;

        /** @param axis the items of an argument for all of them */
        Exp(Cell argument, Optional<Axis> axis) {
            super(argument.value.length);
            this.argument = argument;
            this.axis = axis.filter(a -> argument.isVector());
            this.weights = new double[value.length];
        }

        /** Evaluates the argument for the next {@link #forward} and returns the largest of the items that count. */
        double largest() {
            argument.forward();
            prepared = true;
            axis.ifPresent(a -> a.weigh(weights));
            double largest = Double.NEGATIVE_INFINITY;
            for (int j = 0; j < value.length; j++) {
                boolean counts = axis.isEmpty() || weights[j] != 0;
                largest = counts ? Math.max(largest, argument.value[j]) : largest;
            }
            return largest;
        }

        /** What does not count may be larger and shall not overflow. */
        void shift(double by) {
            shift = by;
            ceiling = 0;
        }

        @Override
        void forward() {
            if (!prepared) {
                argument.forward();
            }
            prepared = false;
            for (int j = 0; j < value.length; j++) {
                value[j] = Math.exp(Math.min(argument.value[j] - shift, ceiling));
            }
        }

        @Override
        void backward() {
            for (int j = 0; j < adjoint.length; j++) {
                argument.adjoint[j] = adjoint[j] * value[j];
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
            super(argument.value.length);
            this.argument = argument;
            this.exps = exps;
        }

        @Override
        void forward() {
            double shift = 0;
            if (!exps.isEmpty()) {
                shift = Double.NEGATIVE_INFINITY;
                for (Exp exp : exps) {
                    shift = Math.max(shift, exp.largest());
                }
                for (Exp exp : exps) {
                    exp.shift(shift);
                }
            }
            argument.forward();
            for (int j = 0; j < value.length; j++) {
                value[j] = Math.log(argument.value[j]) + shift;
            }
        }

        @Override
        void backward() {
            for (int j = 0; j < adjoint.length; j++) {
                argument.adjoint[j] = adjoint[j] == 0 ? 0 : adjoint[j] / argument.value[j];
            }
            argument.backward();
        }
    }

    /** u^p. */
    static final class Power extends Cell {
        private final Cell base;
        private final double exponent;

        Power(Cell base, double exponent) {
            super(base.value.length);
            this.base = base;
            this.exponent = exponent;
        }

        @Override
        void forward() {
            base.forward();
            for (int j = 0; j < value.length; j++) {
                double u = base.value[j];
                value[j] = exponent == 2 ? u * u : Math.pow(u, exponent);
            }
        }

        @Override
        void backward() {
            for (int j = 0; j < adjoint.length; j++) {
                double u = base.value[j];
                double slope = exponent == 2 ? 2 * u : exponent * Math.pow(u, exponent - 1);
                base.adjoint[j] = adjoint[j] == 0 ? 0 : adjoint[j] * slope;
            }
            base.backward();
        }
    }

    /** max(0, u), with slope 0 at 0. */
    static final class Relu extends Cell {
        private final Cell argument;

        Relu(Cell argument) {
            super(argument.value.length);
            this.argument = argument;
        }

        @Override
        void forward() {
            argument.forward();
            for (int j = 0; j < value.length; j++) {
                value[j] = Math.max(0, argument.value[j]);
            }
        }

        @Override
        void backward() {
            for (int j = 0; j < adjoint.length; j++) {
                argument.adjoint[j] = argument.value[j] > 0 ? adjoint[j] : 0;
            }
            argument.backward();
        }
    }

    /** The mean or sum over the items of an axis, all at once: nothing else runs inside of it. */
    static final class OverItems extends Cell {
        private final Axis axis;
        private final Cell body;
        private final double[] weights;
        private final double[] scratch;

        OverItems(Axis axis, Cell body) {
            super(1);
            this.axis = axis;
            this.body = body;
            this.weights = new double[axis.items()];
            this.scratch = new double[axis.items()];
        }

        @Override
        void forward() {
            body.forward();
            axis.weigh(weights);
            double sum = 0;
            for (int j = 0; j < weights.length; j++) {
                sum += weights[j] == 0 ? 0 : weights[j] * body.at(j);
            }
            value[0] = sum;
        }

        @Override
        void backward() {
            for (int j = 0; j < scratch.length; j++) {
                scratch[j] = adjoint[0] * weights[j];
            }
            pass(body, scratch);
            body.backward();
        }
    }

    /** The mean or sum over the items of an axis one by one: others run inside of it, and are evaluated again in reverse. */
    static final class OneByOne extends Cell {
        private final Axis axis;
        private final Cell body;
        private final double[] weights;
        private int from;
        private int to;

        OneByOne(Axis axis, Cell body) {
            super(1);
            this.axis = axis;
            this.body = body;
            this.weights = new double[axis.items()];
            this.to = axis.items();
        }

        /** Restricts the items of what is split to a part of them. */
        void window(int first, int end) {
            from = first;
            to = end;
        }

        @Override
        void forward() {
            axis.weigh(weights);
            double sum = 0;
            for (int i = 0; i < weights.length; i++) {
                if (weights[i] != 0) {
                    axis.current = i;
                    body.forward();
                    sum += weights[i] * body.value[0];
                }
            }
            value[0] = sum;
        }

        @Override
        void backward() {
            for (int i = 0; i < weights.length; i++) {
                if (weights[i] != 0) {
                    axis.current = i;
                    body.forward();
                    body.adjoint[0] = adjoint[0] * weights[i];
                    body.backward();
                }
            }
        }

        @Override
        double both(double weight, boolean first) {
            if (!isSplit()) {
                return super.both(weight, first);
            }
            axis.weigh(weights);
            double sum = 0;
            for (int i = from; i < to; i++) {
                if (weights[i] != 0) {
                    axis.current = i;
                    body.forward();
                    body.adjoint[0] = weight * weights[i];
                    body.backward();
                    sum += weights[i] * body.value[0];
                }
            }
            return sum;
        }

        @Override
        boolean isSplit() {
            return axis.isOutermost();
        }
    }
}
