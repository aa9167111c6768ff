package org.lossproof.paper;

/** The properties of the claim {@code eq-13}. */
final class Equation13Properties extends ClaimProperties {
    Equation13Properties() {
        super(new Equation13());
    }
}
