package org.lossproof.paper;

/** The properties of the claim {@code landau}. */
final class LandauProperties extends ClaimProperties {
    LandauProperties() {
        super(new Landau());
    }
}
