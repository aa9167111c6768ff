package org.lossproof.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lossproof.kernel.Damage;
import org.lossproof.kernel.MatrixStatement;
import org.lossproof.kernel.Proposition;
import org.lossproof.kernel.RejectedCertificateException;
import org.lossproof.kernel.Replay;
import org.lossproof.page.Page;
import org.lossproof.page.Paper;
import org.lossproof.page.TheoremStatement;
import org.lossproof.theorem.CounterexampleSearch;

/** The certificates of the paper's theorems about matrices, changed in one place, with the checksum made anew. */
class DamagedTheoremsTest {
    /** Of some 27,000 changes, one in so many is tried. */
    private static final int EVERY = Integer.getInteger("lossproof.damage", 20);

    private static final int DRAWS_PER_SIZE = 10;

    @ParameterizedTest
    @ValueSource(strings = {"thm-1", "prop-2", "prop-3", "stationary-loss"})
    void aChangeIsNoticedOrWhatIsProvedIsTrue(String id) {
        Page page = Paper.shipped(Paper.DEFAULT).pages().stream()
                .filter(p -> p.id().equals(id))
                .findFirst()
                .orElseThrow();
        int changes = 0;
        int otherStatements = 0;
        for (Page.Block block : page.blocks()) {
            if (block.statement() instanceof TheoremStatement theorem) {
                Optional<Replay.Entry> entry = TheoremChecker.check(theorem).entry();
                assertThat(entry).isPresent();
                for (String text : Damage.of(entry.get(), EVERY).toList()) {
                    changes++;
                    Optional<Proposition> proved = proved(text);
                    if (proved.isPresent() && !proved.get().equals(entry.get().proposition())) {
                        otherStatements++;
                        assertThat(new CounterexampleSearch((MatrixStatement) proved.get(), DRAWS_PER_SIZE)
                                        .search()
                                        .counterexample())
                                .as("%s: %s", block.label(), proved.get())
                                .isEmpty();
                    }
                }
            }
        }
        assertThat(changes).isGreaterThan(1000 / EVERY);
        // A premise or a conclusion that stands twice or changes its place, mostly.
        assertThat(otherStatements).isLessThan(changes / 4);
    }

    /** What a text proves; a text that proves nothing is refused with a line of it. */
    private static Optional<Proposition> proved(String text) {
        try {
            return Optional.of(Replay.check(text).get(0).theorem().proposition());
        } catch (RejectedCertificateException e) {
            assertThat(e).hasMessageStartingWith("line 2, theorem ");
            return Optional.empty();
        }
    }
}
