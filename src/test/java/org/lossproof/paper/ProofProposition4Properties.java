package org.lossproof.paper;

/** The properties of the claim {@code proof-prop-4}. */
final class ProofProposition4Properties extends ClaimProperties {
    ProofProposition4Properties() {
        super(new ProofProposition4());
    }
}
