package org.lossproof.paper;

/** The properties of the claim {@code bias-complete-collapse}. */
final class BiasCompleteCollapseProperties extends ClaimProperties {
    BiasCompleteCollapseProperties() {
        super(new BiasCompleteCollapse());
    }
}
