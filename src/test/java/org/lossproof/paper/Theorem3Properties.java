package org.lossproof.paper;

/** The properties of the claim {@code thm-3}. */
final class Theorem3Properties extends ClaimProperties {
    Theorem3Properties() {
        super(new Theorem3());
    }
}
