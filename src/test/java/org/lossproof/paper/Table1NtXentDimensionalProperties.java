package org.lossproof.paper;

/** The properties of the claim {@code table-1-nt-xent-dimensional}. */
final class Table1NtXentDimensionalProperties extends ClaimProperties {
    Table1NtXentDimensionalProperties() {
        super(new Table1NtXentDimensional());
    }
}
