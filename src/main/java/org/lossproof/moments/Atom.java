package org.lossproof.moments;

import java.util.function.UnaryOperator;

/**
 * A factor of a {@link Monomial}: an open path (left| word |right), such as the inner product of two vectors (empty word)
 * or an entry of a covariance (two indices), or, with no ends, the trace of a word. Canonical: equal factors are equal
 * objects.
 */
public final class Atom implements Comparable<Atom> {
    private final End left;
    private final End right;
    private final String word;
    private final int hash;

    private Atom(End left, String word, End right) {
        this.left = left;
        this.right = right;
        this.word = word;
        this.hash = (left == null ? 0 : left.hashCode() * 31 + right.hashCode()) * 31 + word.hashCode();
    }

    /** The path from {@code left} through the word to {@code right}; the same as the transposed path. */
    public static Atom path(End left, String word, End right) {
        int byEnd = left.compareTo(right);
        if (byEnd < 0) {
            return new Atom(left, word, right);
        }
        String back = Words.transpose(word);
        boolean keep = byEnd == 0 && word.compareTo(back) <= 0;
        return keep ? new Atom(left, word, right) : new Atom(right, back, left);
    }

    /** tr(word); the word is not empty. */
    public static Atom trace(String word) {
        return new Atom(null, Words.canonicalCycle(word), null);
    }

    public boolean isTrace() {
        return left == null;
    }

    /** One end; null for a trace. */
    public End left() {
        return left;
    }

    /** The other end; null for a trace. */
    public End right() {
        return right;
    }

    public String word() {
        return word;
    }

    /** The number of W it holds: one a vector, two a letter. */
    public int order() {
        return 2 * word.length()
                + (left != null && left.is(End.Kind.VECTOR) ? 1 : 0)
                + (right != null && right.is(End.Kind.VECTOR) ? 1 : 0);
    }

    /** The same path with its ends replaced. */
    public Atom mapEnds(UnaryOperator<End> map) {
        if (left == null) {
            return this;
        }
        End l = map.apply(left);
        End r = map.apply(right);
        return l.equals(left) && r.equals(right) ? this : path(l, word, r);
    }

    /** The path read from its other end. */
    Atom turned() {
        return new Atom(/* left= */ right, Words.transpose(word), /* right= */ left);
    }

    @Override
    public int compareTo(Atom that) {
        if (isTrace() || that.isTrace()) {
            int byKind = Boolean.compare(that.isTrace(), isTrace());
            return byKind != 0 ? byKind : compareWords(that);
        }
        int byLeft = left.compareTo(that.left);
        if (byLeft != 0) {
            return byLeft;
        }
        int byRight = right.compareTo(that.right);
        return byRight != 0 ? byRight : compareWords(that);
    }

    private int compareWords(Atom that) {
        int byLength = Integer.compare(word.length(), that.word.length());
        return byLength != 0 ? byLength : word.compareTo(that.word);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Atom that
                && hash == that.hash
                && word.equals(that.word)
                && java.util.Objects.equals(left, that.left)
                && java.util.Objects.equals(right, that.right);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return isTrace() ? "tr(" + word + ")" : "(" + left + "|" + word + "|" + right + ")";
    }
}
