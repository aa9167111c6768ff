package org.lossproof.paper;

/** The properties of the claim {@code table-1-spectral-contrastive-collapse}. */
final class Table1SpectralContrastiveCollapseProperties extends ClaimProperties {
    Table1SpectralContrastiveCollapseProperties() {
        super(new Table1SpectralContrastiveCollapse());
    }
}
