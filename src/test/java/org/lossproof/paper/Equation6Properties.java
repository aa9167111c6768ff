package org.lossproof.paper;

/** The properties of the claim {@code eq-06}. */
final class Equation6Properties extends ClaimProperties {
    Equation6Properties() {
        super(new Equation6());
    }
}
