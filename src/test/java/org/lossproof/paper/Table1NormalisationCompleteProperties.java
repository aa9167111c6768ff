package org.lossproof.paper;

/** The properties of the claim {@code table-1-normalisation-complete}. */
final class Table1NormalisationCompleteProperties extends ClaimProperties {
    Table1NormalisationCompleteProperties() {
        super(new Table1NormalisationComplete());
    }
}
