package org.lossproof.paper;

/** The properties of the claim {@code table-1-infonce-dimensional}. */
final class Table1InfonceDimensionalProperties extends ClaimProperties {
    Table1InfonceDimensionalProperties() {
        super(new Table1InfonceDimensional());
    }
}
