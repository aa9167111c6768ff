package org.lossproof.claim;

/**
 * One reason for or against a statement.
 *
 * @param kind how it was obtained
 * @param text what was found, in a sentence
 */
public record Evidence(Kind kind, String text) {
    /** Ways to know. */
    public enum Kind {
        /** Symbolic expansions by independent routes. */
        SYMBOLIC("symbolic"),
        /** Exact rational arithmetic at particular points. */
        EXACT("exact"),
        /** Samples of the undeveloped definition. */
        SAMPLED("sampled"),
        /** Falsified variants of the statement and whether the evidence tells them apart. */
        MUTANTS("mutants"),
        /** A decision over all reals. */
        SOLVER("solver"),
        /** An identity of polynomials that excludes every counterexample. */
        ALGEBRA("algebra"),
        /** A proof about matrices of any size, each step multiplied out. */
        PROOF("proof"),
        /** A proposition put to the test at random covariances. */
        PROPERTY("property"),
        /** Trained models. */
        EXPERIMENT("experiment");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** As it is written in reports. */
        public String label() {
            return label;
        }
    }
}
