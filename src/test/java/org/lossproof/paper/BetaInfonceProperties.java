package org.lossproof.paper;

/** The properties of the claim {@code beta-infonce}. */
final class BetaInfonceProperties extends ClaimProperties {
    BetaInfonceProperties() {
        super(new BetaInfonce());
    }
}
