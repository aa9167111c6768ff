package org.lossproof.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lossproof.kernel.Lemma;
import org.lossproof.kernel.RejectedCertificateException;
import org.lossproof.kernel.Replay;
import org.lossproof.kernel.Theorem;
import org.lossproof.page.TheoremStatement;
import org.lossproof.theorem.ProofGapException;
import org.lossproof.theorem.ShownProof;
import org.lossproof.theorem.TheoremElaboration;

/** Decides a theorem about matrices of any size: what its proof needs is searched for, and the kernel checks it. */
final class TheoremChecker {
    private TheoremChecker() {}

    /** Proved, or not decided: a step that is not found says nothing against the statement. */
    static StatementResult check(TheoremStatement statement) {
        TheoremElaboration elaboration = new TheoremElaboration(statement.theorem());
        try {
            ShownProof proof = elaboration.proof();
            Theorem theorem = Theorem.prove(elaboration.statement(), proof.certificate());
            Replay.Entry entry = new Replay.Entry("", statement.text(), elaboration.statement(), proof.certificate());
            return result(statement, List.of(found(proof, theorem)), Optional.of(theorem), Optional.of(entry))
                    .showing(proof.steps());
        } catch (ProofGapException e) {
            return open(statement, "line " + e.span().line() + ": " + e.getMessage());
        } catch (RejectedCertificateException e) {
            return open(statement, "the kernel rejects the proof: " + e.getMessage());
        }
    }

    private static Evidence found(ShownProof proof, Theorem theorem) {
        String lemmas = theorem.lemmas().stream().map(Lemma::word).collect(Collectors.joining(", "));
        return new Evidence(
                Evidence.Kind.PROOF,
                "for all sizes: " + proof.steps().size() + " steps, each multiplied out by the kernel"
                        + (lemmas.isEmpty() ? "" : "; lemmas: " + lemmas));
    }

    private static StatementResult open(TheoremStatement statement, String why) {
        List<Evidence> evidence = new ArrayList<>(List.of(new Evidence(Evidence.Kind.PROOF, "not proved: " + why)));
        return result(statement, evidence, Optional.empty(), Optional.empty());
    }

    private static StatementResult result(
            TheoremStatement statement,
            List<Evidence> evidence,
            Optional<Theorem> theorem,
            Optional<Replay.Entry> entry) {
        return StatementResult.of(
                statement,
                theorem.isPresent(),
                theorem.isPresent(),
                evidence,
                Optional.empty(),
                MutantReport.NONE,
                theorem,
                entry);
    }
}
