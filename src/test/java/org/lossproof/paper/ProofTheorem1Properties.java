package org.lossproof.paper;

/** The properties of the claim {@code proof-thm-1}. */
final class ProofTheorem1Properties extends ClaimProperties {
    ProofTheorem1Properties() {
        super(new ProofTheorem1());
    }
}
