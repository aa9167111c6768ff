package org.lossproof.paper;

/** The properties of the claim {@code eq-08}. */
final class Equation8Properties extends ClaimProperties {
    Equation8Properties() {
        super(new Equation8());
    }
}
