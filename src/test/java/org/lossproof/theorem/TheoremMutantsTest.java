package org.lossproof.theorem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lossproof.kernel.MatrixStatement;
import org.lossproof.page.matrix.MatrixTheorem;

/** Changes of a theorem: each is refused, refuted, still proved, or not proved; none is both proved and refuted. */
class TheoremMutantsTest {
    private static final String LETTERS = """
            sizes d1, d0
            scalar q > 0
            matrix V : d1 x d0, W : d1 x d0
            symmetric G : d0, P : d0
            let L(V) = -tr(V*G*V') + q*tr((V*V')^2)
            """;

    private static TheoremMutants.Report report(String theorem) {
        return new TheoremMutants(TheoremBlocks.one(LETTERS, theorem)).ofStatement(200);
    }

    @Test
    void aStationaryPointCommutes() {
        TheoremMutants.Report r =
                report("assume crit: stationary V of L\nshow V'*V*G == 2*q*(V'*V)^2 and V'*V*G == G*V'*V\ndone");
        assertEquals(List.of(), r.redundant());
        assertEquals(List.of(), r.open());
        assertTrue(r.refused() > 0 && r.refuted() > 0, r.toString());
        assertEquals(0, r.left());
    }

    @Test
    void aPremiseThatIsNotNeededIsNamed() {
        TheoremMutants.Report r = report(
                "assume crit: stationary V of L\nassume p: P*P == P\nshow V'*V*G == G*V'*V\nhave half: V'*V*G == 2*q*(V'*V)^2\ndone");
        assertEquals(List.of("without premise p"), r.redundant());
    }

    @Test
    void aWeakerStatementIsStillTrue() {
        TheoremMutants.Report r = report("assume c: V*P == 0\nshow V*P^2 == 0\ndone");
        assertEquals(List.of(), r.redundant());
        assertTrue(r.stillTrue().contains("conclusion 1: exponent plus 1"), r.toString());
        assertTrue(r.refuted() >= 1, r.toString());
    }

    @Test
    void theBoundIsKept() {
        MatrixTheorem theorem = TheoremBlocks.one(
                LETTERS, "assume c: stationary V of L\nshow V'*V*G == G*V'*V\nhave half: V'*V*G == 2*q*(V'*V)^2\ndone");
        TheoremMutants.Report r = new TheoremMutants(theorem).ofStatement(3);
        assertTrue(r.total() + r.same().size() <= 3, r.toString());
        assertNotEquals(0, r.left());
    }

    @Test
    void aLineThatIsNotNeededIsNamed() {
        MatrixTheorem theorem = TheoremBlocks.one(
                LETTERS,
                "assume c: stationary V of L\nshow V'*V*G == G*V'*V\nhave P == P\nhave half: V'*V*G == 2*q*(V'*V)^2\ndone");
        assertTrue(new TheoremMutants(theorem).needlessLines(5).contains("line 12"));
    }

    /** What is proved has no counterexample: of a third of the changes of all true statements. */
    @Test
    void nothingIsBothProvedAndRefuted() {
        List<String> both = new ArrayList<>();
        int[] count = new int[2];
        TheoremBlocks.ofResource("true-statements.md").forEach((title, theorem) -> {
            for (Map.Entry<String, MatrixTheorem> v :
                    new TheoremMutants(theorem).variants().entrySet()) {
                count[0]++;
                if (count[0] % 3 == 0 && TheoremMutants.proved(v.getValue())) {
                    count[1]++;
                    MatrixStatement statement = new TheoremElaboration(v.getValue()).statement();
                    if (new CounterexampleSearch(statement, 6)
                            .search()
                            .counterexample()
                            .isPresent()) {
                        both.add(title + ", " + v.getKey());
                    }
                }
            }
        });
        assertEquals(List.of(), both);
        assertTrue(count[0] > 200 && count[1] > 10, "there are " + count[0] + ", proved " + count[1]);
    }
}
