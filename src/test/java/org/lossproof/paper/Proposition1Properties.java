package org.lossproof.paper;

/** The properties of the claim {@code prop-1}. */
final class Proposition1Properties extends ClaimProperties {
    Proposition1Properties() {
        super(new Proposition1());
    }
}
