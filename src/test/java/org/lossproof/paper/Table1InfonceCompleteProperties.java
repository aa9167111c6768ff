package org.lossproof.paper;

/** The properties of the claim {@code table-1-infonce-complete}. */
final class Table1InfonceCompleteProperties extends ClaimProperties {
    Table1InfonceCompleteProperties() {
        super(new Table1InfonceComplete());
    }
}
