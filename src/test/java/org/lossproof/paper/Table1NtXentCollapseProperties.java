package org.lossproof.paper;

/** The properties of the claim {@code table-1-nt-xent-collapse}. */
final class Table1NtXentCollapseProperties extends ClaimProperties {
    Table1NtXentCollapseProperties() {
        super(new Table1NtXentCollapse());
    }
}
