package org.lossproof.claim;

/** Something that holds or does not: an equation between expansions, or a fact about real numbers. */
public sealed interface Assertion permits Statement, Fact {
    /** As it is written, on one line. */
    String text();

    /** Typeset. */
    String tex();
}
