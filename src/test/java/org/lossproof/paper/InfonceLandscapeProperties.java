package org.lossproof.paper;

/** The properties of the claim {@code infonce-landscape}. */
final class InfonceLandscapeProperties extends ClaimProperties {
    InfonceLandscapeProperties() {
        super(new InfonceLandscape());
    }
}
