package org.lossproof.page;

/** Something that a page states and the tool decides. */
public sealed interface Assertion permits Statement, Fact, Singularity, ModelProperty, Experiment, TheoremStatement {
    /** As it is written, on one line. */
    String text();

    /** Typeset. */
    String tex();
}
