package org.lossproof.paper;

/** The properties of the claim {@code collapse-weight-decay}. */
final class CollapseWeightDecayProperties extends ClaimProperties {
    CollapseWeightDecayProperties() {
        super(new CollapseWeightDecay());
    }
}
