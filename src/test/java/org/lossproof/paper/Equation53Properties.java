package org.lossproof.paper;

/** The properties of the claim {@code eq-53}. */
final class Equation53Properties extends ClaimProperties {
    Equation53Properties() {
        super(new Equation53());
    }
}
