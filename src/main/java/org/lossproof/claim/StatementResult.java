package org.lossproof.claim;

import java.util.List;
import java.util.Optional;

/**
 * What was found out about a statement.
 *
 * @param statement the statement
 * @param holds whether it holds
 * @param decided whether that is certain; if not, it is neither known to hold nor to fail
 * @param evidence why
 * @param witness a point where it fails
 * @param derived the expansion of the left side, as text
 * @param derivedTex the same, typeset
 * @param samples what samples of the left side say
 * @param mutants how falsified variants of a true statement fared
 */
public record StatementResult(
        Assertion statement,
        boolean holds,
        boolean decided,
        List<Evidence> evidence,
        Optional<Witness> witness,
        String derived,
        String derivedTex,
        List<SampleComparison> samples,
        MutantReport mutants) {
    public StatementResult {
        evidence = List.copyOf(evidence);
        samples = List.copyOf(samples);
    }

    /** Whether samples contradict what the exact routes say. */
    public boolean contradictedBySamples() {
        return samples.stream().anyMatch(s -> !s.check().agrees());
    }
}
