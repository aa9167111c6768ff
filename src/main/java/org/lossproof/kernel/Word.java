package org.lossproof.kernel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A product of letters and their transposes whose shapes fit; empty for an identity.
 *
 * @param factors from left to right
 */
public record Word(List<Factor> factors) implements Comparable<Word> {
    /** The empty product. */
    public static final Word EMPTY = new Word(List.of());

    /**
     * A letter or its transpose.
     *
     * @param transposed never of a letter that equals its transpose
     */
    public record Factor(Letter letter, boolean transposed) {
        public Factor {
            transposed = transposed && !letter.isSymmetric();
        }

        /** Its number of rows. */
        public String rows() {
            return transposed ? letter.columns() : letter.rows();
        }

        /** Its number of columns. */
        public String columns() {
            return transposed ? letter.rows() : letter.columns();
        }

        Factor transpose() {
            return new Factor(letter, !transposed);
        }

        @Override
        public String toString() {
            return letter.name() + (transposed ? "'" : "");
        }
    }

    /** Throws {@link IllegalArgumentException} naming two neighbours that do not fit. */
    public Word {
        factors = List.copyOf(factors);
        for (int i = 1; i < factors.size(); i++) {
            Factor left = factors.get(i - 1);
            Factor right = factors.get(i);
            if (!left.columns().equals(right.rows())) {
                throw new IllegalArgumentException(left + " has " + left.columns() + " columns and " + right + " "
                        + right.rows() + " rows: no product");
            }
        }
    }

    /** The number of rows of a product that is not empty. */
    String rows() {
        return factors.get(0).rows();
    }

    /** The number of columns of a product that is not empty. */
    String columns() {
        return factors.get(factors.size() - 1).columns();
    }

    /** The factors from one place to another. */
    public Word part(int from, int to) {
        return new Word(factors.subList(from, to));
    }

    /** This, then that. */
    public Word then(Word that) {
        List<Factor> all = new ArrayList<>(factors);
        all.addAll(that.factors);
        return new Word(all);
    }

    /** Reversed, each factor transposed. */
    public Word transpose() {
        List<Factor> out = new ArrayList<>();
        for (int i = factors.size() - 1; i >= 0; i--) {
            out.add(factors.get(i).transpose());
        }
        return new Word(out);
    }

    /** Whether it has a shape, an identity any square one, and holds no 1 x 1 piece. */
    boolean fits(String rows, String columns) {
        int n = factors.size();
        return n == 0
                ? rows.equals(columns)
                : factors.get(0).rows().equals(rows)
                        && factors.get(n - 1).columns().equals(columns)
                        && unitPoints().size() < 2;
    }

    /** The places between factors, ends included, where the size is 1. */
    List<Integer> unitPoints() {
        List<Integer> out = new ArrayList<>();
        for (int i = 0; i <= factors.size() && !factors.isEmpty(); i++) {
            String size = i == 0 ? factors.get(0).rows() : factors.get(i - 1).columns();
            if (size.equals(Letter.UNIT)) {
                out.add(i);
            }
        }
        return out;
    }

    /** The least of itself and its transpose. */
    Word leastOfTransposes() {
        return Collections.min(List.of(this, transpose()));
    }

    /** The least of the rotations of itself and its transpose: what a trace knows of it. Not of the empty product. */
    Word leastRotation() {
        return Stream.concat(rotations(), transpose().rotations())
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private Stream<Word> rotations() {
        int n = factors.size();
        return IntStream.range(0, n).mapToObj(i -> part(i, n).then(part(0, i)));
    }

    @Override
    public int compareTo(Word that) {
        int n = Math.min(factors.size(), that.factors.size());
        for (int i = 0; i < n; i++) {
            Factor p = factors.get(i);
            Factor q = that.factors.get(i);
            int byName = p.letter().name().compareTo(q.letter().name());
            int order = byName != 0 ? byName : Boolean.compare(p.transposed(), q.transposed());
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(factors.size(), that.factors.size());
    }

    @Override
    public String toString() {
        return factors.stream().map(Factor::toString).collect(Collectors.joining("*"));
    }
}
