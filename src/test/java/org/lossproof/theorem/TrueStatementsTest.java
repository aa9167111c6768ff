package org.lossproof.theorem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lossproof.kernel.Theorem;
import org.lossproof.page.matrix.MatrixTheorem;

/** True statements with short proofs, among them the textbook facts on the Moore-Penrose inverse. */
class TrueStatementsTest {
    private static final Map<String, MatrixTheorem> ALL = TheoremBlocks.ofResource("true-statements.md");
    private static final Map<String, MatrixTheorem> PENROSE = TheoremBlocks.ofResource("penrose.md");

    @Test
    void thereAreMany() {
        assertTrue(ALL.size() >= 40, "there are " + ALL.size());
    }

    @Test
    void eachIsCertified() {
        assertEquals(List.of(), notCertified(ALL));
    }

    @Test
    void theMoorePenroseInverseIsWhatTextbooksSay() {
        assertEquals(List.of(), notCertified(PENROSE));
    }

    private static List<String> notCertified(Map<String, MatrixTheorem> blocks) {
        List<String> out = new ArrayList<>();
        blocks.forEach((title, theorem) -> {
            try {
                TheoremElaboration elaboration = new TheoremElaboration(theorem);
                Theorem.prove(elaboration.statement(), elaboration.proof().certificate());
            } catch (RuntimeException e) {
                out.add(title + ": " + (e instanceof ProofGapException g ? g.span() + " " : "") + e.getMessage());
            }
        });
        return out;
    }

    /** What is certified has no counterexample, and its premises hold somewhere. */
    @Test
    void noneHasACounterexampleAndNoneIsVacuous() {
        List<String> wrong = new ArrayList<>();
        ALL.forEach((title, theorem) -> {
            CounterexampleSearch.Outcome outcome =
                    new CounterexampleSearch(new TheoremElaboration(theorem).statement(), 4).search();
            if (outcome.counterexample().isPresent()) {
                wrong.add(title + ": " + outcome.text());
            }
            if (TheoremExamples.check(theorem).isEmpty()) {
                wrong.add(title + " is vacuous as far as is known");
            }
        });
        assertEquals(List.of(), wrong);
    }
}
