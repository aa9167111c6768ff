package org.lossproof.theorem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lossproof.kernel.MatrixStatement;
import org.lossproof.kernel.Theorem;
import org.lossproof.page.matrix.MatrixTheorem;

/** False statements with plausible proofs: none is certified, each has a counterexample. */
class FalseStatementsTest {
    private static final Map<String, MatrixTheorem> ALL = TheoremBlocks.ofResource("false-statements.md");
    private static final int DRAWS = 60;

    @Test
    void thereAreMany() {
        assertTrue(ALL.size() >= 60, "there are " + ALL.size());
    }

    @Test
    void noneIsCertified() {
        List<String> otherwise = new ArrayList<>();
        ALL.forEach((title, theorem) -> {
            TheoremElaboration elaboration = new TheoremElaboration(theorem);
            try {
                Theorem.prove(elaboration.statement(), elaboration.proof().certificate());
                otherwise.add(title + " is CERTIFIED");
            } catch (ProofGapException e) {
                assertTrue(e.getMessage().startsWith("not "), e.getMessage());
            } catch (RuntimeException e) {
                otherwise.add(title + ": " + e);
            }
        });
        assertEquals(List.of(), otherwise);
    }

    @Test
    void eachHasACounterexample() {
        List<String> without = new ArrayList<>();
        ALL.forEach((title, theorem) -> {
            MatrixStatement statement = new TheoremElaboration(theorem).statement();
            CounterexampleSearch.Outcome outcome = new CounterexampleSearch(statement, DRAWS).search();
            boolean fails = outcome.counterexample()
                    .filter(c -> CounterexampleSearch.fails(statement, c))
                    .isPresent();
            if (!fails) {
                without.add(title + ": " + outcome.text());
            }
        });
        assertEquals(List.of(), without);
    }
}
