package org.lossproof.paper;

/** The properties of the claim {@code eq-57}. */
final class Equation57Properties extends ClaimProperties {
    Equation57Properties() {
        super(new Equation57());
    }
}
