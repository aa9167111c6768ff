package org.lossproof.paper;

/** The properties of the claim {@code table-1-weight-decay-complete}. */
final class Table1WeightDecayCompleteProperties extends ClaimProperties {
    Table1WeightDecayCompleteProperties() {
        super(new Table1WeightDecayComplete());
    }
}
