package org.lossproof.paper;

/** The properties of the claim {@code eq-05}. */
final class Equation5Properties extends ClaimProperties {
    Equation5Properties() {
        super(new Equation5());
    }
}
