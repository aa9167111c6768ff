package org.lossproof.paper;

/** The properties of the claim {@code vicreg-collapse}. */
final class VicregCollapseProperties extends ClaimProperties {
    VicregCollapseProperties() {
        super(new VicregCollapse());
    }
}
