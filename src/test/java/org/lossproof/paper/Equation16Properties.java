package org.lossproof.paper;

/** The properties of the claim {@code eq-16}. */
final class Equation16Properties extends ClaimProperties {
    Equation16Properties() {
        super(new Equation16());
    }
}
