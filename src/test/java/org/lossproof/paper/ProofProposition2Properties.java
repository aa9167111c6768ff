package org.lossproof.paper;

/** The properties of the claim {@code proof-prop-2}. */
final class ProofProposition2Properties extends ClaimProperties {
    ProofProposition2Properties() {
        super(new ProofProposition2());
    }
}
