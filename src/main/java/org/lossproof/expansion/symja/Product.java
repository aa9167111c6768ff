package org.lossproof.expansion.symja;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A product of inner products, coordinates and traces.
 *
 * @param inner the inner products
 * @param coordinates the coordinates
 * @param traces words of letters A, C, S, G
 */
record Product(List<Inner> inner, List<Entry> coordinates, List<String> traces) {
    static final Product ONE = new Product(List.of(), List.of(), List.of());

    /** An inner product; the order of its vectors does not matter. */
    record Inner(Vector left, Vector right) {
        Inner {
            if (left.toString().compareTo(right.toString()) > 0) {
                Vector swap = left;
                left = right;
                right = swap;
            }
        }
    }

    /** A coordinate of a vector; the index is a name, or {@code #n} once it is summed over. */
    record Entry(Vector vector, String index) {}

    Product {
        inner = inner.stream().sorted(Comparator.comparing(Inner::toString)).toList();
        coordinates = coordinates.stream()
                .sorted(Comparator.comparing(Entry::toString))
                .toList();
        traces = traces.stream().sorted().toList();
    }

    /** The product with independent replicas of everything in {@code that} that is averaged or summed over already. */
    Product times(Product that) {
        Product other = that.shifted(largestNumber());
        return new Product(
                joined(inner, other.inner), joined(coordinates, other.coordinates), joined(traces, other.traces));
    }

    Product map(UnaryOperator<Vector> image) {
        return new Product(
                inner.stream()
                        .map(i -> new Inner(image.apply(i.left()), image.apply(i.right())))
                        .toList(),
                coordinates.stream()
                        .map(c -> new Entry(image.apply(c.vector()), c.index()))
                        .toList(),
                traces);
    }

    Product mapIndices(UnaryOperator<String> image) {
        return new Product(
                inner,
                coordinates.stream()
                        .map(c -> new Entry(c.vector(), image.apply(c.index())))
                        .toList(),
                traces);
    }

    Stream<Vector> vectors() {
        return Stream.concat(
                inner.stream().flatMap(i -> Stream.of(i.left(), i.right())),
                coordinates.stream().map(Entry::vector));
    }

    int largestNumber() {
        int ofVectors = vectors().mapToInt(Vector::largestNumber).max().orElse(0);
        int ofIndices = coordinates.stream()
                .filter(c -> c.index().startsWith("#"))
                .mapToInt(c -> Integer.parseInt(c.index().substring(1)))
                .max()
                .orElse(0);
        return Math.max(ofVectors, ofIndices);
    }

    private Product shifted(int by) {
        return map(v -> v.shifted(by))
                .mapIndices(i -> i.startsWith("#") ? "#" + (Integer.parseInt(i.substring(1)) + by) : i);
    }

    private static <T> List<T> joined(List<T> a, List<T> b) {
        List<T> out = new ArrayList<>(a);
        out.addAll(b);
        return out;
    }
}
