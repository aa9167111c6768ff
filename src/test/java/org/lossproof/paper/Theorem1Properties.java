package org.lossproof.paper;

/** The properties of the claim {@code thm-1}. */
final class Theorem1Properties extends ClaimProperties {
    Theorem1Properties() {
        super(new Theorem1());
    }
}
