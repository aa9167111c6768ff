package org.lossproof.paper;

/** The properties of the claim {@code eq-23}. */
final class Equation23Properties extends ClaimProperties {
    Equation23Properties() {
        super(new Equation23());
    }
}
