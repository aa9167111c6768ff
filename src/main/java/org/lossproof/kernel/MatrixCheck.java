package org.lossproof.kernel;

import static org.lossproof.kernel.RejectedCertificateException.require;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Follows proofs about matrices of any size, step by step; no search. What a step shows, {@link ReasonCheck} multiplies out. */
final class MatrixCheck {
    private final List<MatrixStatement.Alternative> goal;
    private final MatrixScope known;
    private final Set<Lemma> used;

    private MatrixCheck(List<MatrixStatement.Alternative> goal, MatrixScope known, Set<Lemma> used) {
        this.goal = goal;
        this.known = known;
        this.used = used;
    }

    /**
     * The lemmas that a proof uses.
     *
     * @throws RejectedCertificateException naming the first step that does not follow
     */
    static Set<Lemma> lemmas(MatrixStatement statement, MatrixProof proof) {
        MatrixScope known = new MatrixScope();
        statement.letters().forEach(known::add);
        statement.premises().forEach(known::add);
        // Each alternative speaks of what is known and of its own letters only.
        statement.alternatives().forEach(a -> known.copy().add(a));
        MatrixCheck check = new MatrixCheck(statement.alternatives(), known, EnumSet.noneOf(Lemma.class));
        check.follow(proof);
        return check.used;
    }

    private void follow(MatrixProof proof) {
        MatrixProof at = proof;
        while (at instanceof MatrixProof.Have || at instanceof MatrixProof.Generalise) {
            if (at instanceof MatrixProof.Have have) {
                new ReasonCheck(known).check(have.fact(), have.reason());
                known.add(have.fact());
                at = have.then();
            } else {
                MatrixProof.Generalise step = (MatrixProof.Generalise) at;
                generalise(step);
                at = step.then();
            }
        }
        if (at instanceof MatrixProof.Apply apply) {
            apply(apply);
        } else {
            done((MatrixProof.Done) at);
        }
    }

    /** What is shown of a letter of which nothing is known is true of all; what was found on the way is not kept. */
    private void generalise(MatrixProof.Generalise step) {
        MatrixCheck inside = new MatrixCheck(List.of(MatrixStatement.Alternative.of(step.fact())), known.copy(), used);
        inside.known.add(step.letter());
        inside.follow(step.shown());
        known.add(new MatrixFact.ForAll(List.of(step.letter()), step.fact()));
    }

    private void apply(MatrixProof.Apply apply) {
        apply.arguments().forEach(known::requireKnown);
        MatrixStatement here = apply.lemma().at(apply.arguments(), apply.names());
        here.premises().forEach(p -> requireKnown(p, "lemma " + apply.lemma().word() + " needs"));
        used.add(apply.lemma());
        int n = here.alternatives().size();
        require(n == apply.branches().size(), apply.lemma().word() + " has " + n + " cases");
        for (int i = 0; i < n; i++) {
            MatrixCheck branch = new MatrixCheck(goal, known.copy(), used);
            branch.known.add(here.alternatives().get(i));
            branch.follow(apply.branches().get(i));
        }
    }

    private void done(MatrixProof.Done done) {
        require(done.alternative() >= 0 && done.alternative() < goal.size(), "the statement has no such alternative");
        done.witnesses().forEach(known::requireKnown);
        goal.get(done.alternative()).at(done.witnesses()).forEach(f -> requireKnown(f, "not shown:"));
    }

    private void requireKnown(MatrixFact fact, String otherwise) {
        require(known.knows(fact), otherwise + " " + fact);
    }
}
