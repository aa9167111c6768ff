package org.lossproof.paper;

/** The properties of the claim {@code table-1-spectral-contrastive-dimensional}. */
final class Table1SpectralContrastiveDimensionalProperties extends ClaimProperties {
    Table1SpectralContrastiveDimensionalProperties() {
        super(new Table1SpectralContrastiveDimensional());
    }
}
