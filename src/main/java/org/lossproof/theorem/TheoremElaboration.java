package org.lossproof.theorem;

import java.util.ArrayList;
import java.util.List;
import org.lossproof.kernel.Letter;
import org.lossproof.kernel.MatrixFact;
import org.lossproof.kernel.MatrixProof;
import org.lossproof.kernel.MatrixStatement;
import org.lossproof.page.matrix.Matrices;
import org.lossproof.page.matrix.MatrixFormula;
import org.lossproof.page.matrix.MatrixTheorem;

/** A theorem block as a statement of the kernel and, as far as it is found, a proof of it. */
public final class TheoremElaboration {
    private final MatrixTheorem theorem;
    private final Names names = new Names();
    private final KnownFacts known = new KnownFacts();
    private final MatrixStatement statement;

    /** Throws {@link org.lossproof.loss.InputException} if a formula of the statement cannot be read. */
    public TheoremElaboration(MatrixTheorem theorem) {
        this.theorem = theorem;
        Matrices matrices = theorem.matrices();
        matrices.letters().forEach(names::letter);
        matrices.abbreviations().forEach(names::define);
        List<MatrixFact> premises = new ArrayList<>();
        List<Matrices.Premise> all = new ArrayList<>(matrices.premises());
        all.addAll(theorem.premises());
        for (Matrices.Premise premise : all) {
            List<MatrixFact> facts = new FactReader(names).facts(premise.formula());
            known.add(premise.label(), facts);
            premises.addAll(facts);
        }
        Names there = new Names(names);
        theorem.exists().forEach(there::letter);
        List<MatrixStatement.Alternative> alternatives = new ArrayList<>();
        for (List<MatrixFormula> conjunction : theorem.alternatives()) {
            for (List<MatrixFact> facts : new FactReader(there).alternatives(conjunction)) {
                alternatives.add(new MatrixStatement.Alternative(theorem.exists(), facts));
            }
        }
        List<Letter> letters = matrices.letters();
        statement = new MatrixStatement(letters, premises, alternatives);
    }

    /** What the kernel is to be convinced of. */
    public MatrixStatement statement() {
        return statement;
    }

    /**
     * The proof that the block's lines describe.
     *
     * @throws ProofGapException at the first line for which no reason is found
     */
    public ShownProof proof() {
        List<ShownProof.Step> steps = new ArrayList<>();
        MatrixProof proof = new ProofBuilder(names, known, statement.alternatives(), steps, 0).proof(theorem.proof());
        return new ShownProof(proof, steps);
    }
}
