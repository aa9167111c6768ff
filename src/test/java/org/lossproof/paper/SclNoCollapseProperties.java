package org.lossproof.paper;

/** The properties of the claim {@code scl-no-collapse}. */
final class SclNoCollapseProperties extends ClaimProperties {
    SclNoCollapseProperties() {
        super(new SclNoCollapse());
    }
}
