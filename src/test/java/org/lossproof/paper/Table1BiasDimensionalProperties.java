package org.lossproof.paper;

/** The properties of the claim {@code table-1-bias-dimensional}. */
final class Table1BiasDimensionalProperties extends ClaimProperties {
    Table1BiasDimensionalProperties() {
        super(new Table1BiasDimensional());
    }
}
