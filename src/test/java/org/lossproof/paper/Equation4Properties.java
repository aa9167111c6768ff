package org.lossproof.paper;

/** The properties of the claim {@code eq-04}. */
final class Equation4Properties extends ClaimProperties {
    Equation4Properties() {
        super(new Equation4());
    }
}
