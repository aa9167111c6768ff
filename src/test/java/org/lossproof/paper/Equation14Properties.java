package org.lossproof.paper;

/** The properties of the claim {@code eq-14}. */
final class Equation14Properties extends ClaimProperties {
    Equation14Properties() {
        super(new Equation14());
    }
}
