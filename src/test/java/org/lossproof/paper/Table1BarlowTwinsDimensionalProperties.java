package org.lossproof.paper;

/** The properties of the claim {@code table-1-barlow-twins-dimensional}. */
final class Table1BarlowTwinsDimensionalProperties extends ClaimProperties {
    Table1BarlowTwinsDimensionalProperties() {
        super(new Table1BarlowTwinsDimensional());
    }
}
