package org.lossproof.paper;

/** The properties of the claim {@code proof-prop-1}. */
final class ProofProposition1Properties extends ClaimProperties {
    ProofProposition1Properties() {
        super(new ProofProposition1());
    }
}
