package org.lossproof.loss;

/**
 * Where a piece of a definition stands: a name of the text (a file, or "API"), a line and a column, both from 1.
 *
 * @param source the file name as the user gave it
 * @param line line, from 1; 0 when the piece was built by the Java API
 * @param column column, from 1; 0 when the piece was built by the Java API
 */
public record Span(String source, int line, int column) {
    /** The place of expressions that were built in Java, not parsed. */
    public static final Span API = new Span("API", 0, 0);

    @Override
    public String toString() {
        return line == 0 ? source : source + ":" + line + ":" + column;
    }
}
