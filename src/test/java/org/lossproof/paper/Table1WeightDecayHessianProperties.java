package org.lossproof.paper;

/** The properties of the claim {@code table-1-weight-decay-hessian}. */
final class Table1WeightDecayHessianProperties extends ClaimProperties {
    Table1WeightDecayHessianProperties() {
        super(new Table1WeightDecayHessian());
    }
}
