package org.lossproof.montecarlo;

import java.util.Arrays;
import java.util.List;

/** The kinds of {@link Node}. */
final class Nodes {
    private Nodes() {}

    private static int most(List<Node> parts) {
        return parts.stream().mapToInt(Node::variants).max().orElse(1);
    }

    /** A constant, or anything else whose jet never changes. */
    static final class Fixed extends Node {
        Fixed(double value, int place, int length) {
            super(1, length);
            if (place < length) {
                jet(0)[place] = value;
            }
        }

        @Override
        void evaluate() {}
    }

    /** A vector: a weighted sum of representations; coordinates from {@code offset} of each. */
    static final class Combined {
        private final double[] weights;
        private final double[][][] vectors;
        private final int[][] copies;
        private final int[] offsets;

        Combined(double[] weights, double[][][] vectors, int[][] copies, int[] offsets) {
            this.weights = weights;
            this.vectors = vectors;
            this.copies = copies;
            this.offsets = offsets;
        }

        double coordinate(int i) {
            double sum = 0;
            for (int t = 0; t < weights.length; t++) {
                double[][] all = vectors[t];
                sum += weights[t] * all[all.length == 1 ? 0 : copies[t][0]][offsets[t] + i];
            }
            return sum;
        }
    }

    /** An inner product. */
    static final class Inner extends Node {
        private final Combined left;
        private final Combined right;
        private final int dimension;
        private final int place;

        Inner(Combined left, Combined right, int dimension, int place, int length) {
            super(1, length);
            this.left = left;
            this.right = right;
            this.dimension = dimension;
            this.place = place;
        }

        @Override
        void evaluate() {
            double sum = 0;
            for (int i = 0; i < dimension; i++) {
                double u = left.coordinate(i);
                sum += u * (left == right ? u : right.coordinate(i));
            }
            if (place < jet(0).length) {
                jet(0)[place] = sum;
            }
        }
    }

    /** A coordinate at the current value of an index. */
    static final class Coordinate extends Node {
        private final Combined vector;
        private final int[] index;
        private final int place;

        Coordinate(Combined vector, int[] index, int place, int length) {
            super(1, length);
            this.vector = vector;
            this.index = index;
            this.place = place;
        }

        @Override
        void evaluate() {
            if (place < jet(0).length) {
                jet(0)[place] = vector.coordinate(index[0]);
            }
        }
    }

    /** A sum. */
    static final class Sum extends Node {
        private final Node[] terms;

        Sum(List<Node> terms, int length) {
            super(most(terms), length);
            this.terms = terms.toArray(new Node[0]);
        }

        @Override
        void evaluate() {
            for (Node term : terms) {
                term.evaluate();
            }
            for (int r = 0; r < variants(); r++) {
                Arrays.fill(jet(r), 0);
                for (Node term : terms) {
                    Jets.addScaled(jet(r), 1, term.jet(r));
                }
            }
        }
    }

    /** A product of two. */
    static final class Product extends Node {
        private final Node left;
        private final Node right;

        Product(Node left, Node right, int length) {
            super(most(List.of(left, right)), length);
            this.left = left;
            this.right = right;
        }

        @Override
        void evaluate() {
            left.evaluate();
            right.evaluate();
            for (int r = 0; r < variants(); r++) {
                Jets.multiply(jet(r), left.jet(r), right.jet(r));
            }
        }
    }

    /** What maps a jet to a jet. */
    @FunctionalInterface
    interface Map {
        void apply(double[] out, double[] u);
    }

    /** A function of one argument. */
    static final class Applied extends Node {
        private final Node argument;
        private final Map map;

        Applied(Node argument, Map map, int length) {
            super(argument.variants(), length);
            this.argument = argument;
            this.map = map;
        }

        @Override
        void evaluate() {
            argument.evaluate();
            for (int r = 0; r < variants(); r++) {
                map.apply(jet(r), argument.jet(r));
            }
        }
    }

    /** A mean in linear position: one draw an outer sample. */
    static final class SingleDraw extends Node {
        private final Runnable draw;
        private final Node body;

        SingleDraw(Runnable draw, Node body, int length) {
            super(body.variants(), length);
            this.draw = draw;
            this.body = body;
        }

        @Override
        void evaluate() {
            draw.run();
            body.evaluate();
            for (int r = 0; r < variants(); r++) {
                System.arraycopy(body.jet(r), 0, jet(r), 0, jet(r).length);
            }
        }
    }

    /** A mean over views that are drawn outside of it as well: what stands beside it sees the outer ones. */
    static final class Restored extends Node {
        private final Node mean;
        private final List<double[][]> redrawn;

        Restored(Node mean, List<double[][]> redrawn, int length) {
            super(mean.variants(), length);
            this.mean = mean;
            this.redrawn = redrawn;
        }

        @Override
        void evaluate() {
            List<double[][]> outside = redrawn.stream()
                    .map(v -> Arrays.stream(v).map(double[]::clone).toArray(double[][]::new))
                    .toList();
            mean.evaluate();
            for (int i = 0; i < outside.size(); i++) {
                for (int copy = 0; copy < outside.get(i).length; copy++) {
                    System.arraycopy(outside.get(i)[copy], 0, redrawn.get(i)[copy], 0, outside.get(i)[copy].length);
                }
            }
            for (int r = 0; r < variants(); r++) {
                System.arraycopy(mean.jet(r), 0, jet(r), 0, jet(r).length);
            }
        }
    }

    /** A mean inside a nonlinear function: sample means over prefixes of the draws. */
    static final class SampleMean extends Node {
        private final Runnable draw;
        private final Node body;
        private final InnerDraws inner;

        SampleMean(Runnable draw, Node body, InnerDraws inner, int length) {
            super(inner.count(), length);
            this.draw = draw;
            this.body = body;
            this.inner = inner;
        }

        @Override
        void evaluate() {
            for (int r = 0; r < variants(); r++) {
                Arrays.fill(jet(r), 0);
            }
            for (int m = 0; m < inner.largest(); m++) {
                draw.run();
                body.evaluate();
                for (int r = variants() - 1; r >= 0 && m < inner.size(r); r--) {
                    Jets.addScaled(jet(r), 1.0 / inner.size(r), body.jet(r));
                }
            }
        }
    }

    /** A sum over values of a counter: the copies of a datum, or a coordinate index. */
    static final class Loop extends Node {
        private final int[] counter;
        private final int count;
        private final java.util.function.BooleanSupplier skipped;
        private final Node body;

        Loop(int[] counter, int count, java.util.function.BooleanSupplier skipped, Node body, int length) {
            super(body.variants(), length);
            this.counter = counter;
            this.count = count;
            this.skipped = skipped;
            this.body = body;
        }

        @Override
        void evaluate() {
            for (int r = 0; r < variants(); r++) {
                Arrays.fill(jet(r), 0);
            }
            int outside = counter[0];
            for (int i = 0; i < count; i++) {
                counter[0] = i;
                if (!skipped.getAsBoolean()) {
                    body.evaluate();
                    for (int r = 0; r < variants(); r++) {
                        Jets.addScaled(jet(r), 1, body.jet(r));
                    }
                }
            }
            counter[0] = outside;
        }
    }
}
