package org.lossproof.paper;

/** The properties of the claim {@code vicreg-not-expandable}. */
final class VicregNotExpandableProperties extends ClaimProperties {
    VicregNotExpandableProperties() {
        super(new VicregNotExpandable());
    }
}
