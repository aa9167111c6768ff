package org.lossproof.paper;

/** The properties of the claim {@code thm-1-orientation}. */
final class Theorem1OrientationProperties extends ClaimProperties {
    Theorem1OrientationProperties() {
        super(new Theorem1Orientation());
    }
}
