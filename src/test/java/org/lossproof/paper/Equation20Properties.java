package org.lossproof.paper;

/** The properties of the claim {@code eq-20}. */
final class Equation20Properties extends ClaimProperties {
    Equation20Properties() {
        super(new Equation20());
    }
}
