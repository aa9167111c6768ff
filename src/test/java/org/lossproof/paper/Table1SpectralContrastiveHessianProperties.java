package org.lossproof.paper;

/** The properties of the claim {@code table-1-spectral-contrastive-hessian}. */
final class Table1SpectralContrastiveHessianProperties extends ClaimProperties {
    Table1SpectralContrastiveHessianProperties() {
        super(new Table1SpectralContrastiveHessian());
    }
}
