package org.lossproof.paper;

/** The properties of the claim {@code eq-59}. */
final class Equation59Properties extends ClaimProperties {
    Equation59Properties() {
        super(new Equation59());
    }
}
