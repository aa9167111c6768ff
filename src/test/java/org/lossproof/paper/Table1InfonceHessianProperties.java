package org.lossproof.paper;

/** The properties of the claim {@code table-1-infonce-hessian}. */
final class Table1InfonceHessianProperties extends ClaimProperties {
    Table1InfonceHessianProperties() {
        super(new Table1InfonceHessian());
    }
}
