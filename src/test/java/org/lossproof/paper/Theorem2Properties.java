package org.lossproof.paper;

/** The properties of the claim {@code thm-2}. */
final class Theorem2Properties extends ClaimProperties {
    Theorem2Properties() {
        super(new Theorem2());
    }
}
