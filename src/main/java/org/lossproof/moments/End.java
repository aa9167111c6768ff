package org.lossproof.moments;

/**
 * The end of an open path: a leg of a random vector that is still to be averaged, or a coordinate index.
 *
 * @param kind what it is
 * @param name the vector or the index; empty for a summed vertex
 * @param number of a vector: 0, or the label of one of several different copies of its datum; of a vertex: its label
 * @param encoder of a vector: the number of the encoder applied to it, 0 by default; 0 otherwise
 */
public record End(Kind kind, String name, int number, int encoder) implements Comparable<End> {

    /** What a path can end in. */
    public enum Kind {
        /** A vector not yet averaged over. */
        VECTOR,
        /** A coordinate index not yet summed over. */
        INDEX,
        /** A coordinate index that was summed over and that occurs more or less often than twice. */
        VERTEX
    }

    /** A leg of {@code encoder(vector)}; {@code copy} 0 for the only, or the current, copy. */
    public static End vector(String name, int copy, int encoder) {
        return new End(Kind.VECTOR, name, copy, encoder);
    }

    /** An index that is not summed yet. */
    public static End index(String name) {
        return new End(Kind.INDEX, name, 0, 0);
    }

    /** A summed index. */
    public static End vertex(int label) {
        return new End(Kind.VERTEX, "", label, 0);
    }

    /** The same end under another number. */
    public End withNumber(int other) {
        return other == number ? this : new End(kind, name, other, encoder);
    }

    boolean is(Kind other) {
        return kind == other;
    }

    @Override
    public int compareTo(End that) {
        int byKind = kind.compareTo(that.kind);
        if (byKind != 0) {
            return byKind;
        }
        int byName = name.compareTo(that.name);
        if (byName != 0) {
            return byName;
        }
        return number != that.number ? Integer.compare(number, that.number) : Integer.compare(encoder, that.encoder);
    }
}
