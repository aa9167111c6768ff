package org.lossproof.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lossproof.kernel.Lemma;
import org.lossproof.kernel.MatrixStatement;
import org.lossproof.kernel.RejectedCertificateException;
import org.lossproof.kernel.Replay;
import org.lossproof.kernel.Theorem;
import org.lossproof.page.TheoremStatement;
import org.lossproof.theorem.CounterexampleSearch;
import org.lossproof.theorem.Instance;
import org.lossproof.theorem.ProofGapException;
import org.lossproof.theorem.ShownProof;
import org.lossproof.theorem.TheoremElaboration;
import org.lossproof.theorem.TheoremExamples;
import org.lossproof.theorem.TheoremMutants;

/** Decides a theorem about matrices of any size: what its proof needs is searched for, and the kernel checks it. */
final class TheoremChecker {
    private static final int DRAWS_PER_SIZE = 40;
    /** Variants of one statement that are tried. */
    private static final int MOST_MUTANTS = 12;

    private TheoremChecker() {}

    /**
     * Proved; refuted at rational matrices, exactly; or not decided: a step that is not found says nothing against the statement,
     * and premises of which no instance is known prove nothing.
     */
    static StatementResult check(TheoremStatement statement) {
        TheoremElaboration elaboration = new TheoremElaboration(statement.theorem());
        try {
            ShownProof proof = elaboration.proof();
            Theorem theorem = Theorem.prove(elaboration.statement(), proof.certificate());
            List<Instance> instances = TheoremExamples.check(statement.theorem());
            if (instances.isEmpty()) {
                return open(
                        statement,
                        "no rational matrices are known at which its premises hold, so it may be about nothing;"
                                + " name some in a line 'example V = [..], ..'");
            }
            return proved(statement, proof, theorem, instances);
        } catch (ProofGapException e) {
            return notProved(
                    statement, elaboration.statement(), "line " + e.span().line() + ": " + e.getMessage());
        } catch (RejectedCertificateException e) {
            return notProved(statement, elaboration.statement(), "the kernel rejects the proof: " + e.getMessage());
        }
    }

    /** The proposition and its certificate alone, if its proof is found: no instances, no variants. */
    static Optional<Replay.Entry> certificate(TheoremStatement statement) {
        TheoremElaboration elaboration = new TheoremElaboration(statement.theorem());
        try {
            ShownProof proof = elaboration.proof();
            return Optional.of(entry(statement, Theorem.prove(elaboration.statement(), proof.certificate()), proof));
        } catch (ProofGapException | RejectedCertificateException e) {
            return Optional.empty();
        }
    }

    private static Replay.Entry entry(TheoremStatement statement, Theorem theorem, ShownProof proof) {
        return new Replay.Entry("", statement.text(), theorem.proposition(), proof.certificate());
    }

    private static StatementResult proved(
            TheoremStatement statement, ShownProof proof, Theorem theorem, List<Instance> instances) {
        MutantReport mutants = mutants(new TheoremMutants(statement.theorem()).ofStatement(MOST_MUTANTS));
        List<Evidence> evidence = new ArrayList<>(List.of(found(proof, theorem)));
        instances.forEach(
                i -> evidence.add(new Evidence(Evidence.Kind.EXACT, "not vacuous: the premises hold at " + i)));
        evidence.add(new Evidence(
                Evidence.Kind.MUTANTS, mutants.sentence("have exact counterexamples or shapes that do not fit")));
        return StatementResult.of(
                        statement,
                        true,
                        true,
                        evidence,
                        Optional.empty(),
                        mutants,
                        Optional.of(theorem),
                        Optional.of(entry(statement, theorem, proof)))
                .showing(proof.steps());
    }

    /** What is also proved is true; what is not proved is open, unless a counterexample is found. */
    private static MutantReport mutants(TheoremMutants.Report report) {
        List<String> alsoTrue = new ArrayList<>(
                report.redundant().stream().map(r -> r + " (redundant)").toList());
        alsoTrue.addAll(report.stillTrue());
        return new MutantReport(report.killed(), 0, report.same(), alsoTrue, report.open(), List.of());
    }

    private static Evidence found(ShownProof proof, Theorem theorem) {
        String lemmas = theorem.lemmas().stream().map(Lemma::word).collect(Collectors.joining(", "));
        return new Evidence(
                Evidence.Kind.PROOF,
                "for all sizes: " + proof.steps().size() + " steps, each multiplied out by the kernel"
                        + (lemmas.isEmpty() ? "" : "; lemmas: " + lemmas));
    }

    private static StatementResult notProved(TheoremStatement statement, MatrixStatement proposition, String why) {
        CounterexampleSearch.Outcome outcome = new CounterexampleSearch(proposition, DRAWS_PER_SIZE).search();
        if (outcome.counterexample().isEmpty()) {
            return open(statement, why + "; " + outcome.text());
        }
        Evidence evidence = new Evidence(Evidence.Kind.EXACT, outcome.text());
        return StatementResult.of(
                statement,
                false,
                true,
                List.of(evidence, new Evidence(Evidence.Kind.PROOF, why)),
                Optional.of(new Witness(outcome.counterexample().get().toString())),
                MutantReport.NONE,
                Optional.empty(),
                Optional.empty());
    }

    private static StatementResult open(TheoremStatement statement, String why) {
        return StatementResult.of(
                statement,
                false,
                false,
                List.of(new Evidence(Evidence.Kind.PROOF, "not proved: " + why)),
                Optional.empty(),
                MutantReport.NONE,
                Optional.empty(),
                Optional.empty());
    }
}
