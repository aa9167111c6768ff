package org.lossproof.paper;

/** The properties of the claim {@code prop-3}. */
final class Proposition3Properties extends ClaimProperties {
    Proposition3Properties() {
        super(new Proposition3());
    }
}
