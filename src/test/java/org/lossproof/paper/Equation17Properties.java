package org.lossproof.paper;

/** The properties of the claim {@code eq-17}. */
final class Equation17Properties extends ClaimProperties {
    Equation17Properties() {
        super(new Equation17());
    }
}
