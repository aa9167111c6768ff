package org.lossproof.paper;

/** The properties of the claim {@code table-1-barlow-twins-collapse}. */
final class Table1BarlowTwinsCollapseProperties extends ClaimProperties {
    Table1BarlowTwinsCollapseProperties() {
        super(new Table1BarlowTwinsCollapse());
    }
}
