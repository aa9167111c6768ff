package org.lossproof.claim;

import java.util.List;
import java.util.Optional;
import org.lossproof.experiment.trial.ExperimentReport;
import org.lossproof.kernel.Replay;
import org.lossproof.kernel.Theorem;
import org.lossproof.page.Assertion;
import org.lossproof.theorem.ShownProof;

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
 * @param theorem what the kernel checked: that it holds, or that it fails
 * @param entry the proposition and its certificate, to be written down
 * @param proof the steps of a proof about matrices, for a reader
 * @param experiment what trained models say, if it is about them
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
        MutantReport mutants,
        Optional<Theorem> theorem,
        Optional<Replay.Entry> entry,
        List<ShownProof.Step> proof,
        Optional<ExperimentReport> experiment) {
    public StatementResult {
        proof = List.copyOf(proof);
        evidence = List.copyOf(evidence);
        samples = List.copyOf(samples);
    }

    /** Of a statement that no expansion was derived and nothing sampled for. */
    static StatementResult of(
            Assertion statement,
            boolean holds,
            boolean decided,
            List<Evidence> evidence,
            Optional<Witness> witness,
            MutantReport mutants,
            Optional<Theorem> theorem,
            Optional<Replay.Entry> entry) {
        return new StatementResult(
                statement,
                holds,
                decided,
                evidence,
                witness,
                "",
                "",
                List.of(),
                mutants,
                theorem,
                entry,
                List.of(),
                Optional.empty());
    }

    /** With the steps of its proof. */
    StatementResult showing(List<ShownProof.Step> steps) {
        return new StatementResult(
                statement,
                holds,
                decided,
                evidence,
                witness,
                derived,
                derivedTex,
                samples,
                mutants,
                theorem,
                entry,
                steps,
                experiment);
    }

    /** Of a statement about trained models. */
    static StatementResult of(
            Assertion statement, boolean holds, boolean decided, List<Evidence> evidence, ExperimentReport report) {
        return new StatementResult(
                statement,
                holds,
                decided,
                evidence,
                Optional.empty(),
                "",
                "",
                List.of(),
                MutantReport.NONE,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.of(report));
    }

    /** Whether the kernel has it as a theorem that the statement holds. */
    public boolean isTheorem() {
        return holds && decided && theorem.isPresent();
    }

    /** Whether samples contradict what the exact routes say. */
    public boolean contradictedBySamples() {
        return samples.stream().anyMatch(s -> !s.check().agrees());
    }
}
