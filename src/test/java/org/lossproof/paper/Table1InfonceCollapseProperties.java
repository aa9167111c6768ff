package org.lossproof.paper;

/** The properties of the claim {@code table-1-infonce-collapse}. */
final class Table1InfonceCollapseProperties extends ClaimProperties {
    Table1InfonceCollapseProperties() {
        super(new Table1InfonceCollapse());
    }
}
