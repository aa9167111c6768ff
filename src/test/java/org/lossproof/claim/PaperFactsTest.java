package org.lossproof.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lossproof.claim.FactDecision.Outcome;
import org.lossproof.kernel.Axiom;
import org.lossproof.paper.Claims;

/** What the facts of the paper rest on; a change is news. */
class PaperFactsTest {
    @Test
    void allButOneThatHoldRestOnArithmeticAlone() {
        List<String> onTheSolver = new ArrayList<>();
        int certified = 0;
        for (Claim claim : Claims.all()) {
            for (ClaimPage.Block block : claim.page().blocks()) {
                if (block.statement() instanceof Fact fact) {
                    FactDecision decision = FactDecision.of(fact);
                    assertThat(decision.theorem()).as(claim.id() + ": " + fact.text()).isPresent();
                    boolean solver = decision.theorem().orElseThrow().axioms().contains(Axiom.Z3_SAYS);
                    onTheSolver.addAll(solver ? List.of(claim.id()) : List.of());
                    certified += decision.outcome() == Outcome.HOLDS && !solver ? 1 : 0;
                }
            }
        }
        assertThat(onTheSolver).containsExactly("table-1-spectral-contrastive-dimensional");
        assertThat(certified).isGreaterThan(80);
    }
}
