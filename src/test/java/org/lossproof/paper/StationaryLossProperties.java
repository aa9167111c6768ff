package org.lossproof.paper;

/** The properties of the claim {@code stationary-loss}. */
final class StationaryLossProperties extends ClaimProperties {
    StationaryLossProperties() {
        super(new StationaryLoss());
    }
}
