package org.lossproof.loss;

/**
 * A word of a definition.
 *
 * @param kind what it is
 * @param text its characters; of a string, without the quotes
 * @param span where it starts
 */
record Token(Kind kind, String text, Span span) {
    enum Kind {
        NUMBER,
        NAME,
        STRING,
        SYMBOL,
        END
    }

    boolean is(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }

    boolean isName(String name) {
        return kind == Kind.NAME && text.equals(name);
    }

    /** For messages. */
    String shown() {
        return kind == Kind.END ? "the end of the text" : "'" + text + "'";
    }
}
