package org.lossproof.paper;

/** The properties of the claim {@code imbalance}. */
final class ImbalanceProperties extends ClaimProperties {
    ImbalanceProperties() {
        super(new Imbalance());
    }
}
