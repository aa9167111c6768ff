package org.lossproof.paper;

/** The properties of the claim {@code table-1-barlow-twins-complete}. */
final class Table1BarlowTwinsCompleteProperties extends ClaimProperties {
    Table1BarlowTwinsCompleteProperties() {
        super(new Table1BarlowTwinsComplete());
    }
}
