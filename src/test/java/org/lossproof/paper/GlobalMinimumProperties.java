package org.lossproof.paper;

/** The properties of the claim {@code global-minimum}. */
final class GlobalMinimumProperties extends ClaimProperties {
    GlobalMinimumProperties() {
        super(new GlobalMinimum());
    }
}
