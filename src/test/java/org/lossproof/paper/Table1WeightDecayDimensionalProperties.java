package org.lossproof.paper;

/** The properties of the claim {@code table-1-weight-decay-dimensional}. */
final class Table1WeightDecayDimensionalProperties extends ClaimProperties {
    Table1WeightDecayDimensionalProperties() {
        super(new Table1WeightDecayDimensional());
    }
}
