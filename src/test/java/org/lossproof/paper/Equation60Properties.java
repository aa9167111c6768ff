package org.lossproof.paper;

/** The properties of the claim {@code eq-60}. */
final class Equation60Properties extends ClaimProperties {
    Equation60Properties() {
        super(new Equation60());
    }
}
