package org.lossproof.paper;

/** The properties of the claim {@code eq-12}. */
final class Equation12Properties extends ClaimProperties {
    Equation12Properties() {
        super(new Equation12());
    }
}
