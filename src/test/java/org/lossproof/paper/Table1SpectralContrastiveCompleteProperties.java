package org.lossproof.paper;

/** The properties of the claim {@code table-1-spectral-contrastive-complete}. */
final class Table1SpectralContrastiveCompleteProperties extends ClaimProperties {
    Table1SpectralContrastiveCompleteProperties() {
        super(new Table1SpectralContrastiveComplete());
    }
}
