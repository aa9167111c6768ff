package org.lossproof.paper;

/** The properties of the claim {@code prop-2}. */
final class Proposition2Properties extends ClaimProperties {
    Proposition2Properties() {
        super(new Proposition2());
    }
}
