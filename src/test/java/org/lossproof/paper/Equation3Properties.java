package org.lossproof.paper;

/** The properties of the claim {@code eq-03}. */
final class Equation3Properties extends ClaimProperties {
    Equation3Properties() {
        super(new Equation3());
    }
}
