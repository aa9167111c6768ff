package org.lossproof.paper;

/** The properties of the claim {@code prop-4}. */
final class Proposition4Properties extends ClaimProperties {
    Proposition4Properties() {
        super(new Proposition4());
    }
}
