package org.lossproof.paper;

/** The properties of the claim {@code eq-22}. */
final class Equation22Properties extends ClaimProperties {
    Equation22Properties() {
        super(new Equation22());
    }
}
