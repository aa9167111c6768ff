package org.lossproof.paper;

/** The properties of the claim {@code eq-21}. */
final class Equation21Properties extends ClaimProperties {
    Equation21Properties() {
        super(new Equation21());
    }
}
