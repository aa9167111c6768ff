package org.lossproof.paper;

/** The properties of the claim {@code eq-18}. */
final class Equation18Properties extends ClaimProperties {
    Equation18Properties() {
        super(new Equation18());
    }
}
