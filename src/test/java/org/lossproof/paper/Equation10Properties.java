package org.lossproof.paper;

/** The properties of the claim {@code eq-10}. */
final class Equation10Properties extends ClaimProperties {
    Equation10Properties() {
        super(new Equation10());
    }
}
