package org.lossproof.paper;

/** The properties of the claim {@code table-1-barlow-twins-hessian}. */
final class Table1BarlowTwinsHessianProperties extends ClaimProperties {
    Table1BarlowTwinsHessianProperties() {
        super(new Table1BarlowTwinsHessian());
    }
}
