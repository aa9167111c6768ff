package org.lossproof.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lossproof.page.Verdict;

/**
 * Statements by the hundred, {@code -Dlossproof.soundness=5000} by the thousand: half of each kind are true by construction, half
 * are false with a known counterexample.
 */
class SoundnessGeneratedTest {
    private static final int TOTAL = Integer.getInteger("lossproof.soundness", 320);
    private static final long SEED = Long.getLong("lossproof.seed", CheckSettings.DEFAULT_SEED);
    private static final int THREADS = 2;
    private static final int SECONDS = 120;
    private static final int SHOWN = 20;
    private static final ExecutorService POOL = Executors.newFixedThreadPool(THREADS);

    @AfterAll
    static void stop() {
        POOL.shutdownNow();
    }

    @ParameterizedTest
    @EnumSource
    void noFalseStatementIsProvedAndNoTrueOneRefuted(SoundnessGenerator kind) throws Exception {
        List<SoundnessStatement> statements = new ArrayList<>();
        int each = Math.max(1, TOTAL / SoundnessGenerator.values().length);
        for (int i = 0; i < each; i++) {
            statements.add(kind.statement(SEED + i, i % 2 == 0));
        }
        List<Future<Verdict>> verdicts = new ArrayList<>();
        for (SoundnessStatement statement : statements) {
            verdicts.add(POOL.submit(statement::verdict));
        }
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < statements.size(); i++) {
            statements.get(i).problem(verdicts.get(i), SECONDS).ifPresent(wrong::add);
        }
        assertThat(wrong.stream().limit(SHOWN)).as(wrong.size() + " of " + each).isEmpty();
    }
}
