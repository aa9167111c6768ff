package org.lossproof.paper;

/** The properties of the claim {@code eq-19}. */
final class Equation19Properties extends ClaimProperties {
    Equation19Properties() {
        super(new Equation19());
    }
}
