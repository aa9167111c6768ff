package org.lossproof.paper;

/** The properties of the claim {@code eq-61}. */
final class Equation61Properties extends ClaimProperties {
    Equation61Properties() {
        super(new Equation61());
    }
}
