package org.lossproof.paper;

/** The properties of the claim {@code table-1-weight-decay-collapse}. */
final class Table1WeightDecayCollapseProperties extends ClaimProperties {
    Table1WeightDecayCollapseProperties() {
        super(new Table1WeightDecayCollapse());
    }
}
