package org.lossproof.paper;

/** The properties of the claim {@code proof-prop-3}. */
final class ProofProposition3Properties extends ClaimProperties {
    ProofProposition3Properties() {
        super(new ProofProposition3());
    }
}
