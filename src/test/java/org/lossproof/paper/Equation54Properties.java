package org.lossproof.paper;

/** The properties of the claim {@code eq-54}. */
final class Equation54Properties extends ClaimProperties {
    Equation54Properties() {
        super(new Equation54());
    }
}
