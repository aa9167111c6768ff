package org.lossproof.paper;

/** The properties of the claim {@code thm-1-commuting}. */
final class Theorem1CommutingProperties extends ClaimProperties {
    Theorem1CommutingProperties() {
        super(new Theorem1Commuting());
    }
}
