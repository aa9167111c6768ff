package org.lossproof.paper;

/** The properties of the claim {@code eq-07}. */
final class Equation7Properties extends ClaimProperties {
    Equation7Properties() {
        super(new Equation7());
    }
}
