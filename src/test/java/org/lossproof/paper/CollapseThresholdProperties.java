package org.lossproof.paper;

/** The properties of the claim {@code collapse-threshold}. */
final class CollapseThresholdProperties extends ClaimProperties {
    CollapseThresholdProperties() {
        super(new CollapseThreshold());
    }
}
