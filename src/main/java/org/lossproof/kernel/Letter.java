package org.lossproof.kernel;

/**
 * A matrix of any size in a statement about matrices.
 *
 * @param name of letters, digits and underscores
 * @param rows a name that stands for any positive number, or {@code 1}
 * @param columns likewise
 * @param kind what more is known of it
 */
public record Letter(String name, String rows, String columns, Kind kind) {
    /** The size of a vector across. */
    public static final String UNIT = "1";

    /** What is known of a letter beside its shape. */
    public enum Kind {
        /** Nothing. */
        ANY,
        /** It equals its transpose. */
        SYMMETRIC,
        /** A number that is not zero: it may be divided by. */
        NONZERO
    }

    /** Throws {@link IllegalArgumentException} if the name, or the kind for that shape, cannot be. */
    public Letter {
        require(name.matches("[A-Za-z][A-Za-z0-9_]*"), "no name of a matrix: " + name);
        require(isSize(rows) && isSize(columns), "no size: " + rows + " x " + columns);
        require(
                kind != Kind.SYMMETRIC || rows.equals(columns),
                name + " is " + rows + " x " + columns + ", which is not symmetric");
        boolean scalar = rows.equals(UNIT) && columns.equals(UNIT);
        require(kind != Kind.NONZERO || scalar, name + " is no number, so it is not divided by");
        kind = scalar && kind == Kind.SYMMETRIC ? Kind.ANY : kind;
    }

    /** A matrix without further properties. */
    public static Letter matrix(String name, String rows, String columns) {
        return new Letter(name, rows, columns, Kind.ANY);
    }

    /** A symmetric matrix. */
    public static Letter symmetric(String name, String size) {
        return new Letter(name, size, size, Kind.SYMMETRIC);
    }

    /** A number. */
    public static Letter scalar(String name) {
        return matrix(name, UNIT, UNIT);
    }

    /** Whether it is a number. */
    public boolean isScalar() {
        return rows.equals(UNIT) && columns.equals(UNIT);
    }

    /** Whether it equals its transpose. */
    boolean isSymmetric() {
        return kind == Kind.SYMMETRIC || isScalar();
    }

    static boolean isSize(String text) {
        return text.equals(UNIT) || text.matches("[A-Za-z][A-Za-z0-9_]*");
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
