package org.lossproof.paper;

/** The properties of the claim {@code table-1-nt-xent-complete}. */
final class Table1NtXentCompleteProperties extends ClaimProperties {
    Table1NtXentCompleteProperties() {
        super(new Table1NtXentComplete());
    }
}
