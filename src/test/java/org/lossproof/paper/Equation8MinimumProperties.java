package org.lossproof.paper;

/** The properties of the claim {@code eq-08-minimum}. */
final class Equation8MinimumProperties extends ClaimProperties {
    Equation8MinimumProperties() {
        super(new Equation8Minimum());
    }
}
