package org.lossproof.experiment.figure;

/** One coordinate system of a figure. */
public sealed interface Panel permits Lines, Field, Regions {
    /** What is shown, with the letter that the caption uses for it: {@code (a) One mode}. */
    String title();

    /** The horizontal axis. */
    Axis x();

    /** The vertical axis. */
    Axis y();
}
