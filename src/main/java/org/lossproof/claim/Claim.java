package org.lossproof.claim;

import java.util.List;

/** A claim of a paper: it has a page, and a way to decide it. */
public interface Claim {
    /** Its stable id, such as {@code eq-15}; the stem of its page, class and properties. */
    String id();

    /** Its page, {@code proofs/ID.md}. */
    ClaimPage page();

    /** What it says about landscapes of any number of modes; none for a claim on expansions. */
    default List<LandscapeProperty> landscapeProperties() {
        return List.of();
    }

    /** How many sampled checks it takes; known before anything is sampled. */
    int sampledChecks();

    /** Decides it from the definitions. Its samples depend on the seed of the run and its id, not on other claims. */
    ClaimResult check(CheckSettings settings);
}
