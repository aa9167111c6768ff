package org.lossproof.paper;

/** The properties of the claim {@code table-1-bias-complete}. */
final class Table1BiasCompleteProperties extends ClaimProperties {
    Table1BiasCompleteProperties() {
        super(new Table1BiasComplete());
    }
}
