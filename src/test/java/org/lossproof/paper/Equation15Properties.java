package org.lossproof.paper;

/** The properties of the claim {@code eq-15}. */
final class Equation15Properties extends ClaimProperties {
    Equation15Properties() {
        super(new Equation15());
    }
}
