package org.lossproof.paper;

/** The properties of the claim {@code table-1-normalisation-dimensional}. */
final class Table1NormalisationDimensionalProperties extends ClaimProperties {
    Table1NormalisationDimensionalProperties() {
        super(new Table1NormalisationDimensional());
    }
}
