package org.lossproof.kernel;

import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A product of numbers and a word: numbers commute with everything and stand in front.
 *
 * @param scalars the exponent, not zero, of each number; negative only of letters that are not zero
 * @param word holds no number: it is split wherever a size is 1
 */
public record MatrixTerm(SortedMap<Scalar, Integer> scalars, Word word) implements Comparable<MatrixTerm> {
    /** Nothing but an identity. */
    public static final MatrixTerm ONE = new MatrixTerm(new TreeMap<>(), Word.EMPTY);

    /**
     * A number made of letters: a 1 x 1 word, the trace of a word, or a size (the trace of an identity).
     *
     * @param trace whether it is a trace
     * @param word the least among those of the same value
     * @param size of the identity, if the word is empty
     */
    public record Scalar(boolean trace, Word word, String size) implements Comparable<Scalar> {
        /** Throws {@link IllegalArgumentException} for what is no number. */
        public Scalar {
            boolean identity = word.factors().isEmpty();
            boolean square = identity || word.rows().equals(word.columns());
            boolean unit = !identity && word.rows().equals(Letter.UNIT);
            if (!square || (trace ? unit || identity == size.isEmpty() : !unit || !size.isEmpty())) {
                throw new IllegalArgumentException("no number: " + (trace ? "the trace of " : "") + word + size);
            }
        }

        /** The letter that it is, if it is one. */
        public Optional<Letter> letter() {
            return trace || word.factors().size() != 1
                    ? Optional.empty()
                    : Optional.of(word.factors().get(0).letter());
        }

        boolean isNonzero() {
            return letter().filter(l -> l.kind() == Letter.Kind.NONZERO).isPresent();
        }

        @Override
        public int compareTo(Scalar that) {
            int byKind = Boolean.compare(trace, that.trace);
            int byWord = byKind != 0 ? byKind : word.compareTo(that.word);
            return byWord != 0 ? byWord : size.compareTo(that.size);
        }

        @Override
        public String toString() {
            String inside = word.factors().isEmpty() ? size : word.toString();
            return trace && !word.factors().isEmpty() ? "tr(" + inside + ")" : inside;
        }
    }

    /** Throws {@link IllegalArgumentException} for a division by what may be zero. */
    public MatrixTerm {
        SortedMap<Scalar, Integer> kept = new TreeMap<>(scalars);
        kept.values().removeIf(k -> k == 0);
        for (Map.Entry<Scalar, Integer> e : kept.entrySet()) {
            if (Integer.signum(e.getValue()) == -1 && !e.getKey().isNonzero()) {
                throw new IllegalArgumentException(e.getKey() + " may be zero, so it is not divided by");
            }
        }
        scalars = Collections.unmodifiableSortedMap(kept);
    }

    /** A word in which every 1 x 1 piece is taken out as a number. */
    static MatrixTerm of(Word word) {
        var points = word.unitPoints();
        SortedMap<Scalar, Integer> pieces = new TreeMap<>();
        for (int i = 1; i < points.size(); i++) {
            Word piece = word.part(points.get(i - 1), points.get(i)).leastOfTransposes();
            pieces.merge(new Scalar(false, piece, ""), 1, Integer::sum);
        }
        if (points.size() < 2) {
            return new MatrixTerm(pieces, word);
        }
        Word rest = new Word(word.part(0, points.get(0)).factors())
                .then(word.part(points.get(points.size() - 1), word.factors().size()));
        return new MatrixTerm(pieces, rest);
    }

    /** The trace of a square word of a size. */
    static MatrixTerm trace(Word word, String size) {
        if (word.factors().isEmpty()) {
            SortedMap<Scalar, Integer> one = new TreeMap<>();
            if (!size.equals(Letter.UNIT)) {
                one.put(new Scalar(true, word, size), 1);
            }
            return new MatrixTerm(one, Word.EMPTY);
        }
        var points = word.unitPoints();
        if (!points.isEmpty()) {
            int at = points.get(0);
            return of(word.part(at, word.factors().size()).then(word.part(0, at)));
        }
        SortedMap<Scalar, Integer> one = new TreeMap<>();
        one.put(new Scalar(true, word.leastRotation(), ""), 1);
        return new MatrixTerm(one, Word.EMPTY);
    }

    /** The product; the words must fit. */
    public MatrixTerm times(MatrixTerm that) {
        MatrixTerm joined = of(word.then(that.word));
        return new MatrixTerm(product(product(scalars, that.scalars), joined.scalars), joined.word);
    }

    /** The same word with the numbers of another term in front too. */
    public MatrixTerm withScalars(SortedMap<Scalar, Integer> more) {
        return new MatrixTerm(product(scalars, more), word);
    }

    /** Whether it is an identity times numbers that are not zero. */
    boolean isNonzero() {
        return word.factors().isEmpty() && scalars.keySet().stream().allMatch(Scalar::isNonzero);
    }

    static SortedMap<Scalar, Integer> product(SortedMap<Scalar, Integer> p, SortedMap<Scalar, Integer> q) {
        SortedMap<Scalar, Integer> out = new TreeMap<>(p);
        q.forEach((s, k) -> out.merge(s, k, Math::addExact));
        return out;
    }

    @Override
    public int compareTo(MatrixTerm that) {
        int byLength = Integer.compare(degree(), that.degree());
        int byWord = byLength != 0 ? byLength : word.compareTo(that.word);
        return byWord != 0 ? byWord : byScalars(that);
    }

    private int byScalars(MatrixTerm that) {
        Iterator<Map.Entry<Scalar, Integer>> mine = scalars.entrySet().iterator();
        Iterator<Map.Entry<Scalar, Integer>> others = that.scalars.entrySet().iterator();
        while (mine.hasNext() && others.hasNext()) {
            Map.Entry<Scalar, Integer> p = mine.next();
            Map.Entry<Scalar, Integer> q = others.next();
            int byScalar = p.getKey().compareTo(q.getKey());
            int byPower = Integer.compare(p.getValue(), q.getValue());
            if (byScalar != 0 || byPower != 0) {
                return byScalar != 0 ? byScalar : byPower;
            }
        }
        return Boolean.compare(mine.hasNext(), others.hasNext());
    }

    /** How many letters it has that are no numbers by themselves. */
    public int degree() {
        int sum = word.factors().size();
        for (Map.Entry<Scalar, Integer> e : scalars.entrySet()) {
            sum += e.getKey().letter().isPresent()
                    ? 0
                    : e.getKey().word().factors().size() * Math.abs(e.getValue());
        }
        return sum;
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        scalars.forEach((s, k) -> out.append(out.isEmpty() ? "" : "*")
                .append(k != 1 && s.word().factors().size() > 1 && !s.trace() ? "(" + s + ")" : s)
                .append(k == 1 ? "" : "^" + k));
        if (!word.factors().isEmpty()) {
            out.append(out.isEmpty() ? "" : "*").append(word);
        }
        return out.toString();
    }
}
