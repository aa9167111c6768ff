package org.lossproof.claim;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.z3.Status;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lossproof.paper.Claims;

class AlgebraicArgumentTest {
    @Test
    void everyFactOfThePaperButOneIsReplayedWithoutTheSolverAndNoFalseOneIs() {
        List<String> open = new ArrayList<>();
        for (Claim claim : Claims.all()) {
            for (ClaimPage.Block block : claim.page().blocks()) {
                if (block.statement() instanceof Fact fact) {
                    boolean excluded = AlgebraicArgument.excluding(fact).isPresent();
                    boolean holds = holds(fact);
                    assertThat(excluded && !holds).as(fact.text()).isFalse();
                    open.addAll(excluded || !holds ? List.of() : List.of(claim.id()));
                }
            }
        }
        assertThat(open).containsExactly("table-1-spectral-contrastive-dimensional");
    }

    private static boolean holds(Fact fact) {
        try (Z3Decision z3 = new Z3Decision()) {
            return z3.decide(fact, "").status() == Status.UNSATISFIABLE;
        }
    }
}
