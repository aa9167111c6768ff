package org.lossproof.paper;

/** The properties of the claim {@code barlow-twins}. */
final class BarlowTwinsProperties extends ClaimProperties {
    BarlowTwinsProperties() {
        super(new BarlowTwins());
    }
}
