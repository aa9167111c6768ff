package org.lossproof.paper;

/** The properties of the claim {@code bias-invariance}. */
final class BiasInvarianceProperties extends ClaimProperties {
    BiasInvarianceProperties() {
        super(new BiasInvariance());
    }
}
