package org.lossproof.moments;

import java.util.Optional;

/** The joint law of the vectors that a Gaussian mean averages over, given those that it holds fixed. */
public interface Pairing {
    /** Whether the mean averages over this end. */
    boolean averages(End end);

    /**
     * The covariance of two averaged ends as a word of one letter, read from {@code u} to {@code v}; empty if they are
     * independent.
     */
    Optional<String> covariance(End u, End v);

    /** The conditional mean of an averaged end, an end held fixed; empty if it is zero. */
    Optional<End> mean(End end);
}
