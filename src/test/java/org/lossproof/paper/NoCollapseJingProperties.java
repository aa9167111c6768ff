package org.lossproof.paper;

/** The properties of the claim {@code no-collapse-jing}. */
final class NoCollapseJingProperties extends ClaimProperties {
    NoCollapseJingProperties() {
        super(new NoCollapseJing());
    }
}
