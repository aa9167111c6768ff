package org.lossproof.paper;

/** The properties of the claim {@code eq-02}. */
final class Equation2Properties extends ClaimProperties {
    Equation2Properties() {
        super(new Equation2());
    }
}
