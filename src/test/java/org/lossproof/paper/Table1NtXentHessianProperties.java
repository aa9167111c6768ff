package org.lossproof.paper;

/** The properties of the claim {@code table-1-nt-xent-hessian}. */
final class Table1NtXentHessianProperties extends ClaimProperties {
    Table1NtXentHessianProperties() {
        super(new Table1NtXentHessian());
    }
}
