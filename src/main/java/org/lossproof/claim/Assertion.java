package org.lossproof.claim;

/** Something that holds or does not: an equation between expansions, a fact about real numbers, or a singularity. */
public sealed interface Assertion permits Statement, Fact, Singularity {
    /** As it is written, on one line. */
    String text();

    /** Typeset. */
    String tex();
}
